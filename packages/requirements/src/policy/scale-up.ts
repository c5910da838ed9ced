import { addDays, type IsoDate, type RequirementRole, type Sentence } from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import type { Policy } from "./compile-policy.ts";
import type { AskedItem, FindRequirement, PolicySituation } from "./policy-row.ts";
import { sayPolicy } from "./policy-texts.ts";
import { type TrialOptions, tryPolicy } from "./try-policy.ts";

/** How one requirement's demand changed from one date to the next. */
export interface PolicyChange {
  readonly requirement: string;
  readonly role: RequirementRole;
  readonly what: "new" | "stricter" | "weaker" | "different" | "gone";
  /** Parameters that changed. */
  readonly parameters: readonly string[];
  readonly sentence: Sentence;
}

export interface PolicyStep {
  readonly on: IsoDate;
  readonly asked: readonly AskedItem[];
  /** Against the step before; empty for the first. */
  readonly changes: readonly PolicyChange[];
}

// Asked of different bidders, one requirement stands several times.
function keyOf(item: AskedItem): string {
  const bidders = item.bidders.map(({ bidderRole, size }) => `${bidderRole}/${size}`).join(",");
  return `${item.requirement} ${item.role} ${bidders}`;
}

function compareAsked(
  before: AskedItem | undefined,
  after: AskedItem | undefined,
  find: FindRequirement,
): PolicyChange[] {
  const item = after ?? before;
  if (item === undefined) return [];
  const requirement = find(item.requirement, item.version);
  const relation = compareValues(
    requirement?.parameters ?? [],
    after?.values ?? null,
    before?.values ?? null,
  );
  const labels = new Map(requirement?.parameters.map(({ key, label }) => [key, label]));
  const parameters = Object.entries(relation.byParameter)
    .filter(([, one]) => one !== "equal")
    .map(([key]) => key);
  if (relation.relation === "equal") return [];
  const what =
    before === undefined
      ? "new"
      : after === undefined
        ? "gone"
        : relation.relation === "stricter" || relation.relation === "weaker"
          ? relation.relation
          : "different";
  return [
    {
      requirement: item.requirement,
      role: item.role,
      what,
      parameters,
      sentence: sayPolicy(`policy.change.${what}`, {
        requirement: `“${requirement?.title ?? item.requirement}”`,
        parameters: parameters.map((key) => labels.get(key) ?? key).join("; "),
      }),
    },
  ];
}

/** The days on which the table's answer can change: where a row begins, and the day after one ends. Ascending. */
export function listTurningDays(policy: Policy): IsoDate[] {
  const days = policy.rows.flatMap(({ row }) => [
    row.effectiveFrom,
    ...(row.effectiveTo === null ? [] : [addDays(row.effectiveTo, 1)]),
  ]);
  return [...new Set(days)].sort();
}

/**
 * The same table over time: what is asked on each of the days, and what gets stricter, weaker, is new or gone since the
 * one before. This is the scale-up plan as suppliers want to read it.
 *
 * @example scaleUp(policy, situation, listTurningDays(policy))
 */
export function scaleUp(
  policy: Policy,
  situation: PolicySituation,
  dates: readonly IsoDate[],
  options: Pick<TrialOptions, "rates"> = {},
): PolicyStep[] {
  const steps: PolicyStep[] = [];
  let before: ReadonlyMap<string, AskedItem> | null = null;
  for (const on of [...new Set(dates)].sort()) {
    const { asked } = tryPolicy(policy, situation, on, { ...options, explainAtMost: 0 });
    const now = new Map(asked.map((item) => [keyOf(item), item]));
    const earlier: ReadonlyMap<string, AskedItem> = before ?? now;
    const changes = [...new Set([...earlier.keys(), ...now.keys()])].flatMap((key) =>
      compareAsked(earlier.get(key), now.get(key), policy.findRequirement),
    );
    steps.push({ on, asked, changes });
    before = now;
  }
  return steps;
}

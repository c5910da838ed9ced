import type { IsoDate, Sentence } from "@throughline/domain";
import { type Policy, rowsOfCategories } from "./compile-policy.ts";
import type { ExchangeRates } from "./convert-money.ts";
import { isInForce, matchRow, type ReadyRow } from "./match-row.ts";
import type {
  PolicySituation,
  PolicyTrial,
  RowThatDoesNotFire,
  RowThatFires,
} from "./policy-row.ts";
import { sayPolicy } from "./policy-texts.ts";
import { resolveRows } from "./resolve-rows.ts";

/** What can be told to a trial besides the table and the situation. */
export interface TrialOptions {
  /** Rates of a day, for values in another currency than the row's. Without them such rows are unknown, and say so. */
  readonly rates?: ExchangeRates | null;
  /** How many rows that do not fire are explained; the rest is counted. */
  readonly explainAtMost?: number;
}

interface Sorted {
  readonly firing: ReadyRow[];
  readonly because: Map<ReadyRow, Sentence[]>;
  readonly not: RowThatDoesNotFire[];
  notLeftOut: number;
  readonly unknowns: PolicyTrial["unknowns"][number][];
}

/** The rows in force, by whether they fire. */
function sortRows(
  policy: Policy,
  situation: PolicySituation,
  onDate: IsoDate,
  rates: ExchangeRates | null,
  explainAtMost: number,
): Sorted {
  const candidates = rowsOfCategories(policy, situation.cpv);
  const sorted: Sorted = { firing: [], because: new Map(), not: [], notLeftOut: 0, unknowns: [] };
  for (const ready of policy.rows) {
    const { row } = ready;
    if (!isInForce(row, onDate)) continue;
    if (!candidates.has(ready) && sorted.not.length >= explainAtMost) {
      sorted.notLeftOut += 1;
      continue;
    }
    const matches = matchRow(ready, situation, rates);
    const no = matches.find(({ holds }) => holds === "no");
    if (no !== undefined) {
      if (sorted.not.length >= explainAtMost) sorted.notLeftOut += 1;
      else sorted.not.push({ row, condition: no.condition, because: no.say() });
      continue;
    }
    const open = matches.filter(({ holds }) => holds === "unknown");
    if (open.length > 0) {
      for (const { condition, say } of open)
        sorted.unknowns.push({ row, condition, sentence: say() });
      continue;
    }
    sorted.firing.push(ready);
    sorted.because.set(
      ready,
      matches.length === 0 ? [sayPolicy("policy.because.always")] : matches.map(({ say }) => say()),
    );
  }
  return sorted;
}

/**
 * Tries a table on a situation: which rows in force on the day fire and why, which do not and for what first reason,
 * and what those that fire ask together by the rule for overlaps (`resolve-rows.ts`). A row that a missing fact could
 * make fire asks nothing and stands under `unknowns`. Cost: one look at each row.
 *
 * @example
 * const { asked } = tryPolicy(compilePolicy(rows, find), { cpv: ["30213100"], risk: "high", … }, "2026-11-20");
 */
export function tryPolicy(
  policy: Policy,
  situation: PolicySituation,
  onDate: IsoDate,
  options: TrialOptions = {},
): PolicyTrial {
  const { firing, because, not, notLeftOut, unknowns } = sortRows(
    policy,
    situation,
    onDate,
    options.rates ?? null,
    options.explainAtMost ?? 200,
  );
  const groups = Map.groupBy(firing, ({ row }) => `${row.then.requirement} ${row.then.role}`);
  const asked: PolicyTrial["asked"][number][] = [];
  const conflicts: PolicyTrial["conflicts"][number][] = [];
  const overridden = new Map<string, readonly string[]>();
  for (const group of groups.values()) {
    const resolved = resolveRows(group, situation, policy.findRequirement);
    for (const [id, by] of resolved.overridden) overridden.set(id, by);
    const titles = new Map(group.map(({ row }) => [row.id, row.title]));
    for (const item of resolved.asked) {
      asked.push(item);
      const requirement = policy.findRequirement(item.requirement, item.version);
      const [first] = group;
      if (requirement === undefined && first !== undefined && item.rowIds.length > 1)
        unknowns.push({
          row: first.row,
          condition: "library",
          sentence: sayPolicy("policy.unknown.library", { requirement: item.requirement }),
        });
      if (item.undecided.length === 0) continue;
      const labels = new Map(requirement?.parameters.map(({ key, label }) => [key, label]));
      conflicts.push({
        requirement: item.requirement,
        role: item.role,
        parameters: item.undecided,
        rowIds: item.rowIds,
        sentence: sayPolicy("policy.conflict.values", {
          rows: item.rowIds.map((id) => `“${titles.get(id) ?? id}”`).join("; "),
          requirement: `“${requirement?.title ?? item.requirement}”`,
          parameters: item.undecided.map((key) => labels.get(key) ?? key).join("; "),
        }),
      });
    }
  }
  const fires: RowThatFires[] = firing.map((ready) => ({
    row: ready.row,
    because: because.get(ready) ?? [],
    overriddenBy: overridden.get(ready.row.id) ?? [],
  }));
  return { fires, doesNotFire: not, doesNotFireLeftOut: notLeftOut, asked, conflicts, unknowns };
}

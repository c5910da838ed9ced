/** What every rule of alignment reads, gathered once. */
import type {
  Parameter,
  ParameterValues,
  ProcurementFacts,
  Requirement,
  RequirementInstance,
} from "@throughline/domain";
import { compareValues, valueOf, type ValuesComparison } from "../parameters/compare-values.ts";
import { strictest } from "../parameters/join-values.ts";
import { type LeadTime, leadTime } from "./lead-time.ts";
import type { AlignmentOptions, FindRequirement } from "./alignment-shapes.ts";

export interface AlignmentContext {
  readonly facts: ProcurementFacts;
  readonly options: AlignmentOptions;
  readonly find: FindRequirement;
  /** While it is drafted everything can be changed; what is published cannot, short of a corrected notice. */
  readonly open: boolean;
  readonly criteria: readonly RequirementInstance[];
  readonly clauses: readonly RequirementInstance[];
  readonly clausesOf: ReadonlyMap<string, readonly RequirementInstance[]>;
  readonly instancesOf: ReadonlyMap<string, readonly RequirementInstance[]>;
  readonly leadTime: LeadTime;
  readonly titleOf: (key: string | null, fallback?: string) => string;
  readonly newest: (key: string | null) => Requirement | undefined;
  /** What clauses of one requirement ask together; reckoned once for the same clauses. */
  readonly agreedOf: (key: string, clauses: readonly RequirementInstance[]) => ParameterValues;
}

// How heavy a criterion weighs is told with it and asks nothing of anybody.
const aboutScoring = new Set(["weight_percent"]);

/** The values that can be kept or broken. */
export function binding(values: ParameterValues): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !aboutScoring.has(key)));
}

/** The values that only tell how it is scored. */
export function scoring(values: ParameterValues): ParameterValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => aboutScoring.has(key)));
}

function groupByRequirement(
  instances: readonly RequirementInstance[],
): Map<string, RequirementInstance[]> {
  const groups = new Map<string, RequirementInstance[]>();
  for (const instance of instances) {
    if (instance.requirement === null) continue;
    const group = groups.get(instance.requirement);
    if (group === undefined) groups.set(instance.requirement, [instance]);
    else group.push(instance);
  }
  return groups;
}

/** Gathers it: groups by requirement, the newest versions, the lead time. */
export function gatherContext(
  facts: ProcurementFacts,
  find: FindRequirement,
  options: AlignmentOptions,
): AlignmentContext {
  const clauses = facts.instances.filter(({ role }) => role === "clause");
  const newestByKey = new Map<string, Requirement | undefined>();
  const newest = (key: string | null): Requirement | undefined => {
    if (key === null) return undefined;
    if (!newestByKey.has(key)) newestByKey.set(key, find(key, null));
    return newestByKey.get(key);
  };
  const agreed = new Map<string, ParameterValues>();
  return {
    facts,
    options,
    find,
    open: facts.stage === "drafting",
    criteria: facts.instances.filter(({ role }) => role !== "clause"),
    clauses,
    clausesOf: groupByRequirement(clauses),
    instancesOf: groupByRequirement(facts.instances),
    leadTime: leadTime(facts),
    newest,
    agreedOf: (key, group) => {
      const ids = group.map(({ id }) => id).join("\u0000");
      let known = agreed.get(ids);
      if (known === undefined) {
        known = joinInstances(
          newest(key)?.parameters ?? [],
          group.map(({ values }) => binding(values)),
        );
        agreed.set(ids, known);
      }
      return known;
    },
    titleOf: (key, fallback = "") => `“${newest(key)?.title ?? (fallback || (key ?? ""))}”`,
  };
}

const roleWords = {
  selection: "selection criterion",
  technical: "specification",
  award: "award criterion",
  clause: "clause",
} as const;

/** An instance as a person names it: "clause 14.2", "award criterion “Transparency”". */
export function nameInstance({ role, place, title }: RequirementInstance): string {
  return `${roleWords[role]} ${place.trim() === "" ? `“${title}”` : place}`;
}

/** Whether two instances stand in a lot together; no lots named means all. */
export function shareLot(
  a: Pick<RequirementInstance, "lots">,
  b: Pick<RequirementInstance, "lots">,
): boolean {
  return a.lots.length === 0 || b.lots.length === 0 || a.lots.some((lot) => b.lots.includes(lot));
}

/**
 * The lots of an instance in which none of the others stands. `null`: in none of its lots. Without a list of lots, one
 * that stands anywhere stands everywhere.
 */
export function uncoveredLots(
  instance: Pick<RequirementInstance, "lots">,
  others: readonly Pick<RequirementInstance, "lots">[],
  facts: Pick<ProcurementFacts, "lots">,
): readonly string[] | null {
  if (others.length === 0) return null;
  if (others.some(({ lots }) => lots.length === 0)) return [];
  const wanted = instance.lots.length > 0 ? instance.lots : facts.lots.map(({ id }) => id);
  const covered = new Set(others.flatMap(({ lots }) => lots));
  return wanted.filter((lot) => !covered.has(lot));
}

/** Compares values by the newest version the library holds; a requirement of no library by equality alone. */
export function compareOf(
  context: AlignmentContext,
  key: string,
  a: ParameterValues,
  b: ParameterValues,
): ValuesComparison {
  return compareValues(context.newest(key)?.parameters ?? [], a, b);
}

/** Labels of the parameters in which a comparison found one of the relations. */
export function labelsWhere(
  parameters: readonly Parameter[],
  { byParameter }: ValuesComparison,
  ...relations: readonly string[]
): string {
  const labels = new Map(parameters.map(({ key, label }) => [key, label]));
  return Object.entries(byParameter)
    .filter(([, relation]) => relations.includes(relation))
    .map(([key]) => labels.get(key) ?? key)
    .join("; ");
}

/** What several instances ask together. Where no order joins their values, the first one's stands. */
export function joinInstances(
  parameters: readonly Parameter[],
  values: readonly ParameterValues[],
): ParameterValues {
  const joined = strictest(parameters, values);
  const result: ParameterValues = { ...joined.values };
  for (const key of joined.incomparable) {
    const first = values.map((one) => valueOf(one, key)).find((value) => value !== undefined);
    if (first !== undefined) result[key] = first;
  }
  return result;
}

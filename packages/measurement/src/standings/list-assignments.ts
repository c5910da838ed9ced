import type {
  AddedKpi,
  ContractCondition,
  IsoDate,
  KpiAssignment,
  KpiReason,
  KpiTarget,
} from "@throughline/domain";
import { findKpi } from "../catalogue/kpi-catalogue.ts";

interface Asked {
  readonly kpi: string;
  readonly target: KpiTarget;
  readonly everyMonths: number;
  readonly reason: KpiReason;
  readonly personId: string | null;
  readonly role: string | null;
}

/** Short and stable for a text: keys are made of it, nothing is kept secret by it. */
function foldText(text: string): string {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash.toString(36);
}

function keyOf({ kpi, everyMonths, target }: Asked): string {
  const words = target.words === null ? "" : `~${foldText(target.words)}`;
  return `${kpi}~${everyMonths}~${target.number ?? ""}${words}`;
}

function askedByClauses(conditions: readonly ContractCondition[]): Asked[] {
  return conditions.flatMap((condition) =>
    (condition.followUp?.kpis ?? []).map(({ kpi, target, targetText, everyMonths }): Asked => ({
      kpi,
      target: { number: target, words: targetText },
      everyMonths,
      reason: {
        kind: "clause",
        conditionId: condition.id,
        clause: condition.clause,
        requirement: condition.requirement,
        inheritedFrom: condition.inheritedFrom,
      },
      personId: condition.followUp?.personId ?? null,
      role: condition.followUp?.role ?? null,
    })),
  );
}

function askedByHand(added: readonly AddedKpi[], asOf: IsoDate): Asked[] {
  return added.flatMap(({ id, kpi, target, everyMonths, reason, from, until, personId, role }) =>
    from > asOf || (until !== null && until <= asOf)
      ? []
      : [
          {
            kpi,
            target,
            everyMonths,
            reason: { kind: "added", assignmentId: id, reason, on: from } as const,
            personId,
            role,
          },
        ],
  );
}

/**
 * A KPI that is looked at although nobody asked for it: no target, so nothing is rated.
 *
 * @example contract.standing(lookAt("R1", 3, "2026-11-20"), periodOf("2026-11-20", 3))
 */
export function lookAt(kpi: string, everyMonths: number, asOf: IsoDate): KpiAssignment {
  return {
    key: `${kpi}~${everyMonths}~`,
    kpi,
    target: { number: null, words: null },
    everyMonths,
    reasons: [{ kind: "added", assignmentId: "", reason: "Looked at, not asked for.", on: asOf }],
    personId: null,
    role: null,
  };
}

/**
 * The KPIs that apply to a contract on a day: those its clauses name, and those added by hand. What asks the same of the same
 * KPI is one assignment with several reasons; different targets stay apart, because a clause is not loosened by another.
 * What is not in the catalogue is left out.
 *
 * @example listAssignments(facts.contract.conditions, facts.added, "2026-03-31").map(({ kpi }) => kpi) // ["T1", "R1"]
 */
export function listAssignments(
  conditions: readonly ContractCondition[],
  added: readonly AddedKpi[],
  asOf: IsoDate,
): KpiAssignment[] {
  const all = [...askedByClauses(conditions), ...askedByHand(added, asOf)].filter(
    ({ kpi }) => findKpi(kpi) !== undefined,
  );
  return [...Map.groupBy(all, keyOf)].flatMap(([key, asked]): KpiAssignment[] => {
    const [first] = asked;
    if (first === undefined) return [];
    return [
      {
        key,
        kpi: first.kpi,
        target: first.target,
        everyMonths: first.everyMonths,
        reasons: asked.map(({ reason }) => reason),
        personId: asked.find(({ personId }) => personId !== null)?.personId ?? null,
        role: asked.find(({ role }) => role !== null)?.role ?? null,
      },
    ];
  });
}

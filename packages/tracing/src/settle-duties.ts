/**
 * Duties as the line knows them: a list of sites that came is not "has not come", though nobody recorded it under its duty.
 * That it came does not say that it is what the clause asks: a person records that.
 */
import type { Duty } from "@throughline/domain";
import { isTracingClause, type ClauseDuty } from "./clause-duties.ts";
import type { KnownFacts } from "./gather-known-facts.ts";

/** A duty; `disclosed` where disclosures came for every brand and nobody said under the duty what they are worth. */
export interface SettledDuty extends Duty {
  readonly disclosed: boolean;
}

/** Puts to overdue duties of clauses on sites the disclosures that came; `null` where nobody looked at duties. */
export function settleDuties(
  known: KnownFacts,
  clauseDuties: readonly ClauseDuty[],
): readonly SettledDuty[] | null {
  if (known.duties === null) return null;
  const byCondition = Map.groupBy(clauseDuties, ({ condition }) => condition.id);
  const tracing = new Set(
    known.contract.conditions.filter(isTracingClause).map((condition) => condition.id),
  );
  return known.duties.map((duty): SettledDuty => {
    const { conditionId, state, whose } = duty;
    if (state !== "overdue" || whose !== "supplier" || !tracing.has(conditionId))
      return { ...duty, disclosed: false };
    const brands = byCondition.get(conditionId) ?? [];
    const days = brands.flatMap(({ lastOn, overdue }) => (overdue ? [] : (lastOn ?? [])));
    if (brands.length === 0 || days.length < brands.length) return { ...duty, disclosed: false };
    const performedOn = days.sort().at(-1) ?? null;
    return { ...duty, state: "performed_without_result", performedOn, disclosed: true };
  });
}

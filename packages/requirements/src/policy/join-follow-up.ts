import type { FollowUp } from "@throughline/domain";

const union = <Item>(lists: readonly (readonly Item[])[]): Item[] => [...new Set(lists.flat())];

/**
 * What several rows ask about looking after one requirement, taken together: every way, every KPI at its closest
 * rhythm, every kind of evidence; the first person, role and hours that anybody named. `null` where nobody asks any.
 *
 * @example joinFollowUps([null, null]) // null
 */
export function joinFollowUps(followUps: readonly (FollowUp | null)[]): FollowUp | null {
  const given = followUps.filter((one) => one !== null);
  if (given.length === 0) return null;
  const kpis = new Map<string, FollowUp["kpis"][number]>();
  for (const one of given.flatMap((followUp) => followUp.kpis)) {
    const already = kpis.get(one.kpi);
    if (already === undefined || one.everyMonths < already.everyMonths) kpis.set(one.kpi, one);
  }
  return {
    ways: union(given.map(({ ways }) => ways)),
    kpis: [...kpis.values()],
    evidenceTypes: union(given.map(({ evidenceTypes }) => evidenceTypes)),
    personId: given.find(({ personId }) => personId !== null)?.personId ?? null,
    role: given.find(({ role }) => role !== null)?.role ?? null,
    hoursPerMonth: given.find(({ hoursPerMonth }) => hoursPerMonth !== null)?.hoursPerMonth ?? null,
  };
}

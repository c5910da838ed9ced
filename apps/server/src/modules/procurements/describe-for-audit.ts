/** A change of a procurement as the audit keeps it: what is different, without anybody's name or address. */
import type { BidPromise, ProcurementFacts, RequirementInstance } from "@throughline/domain";
import type { ProcurementContent } from "./procurements.store.ts";

/** An instance without the words for whoever follows it up. */
function withoutNames(instance: RequirementInstance): Record<string, unknown> {
  const { followUp } = instance;
  return {
    ...instance,
    followUp:
      followUp === null ? null : { ...followUp, role: followUp.role === null ? null : "named" },
  };
}

/** A promise by what it promises; its words and its bidder are the bid's, and stay out of what cannot be erased. */
function outlineOf({ id, winning, criterionId, requirement, values }: BidPromise): unknown {
  return { id, winning, criterionId, requirement, values };
}

function listDifferent<T extends { readonly id: string }>(
  one: readonly T[],
  other: readonly T[],
): T[] {
  const others = new Map(other.map((item) => [item.id, JSON.stringify(item)]));
  return one.filter((item) => others.get(item.id) !== JSON.stringify(item));
}

function sideOf(
  content: ProcurementContent,
  other: ProcurementContent | null,
): Record<string, unknown> {
  const { instances, promises, id: _, risk: _risk, ...rest } = content.facts;
  const told: Record<string, unknown> = {
    ...rest,
    ocid: content.ocid,
    noticeId: content.noticeId,
    riskOverride: content.riskOverride === null ? null : { level: content.riskOverride.level },
    frameworkId: content.frameworkId,
  };
  const othersFacts: ProcurementFacts | null = other?.facts ?? null;
  const fields = Object.entries(told).filter(([field, value]) => {
    if (other === null || othersFacts === null) return true;
    const theirs: Record<string, unknown> = {
      ...othersFacts,
      ocid: other.ocid,
      noticeId: other.noticeId,
      riskOverride: other.riskOverride === null ? null : { level: other.riskOverride.level },
      frameworkId: other.frameworkId,
    };
    return JSON.stringify(theirs[field]) !== JSON.stringify(value);
  });
  return {
    ...Object.fromEntries(fields),
    instances: listDifferent(instances, othersFacts?.instances ?? []).map(withoutNames),
    promises: listDifferent(promises, othersFacts?.promises ?? []).map(outlineOf),
    order:
      othersFacts !== null &&
      instances.map(({ id }) => id).join() === othersFacts.instances.map(({ id }) => id).join()
        ? undefined
        : instances.map(({ id }) => id),
  };
}

/** What is different, before and after. */
export function describeForAudit(
  before: ProcurementContent,
  after: ProcurementContent,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  return { before: sideOf(before, after), after: sideOf(after, before) };
}

/** A procurement as a whole. */
export function describeWhole(content: ProcurementContent): Record<string, unknown> {
  return sideOf(content, null);
}

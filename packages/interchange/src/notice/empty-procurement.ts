/** The shape notices are read into, with nothing said yet: readers fill in what theirs tells. */
import type { NormalisedProcurement } from "@throughline/domain";

export type NoticeLotRead = NormalisedProcurement["lots"][number];
export type NoticeValue = { amount: number; currency: string };

/** A lot that says nothing but its id. */
export function emptyLot(id: string): NoticeLotRead {
  return {
    id,
    title: "",
    cpv: [],
    value: null,
    awardCriteria: [],
    selectionCriteria: [],
    strategicProcurement: [],
    strategicDescription: null,
    socialObjectives: [],
    environmentalImpacts: [],
    innovations: [],
    greenCriteria: [],
    accessibility: null,
    performanceTerms: [],
    deadlineOn: null,
    inherited: [],
  };
}

/** A procurement that says nothing but where it comes from and what kind of notice it is. */
export function emptyProcurement(
  source: NormalisedProcurement["source"],
  kind: NormalisedProcurement["kind"],
): NormalisedProcurement {
  return {
    source,
    kind,
    ocid: null,
    noticeId: null,
    noticeVersion: null,
    procedureId: null,
    publicationId: null,
    title: "",
    description: null,
    languages: [],
    buyer: { name: "", id: null },
    country: null,
    cpv: [],
    procedure: null,
    value: null,
    publishedOn: null,
    deadlineOn: null,
    awardedOn: null,
    lots: [],
    exclusionGrounds: [],
    suppliers: [],
    contracts: [],
    modifications: [],
    notes: [],
    unread: {},
  };
}

/** Without repeats, in the order of first appearance. */
export function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

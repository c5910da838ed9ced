/** Procurements as the API tells them: what may be said of one, what it looks like in a list and alone, the contracts of an award. */
import {
  CountryCode,
  CpvCode,
  IsoDate,
  IsoInstant,
  Money,
  Procedure,
  ProcurementFacts,
  ProcurementStage,
  RequirementInstance,
  RequirementKey,
  RequirementRole,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import { Alignment } from "./alignment.ts";
import { ConditionInput, Party } from "./contracts.ts";
import { RecordId } from "./endpoint.ts";
import { PolicyAsk, RiskLevel } from "./policies.ts";

/** Risk of what is bought: weighed by the risk engine, unless somebody said otherwise and why. */
export const ProcurementRisk = z.object({
  level: RiskLevel,
  weighed: RiskLevel,
  because: z.array(Sentence),
  overridden: z.object({ level: RiskLevel, reason: z.string() }).nullable(),
});
export type ProcurementRisk = z.infer<typeof ProcurementRisk>;

const Lot = ProcurementFacts.shape.lots.element;

/** What may be said of a procurement and changed later; no defaults here: a change that leaves a field out must not touch it. */
export const procurementFields = {
  reference: z.string().trim().min(1).max(120),
  title: z.string().trim().min(1).max(400),
  ocid: z.string().max(120).nullable(),
  noticeId: z.string().max(120).nullable(),
  procedure: Procedure,
  cpv: z.array(CpvCode).max(50),
  value: Money.nullable(),
  country: CountryCode.nullable(),
  announcedOn: IsoDate.nullable(),
  publishedOn: IsoDate.nullable(),
  deadlineOn: IsoDate.nullable(),
  awardedOn: IsoDate.nullable(),
  expectedBidders: z.array(z.enum(["reseller", "brand"])).max(2),
  riskOverride: z
    .object({ level: RiskLevel, reason: z.string().trim().min(1).max(2000) })
    .nullable(),
  lots: z.array(Lot).max(200),
  hours: ProcurementFacts.shape.hours,
  /** Framework a mini-competition is held under. */
  frameworkId: RecordId.nullable(),
};

/** A criterion or clause as it is said; its id is ours. */
export const InstanceInput = RequirementInstance.omit({ id: true }).extend({
  place: RequirementInstance.shape.place.default(""),
  values: RequirementInstance.shape.values.default({}),
  version: RequirementInstance.shape.version.default(null),
  lots: RequirementInstance.shape.lots.default([]),
  weight: RequirementInstance.shape.weight.default(null),
  subjectMatterLink: RequirementInstance.shape.subjectMatterLink.default(null),
  labels: RequirementInstance.shape.labels.default([]),
  equivalentAccepted: RequirementInstance.shape.equivalentAccepted.default(null),
  announced: RequirementInstance.shape.announced.default(false),
  followUp: RequirementInstance.shape.followUp.default(null),
});
export type InstanceInput = z.infer<typeof InstanceInput>;

export const ProcurementInput = z.object({
  reference: procurementFields.reference,
  title: procurementFields.title,
  ocid: procurementFields.ocid.default(null),
  noticeId: procurementFields.noticeId.default(null),
  procedure: procurementFields.procedure.default("open"),
  cpv: procurementFields.cpv.default([]),
  value: procurementFields.value.default(null),
  country: procurementFields.country.default(null),
  announcedOn: procurementFields.announcedOn.default(null),
  deadlineOn: procurementFields.deadlineOn.default(null),
  expectedBidders: procurementFields.expectedBidders.default([]),
  riskOverride: procurementFields.riskOverride.default(null),
  lots: procurementFields.lots.default([]),
  hours: procurementFields.hours.default({ preparation: null, followUp: null }),
  frameworkId: procurementFields.frameworkId.default(null),
  instances: z.array(InstanceInput).max(500).default([]),
});
export type ProcurementInput = z.infer<typeof ProcurementInput>;

export const ProcurementSummary = z.object({
  id: RecordId,
  reference: z.string(),
  title: z.string(),
  stage: ProcurementStage,
  /** Where it stands in a sentence: "Bids are due on 3 March." */
  stageSays: Sentence,
  procedure: Procedure,
  cpv: z.array(CpvCode),
  value: Money.nullable(),
  announcedOn: IsoDate.nullable(),
  publishedOn: IsoDate.nullable(),
  deadlineOn: IsoDate.nullable(),
  awardedOn: IsoDate.nullable(),
  risk: RiskLevel,
  invented: z.boolean(),
  criteria: z.int(),
  clauses: z.int(),
  open: Alignment.shape.open,
  waived: z.int(),
  contracts: z.int(),
});
export type ProcurementSummary = z.infer<typeof ProcurementSummary>;

/** What was done to it; the latest one can be undone. */
export const ProcurementAct = z.object({
  id: RecordId,
  kind: z.string(),
  sentence: Sentence,
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: IsoInstant,
  undone: z.boolean(),
});
export type ProcurementAct = z.infer<typeof ProcurementAct>;

export const ProcurementDetail = z.object({
  id: RecordId,
  version: z.int(),
  facts: ProcurementFacts,
  ocid: z.string().nullable(),
  noticeId: z.string().nullable(),
  invented: z.boolean(),
  framework: z.object({ id: RecordId, title: z.string() }).nullable(),
  stageSays: Sentence,
  risk: ProcurementRisk,
  /** CPV codes of the procurement and its lots with their English labels. */
  cpvLabels: z.array(z.object({ code: CpvCode, label: z.string() })),
  /** What each instance asks, in a sentence, by instance id. */
  asks: z.array(z.object({ instanceId: z.string(), sentence: Sentence })),
  alignment: Alignment,
  /** From first announcement to first deadline. */
  leadTime: z.object({ days: z.int().nullable(), sentence: Sentence, short: z.boolean() }),
  /** What the policy asks of it on the day it is (to be) published, and what of that is not in it. */
  policy: z.object({
    asked: z.array(PolicyAsk),
    missing: z.array(z.object({ requirement: RequirementKey, role: RequirementRole })),
    conflicts: z.array(Sentence),
  }),
  contracts: z.array(
    z.object({
      id: RecordId,
      reference: z.string(),
      title: z.string(),
      supplier: z.string().nullable(),
      lots: z.array(z.string()),
    }),
  ),
  /** The notice it was read from; fields that were not understood are kept in it. */
  notice: z
    .object({
      source: z.enum(["ocds", "eforms", "short_form"]),
      kind: z.string(),
      buyer: z.object({ name: z.string(), id: z.string().nullable() }),
      suppliers: z.array(z.object({ name: z.string(), lots: z.array(z.string()) })),
      readOn: IsoDate,
      unread: z.int(),
    })
    .nullable(),
  lastAct: ProcurementAct.nullable(),
  can: z.object({
    write: z.boolean(),
    /** Criteria and clauses can be changed now: it is not published. */
    change: z.boolean(),
    publish: z.boolean(),
    waive: z.boolean(),
    award: z.boolean(),
    remove: z.boolean(),
    undo: z.boolean(),
  }),
});
export type ProcurementDetail = z.infer<typeof ProcurementDetail>;

/** A contract to be made from an award. */
export const AwardedContract = z.object({
  kind: z.enum(["framework", "call_off", "stand_alone"]),
  frameworkId: RecordId.nullable().default(null),
  reference: z.string().trim().min(1).max(120),
  title: z.string().trim().min(1).max(400),
  /** Lots it covers; empty: all. */
  lots: z.array(z.string().max(40)).max(200).default([]),
  supplier: Party.nullable(),
  buyer: Party.nullable().default(null),
  /** Bidder as named in the promises; its winning promises are carried over. */
  bidder: z.string().max(300).nullable().default(null),
  value: Money.nullable().default(null),
  signedOn: IsoDate.nullable().default(null),
  startsOn: IsoDate.nullable().default(null),
  endsOn: IsoDate.nullable().default(null),
});
export type AwardedContract = z.infer<typeof AwardedContract>;

/** What a contract made from an award carries, and how each promise got into it. */
export const ContractFromAward = z.object({
  /** `null` in a dry run. */
  id: RecordId.nullable(),
  reference: z.string(),
  title: z.string(),
  conditions: z.array(ConditionInput),
  promises: z.array(
    z.object({
      promiseId: z.string(),
      /** `already`: the clause asked as much; `raised`: the clause now carries the promised values; `in_words`: the clause now says so; `added`: a clause of its own; `by_hand`: cannot be compared, the clause keeps both in words. */
      how: z.enum(["already", "raised", "in_words", "added", "by_hand"]),
      clause: z.string(),
      sentence: Sentence,
    }),
  ),
});
export type ContractFromAward = z.infer<typeof ContractFromAward>;

/** Procurements: a tender from its first announcement to the contracts that came of it, and what public notices say of it. */
import { z } from "zod";
import { CountryCode, CpvCode, CurrencyCode, IsoDate, Money } from "./values.ts";
import { ParameterValues, RequirementInstance, RequirementKey } from "./requirement.ts";

/** 2014/24/EU art. 26 and following; `other` for procedures outside it. */
export const procedures = [
  "open",
  "restricted",
  "competitive_with_negotiation",
  "competitive_dialogue",
  "negotiated_without_call",
  "innovation_partnership",
  "mini_competition",
  "other",
] as const;
export const Procedure = z.enum(procedures);
export type Procedure = z.infer<typeof Procedure>;

export const procurementStages = [
  "drafting",
  "published",
  "evaluating",
  "awarded",
  "closed",
] as const;
export const ProcurementStage = z.enum(procurementStages);
export type ProcurementStage = z.infer<typeof ProcurementStage>;

/** What a bidder promised, beyond or within what was asked; the winning bid's must reach the contract. */
export const BidPromise = z.strictObject({
  id: z.string(),
  bidder: z.string().min(1).max(300),
  winning: z.boolean(),
  /** Criterion it answers; `null` for a promise nobody asked for. */
  criterionId: z.string().nullable(),
  requirement: RequirementKey.nullable(),
  text: z.string().min(1).max(4000),
  values: ParameterValues,
});
export type BidPromise = z.infer<typeof BidPromise>;

/** What alignment, policy and lead time read of one procurement. */
export const ProcurementFacts = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  procedure: Procedure,
  stage: ProcurementStage,
  cpv: z.array(CpvCode),
  value: Money.nullable(),
  country: CountryCode.nullable(),
  /** When the market first heard of it; before publication where there was an early announcement. */
  announcedOn: IsoDate.nullable(),
  publishedOn: IsoDate.nullable(),
  /** First day by which bidders must answer. */
  deadlineOn: IsoDate.nullable(),
  awardedOn: IsoDate.nullable(),
  /** Who may bid: resellers, brands, or both. */
  expectedBidders: z.array(z.enum(["reseller", "brand"])),
  /** Inherent risk of what is bought, from the weighing. */
  risk: z.enum(["high", "medium", "low", "unknown"]),
  lots: z.array(z.strictObject({ id: z.string(), title: z.string(), cpv: z.array(CpvCode) })),
  instances: z.array(RequirementInstance),
  promises: z.array(BidPromise),
  /** Hours a month planned for preparing it and for looking after the contract; `null`: not said. */
  hours: z.strictObject({
    preparation: z.number().nonnegative().nullable(),
    followUp: z.number().nonnegative().nullable(),
  }),
});
export type ProcurementFacts = z.infer<typeof ProcurementFacts>;

const NoticeParty = z.strictObject({ name: z.string(), id: z.string().nullable() });

/** One procurement as a public notice tells it, whatever the format: what `throughline read-notice` prints. */
export const NormalisedProcurement = z.strictObject({
  source: z.enum(["ocds", "eforms", "short_form"]),
  /** What the notice is: `planning`, `tender`, `award`, `contract`, `modification`. */
  kind: z.enum(["planning", "tender", "award", "contract", "modification"]),
  ocid: z.string().nullable(),
  noticeId: z.string().nullable(),
  /** Version of the notice (BT-757). */
  noticeVersion: z.string().nullable(),
  /** Id of the procedure its notices share (BT-04); releases of OCDS have the ocid for it. */
  procedureId: z.string().nullable(),
  /** Number in the Official Journal or its like, once published: `00163529-2024`. */
  publicationId: z.string().nullable(),
  /** Empty where the notice gives none. */
  title: z.string(),
  description: z.string().nullable(),
  /** ISO 639-1, the official one first; texts are given in that one, the others stand in `unread`. */
  languages: z.array(z.string()),
  buyer: NoticeParty,
  country: CountryCode.nullable(),
  cpv: z.array(CpvCode),
  procedure: Procedure.nullable(),
  value: z.strictObject({ amount: z.number(), currency: CurrencyCode }).nullable(),
  publishedOn: IsoDate.nullable(),
  deadlineOn: IsoDate.nullable(),
  awardedOn: IsoDate.nullable(),
  lots: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      cpv: z.array(CpvCode),
      value: z.strictObject({ amount: z.number(), currency: CurrencyCode }).nullable(),
      /** BT-540 and following. `weight` in percent where the notice gives one. */
      awardCriteria: z.array(
        z.strictObject({
          type: z.string(),
          name: z.string(),
          weight: z.number().nullable(),
          /** BT-540, where the criterion has a name beside it. */
          description: z.string().nullable(),
        }),
      ),
      /** BT-809, BT-750. */
      selectionCriteria: z.array(z.strictObject({ type: z.string(), name: z.string() })),
      /** BT-06: `soc-obj`, `env-imp`, `inn-pur`, `none`. */
      strategicProcurement: z.array(z.string()),
      /** BT-777: what is strategic about it, in words. */
      strategicDescription: z.string().nullable(),
      /** BT-775, for instance `hum-right`. */
      socialObjectives: z.array(z.string()),
      /** BT-774. */
      environmentalImpacts: z.array(z.string()),
      /** BT-776. */
      innovations: z.array(z.string()),
      /** BT-805: whose green criteria are used. */
      greenCriteria: z.array(z.string()),
      /** BT-754: whether accessibility criteria are included. */
      accessibility: z.string().nullable(),
      /** BT-70, with the clause's kind where coded. */
      performanceTerms: z.array(z.strictObject({ type: z.string().nullable(), text: z.string() })),
      deadlineOn: IsoDate.nullable(),
      /** Names of the fields above that the notice tells for the whole procedure only: the lot has them from there. */
      inherited: z.array(z.string()),
    }),
  ),
  /** BT-67: why a bidder is excluded, with the code of the ground. */
  exclusionGrounds: z.array(z.strictObject({ type: z.string(), text: z.string() })),
  suppliers: z.array(
    z.strictObject({
      name: z.string(),
      id: z.string().nullable(),
      country: CountryCode.nullable(),
      lots: z.array(z.string()),
    }),
  ),
  /** Contracts the notice reports, with the site ids where the release carries them. */
  contracts: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string().nullable(),
      /** Where it can be read (BT-151). */
      uri: z.string().nullable(),
      lots: z.array(z.string()),
      suppliers: z.array(z.string()),
      awardedOn: IsoDate.nullable(),
      signedOn: IsoDate.nullable(),
      startsOn: IsoDate.nullable(),
      endsOn: IsoDate.nullable(),
      value: z.strictObject({ amount: z.number(), currency: CurrencyCode }).nullable(),
      /** Ids of production sites, where the release carries them. */
      sites: z.array(z.string()),
    }),
  ),
  /** What a modification changes and why (BT-200, BT-202), and the notice it changes (BT-1501). */
  modifications: z.array(
    z.strictObject({
      reason: z.string().nullable(),
      text: z.string(),
      changedNotice: z.string().nullable(),
    }),
  ),
  /** What was worked out or is uncertain, in sentences. */
  notes: z.array(z.string()),
  /** What was there and is not read into the fields above, by path: kept, never dropped. */
  unread: z.record(z.string(), z.unknown()),
});
export type NormalisedProcurement = z.infer<typeof NormalisedProcurement>;

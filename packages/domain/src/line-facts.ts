/**
 * What the tracing engine reads: the facts of one contract as of one date, gathered by whoever calls it
 * (the server from its tables, the command line from files). Pure data, no database types.
 */
import { z } from "zod";
import {
  AddressPrecision,
  DisclosureAnswer,
  LocatedPlace,
  ScreeningStatus,
  ScreeningVerdict,
  Tier,
  TraceLinkKind,
  VerificationLevel,
} from "./vocabulary.ts";
import { DialogueFacts } from "./dialogue.ts";
import { Duty } from "./duty.ts";
import { FollowUp, ParameterValues, RequirementKey, RequirementRole } from "./requirement.ts";
import { CountryCode, CpvCode, CurrencyCode, IsoDate, Money, Sentence } from "./values.ts";

/** A party of the contract as the line names it. `invented` marks demonstration parties. */
export const PartyRef = z.strictObject({
  id: z.string().nullable(),
  name: z.string(),
  country: CountryCode.nullable(),
  invented: z.boolean(),
});
export type PartyRef = z.infer<typeof PartyRef>;

/** A contract performance condition of the contract or inherited from its framework. */
export const ContractCondition = z.strictObject({
  id: z.string(),
  /** Where it stands, for instance "14.2". */
  clause: z.string(),
  /** Key of the requirement archetype, for instance `disclose_sites`. */
  requirement: z.string(),
  summary: z.string(),
  /** Names the framework it is inherited from; `null` when the contract's own. */
  inheritedFrom: z.string().nullable(),
  /** Days the supplier has to disclose, counted from `from`. */
  dueDays: z.int().positive().nullable(),
  dueFrom: z.enum(["award", "signature", "request", "delivery"]).nullable(),
  /** How often the disclosure must be refreshed. */
  refreshEveryMonths: z.int().positive().nullable(),
  /** True only where the contract itself makes extension depend on the refresh. */
  gatesExtension: z.boolean(),
  /** Tiers the condition asks sites for. */
  tiers: z.array(Tier),
  /** Component types the condition names, in the contract's words. */
  components: z.array(z.string()),
  /** Version of the library's requirement it was taken from. */
  version: z.int().positive().nullable().optional(),
  /** Values of the requirement's parameters that have no field above. */
  values: ParameterValues.optional(),
  /** How it is looked after; absent or `null`: nobody said. */
  followUp: FollowUp.nullable().optional(),
});
export type ContractCondition = z.infer<typeof ContractCondition>;

/** What was bought: a model family or platform, with the part numbers that map to it. */
export const ProductLine = z.strictObject({
  id: z.string(),
  brand: z.string(),
  family: z.string(),
  partNumber: z.string().nullable(),
  quantity: z.number().nonnegative().nullable(),
  value: Money.nullable(),
  cpv: CpvCode.nullable(),
});
export type ProductLine = z.infer<typeof ProductLine>;

/** A formal request for disclosure that was made (or is drafted and not yet sent). */
export const RequestFact = z.strictObject({
  id: z.string(),
  /** Who was asked. */
  addressee: z.string(),
  /** Brand it concerns; `null` when it concerns the whole contract. */
  brand: z.string().nullable(),
  productIds: z.array(z.string()),
  sentOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  madeBy: z.string().nullable(),
});
export type RequestFact = z.infer<typeof RequestFact>;

/** An answer to a request, or given unasked. Silence is not stored: it is what follows from a due date without an answer. */
export const AnswerFact = z.strictObject({
  id: z.string(),
  requestId: z.string().nullable(),
  answeredBy: z.string(),
  brand: z.string().nullable(),
  productIds: z.array(z.string()),
  answer: DisclosureAnswer,
  /** The obstacle of a `cannot_because`, the reason of a refusal. */
  reason: z.string().nullable(),
  answeredOn: IsoDate,
  /** The letter or message it stands in. */
  document: z.string().nullable(),
  /** True when the supplier reported this non-conformity itself: candour is protected. */
  selfReported: z.boolean(),
});
export type AnswerFact = z.infer<typeof AnswerFact>;

/** A disclosure: what somebody declared, for what, as of when. */
export const DisclosureFact = z.strictObject({
  id: z.string(),
  title: z.string(),
  declaredBy: z.string(),
  brand: z.string().nullable(),
  /** Date the declaration speaks about; `null` when the source does not say. */
  asOf: IsoDate.nullable(),
  receivedOn: IsoDate,
  withdrawnOn: IsoDate.nullable(),
  /** The source ends in the middle of a list. */
  truncated: z.boolean(),
  /** Country code of the market the source was made for when it is not the buyer's, e.g. a label for India. */
  foreignMarket: CountryCode.nullable(),
  rows: z.strictObject({
    accepted: z.int().nonnegative(),
    corrected: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
  }),
  /** How many of its sites came without name and address. */
  masked: z.int().nonnegative().optional(),
  /** Withdrawn because a newer release took its place. */
  replaced: z.boolean().optional(),
});
export type DisclosureFact = z.infer<typeof DisclosureFact>;

/** A site as the line sees it. */
export const SiteFact = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** True when the name carries a legal form or was verified as the registered name. */
  legalName: z.boolean(),
  address: z.string().nullable(),
  country: CountryCode.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Set when nobody gave the coordinates: they are the middle of this place, which the address names. */
  located: LocatedPlace.nullable().optional(),
  precision: AddressPrecision,
  verification: VerificationLevel,
  osId: z.string().nullable(),
  /** Flags of the rows it came from, e.g. `not_manufacturing`, `head_office`, `warehouse`, `po_box`. */
  flags: z.array(z.string()),
  /** Sites offered for review as perhaps the same. */
  reviewWith: z.array(z.strictObject({ siteId: z.string(), probability: z.number() })),
});
export type SiteFact = z.infer<typeof SiteFact>;

/** One product → site link. Links of one "one of the following" share `alternativesId`. */
export const TraceLinkFact = z.strictObject({
  id: z.string(),
  productId: z.string(),
  /** `null` only for `brand_level_only` without a named site. */
  siteId: z.string().nullable(),
  tier: Tier,
  component: z.string().nullable(),
  kind: TraceLinkKind,
  alternativesId: z.string().nullable(),
  /** How many possible sites the source names, manufacturing or not; `null` unless `one_of_n_possible`. */
  alternativesCount: z.int().positive().nullable(),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  disclosureId: z.string().nullable(),
  /** What the source says about itself, e.g. "The source text ends in the middle of the list." */
  caveat: z.string().nullable(),
});
export type TraceLinkFact = z.infer<typeof TraceLinkFact>;

/** One inherent risk found for what is bought, from one named data set. */
export const WeighingFact = z.strictObject({
  id: z.string(),
  /** What was weighed: "category", "component", "country". */
  subject: z.enum(["category", "component", "country"]),
  label: z.string(),
  level: z.enum(["high", "medium", "low", "unknown"]),
  explanation: z.string(),
  dataset: z.strictObject({
    id: z.string(),
    title: z.string(),
    edition: z.string(),
    licence: z.string(),
    url: z.string().nullable(),
    partial: z.boolean(),
  }),
});
export type WeighingFact = z.infer<typeof WeighingFact>;

/** What screening of one site said, list by list. A site without any of these was not screened. */
export const ScreeningFact = z.strictObject({
  siteId: z.string(),
  listId: z.string(),
  listTitle: z.string(),
  listEdition: z.string(),
  partial: z.boolean(),
  status: ScreeningStatus,
  screenedOn: IsoDate.nullable(),
  /** The measure that was met; `null` unless `status` is `hit`. */
  hit: z
    .strictObject({
      id: z.string(),
      measureId: z.string(),
      entity: z.string(),
      measure: z.string(),
      effectiveOn: IsoDate.nullable(),
      matchedOn: z.string(),
      explanation: z.string(),
      probability: z.number(),
      verdict: ScreeningVerdict,
      verdictBy: z.string().nullable(),
      verdictOn: IsoDate.nullable(),
    })
    .nullable(),
});
export type ScreeningFact = z.infer<typeof ScreeningFact>;

/** A framework, call-off or stand-alone contract as the line sees it. */
export const ContractFact = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  kind: z.enum(["framework", "call_off", "stand_alone"]),
  buyer: PartyRef.nullable(),
  authority: PartyRef.nullable(),
  supplier: PartyRef.nullable(),
  brands: z.array(PartyRef),
  cpv: z.array(CpvCode),
  value: Money.nullable(),
  awardedOn: IsoDate.nullable(),
  signedOn: IsoDate.nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  /** Last day on which extension can be decided; `null` when the contract has none. */
  extensionDecisionOn: IsoDate.nullable(),
  followUp: z
    .strictObject({ person: z.string(), hoursPerMonth: z.number().nonnegative().nullable() })
    .nullable(),
  conditions: z.array(ContractCondition),
  /** Countries known or assumed for production before any disclosure. */
  knownCountries: z.array(CountryCode),
});
export type ContractFact = z.infer<typeof ContractFact>;

/** A mismatch of the tender behind the contract, as alignment found it. */
export const MismatchFact = z.strictObject({
  key: z.string(),
  /** Whether what should be asked was asked, in time and in the call; or whether what was asked holds together. */
  about: z.enum(["asking", "holding_together"]),
  severity: z.enum(["blocking", "serious", "advice"]),
  sentence: Sentence,
  /** Set where a person let it stand, with the reason. */
  letStand: z
    .strictObject({ by: z.string().nullable(), on: IsoDate, reason: z.string() })
    .nullable(),
});
export type MismatchFact = z.infer<typeof MismatchFact>;

/** The procurement the contract came of, as the line sees it: what was asked, where, and whether it holds together. */
export const TenderFact = z.strictObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  announcedOn: IsoDate.nullable(),
  publishedOn: IsoDate.nullable(),
  deadlineOn: IsoDate.nullable(),
  awardedOn: IsoDate.nullable(),
  /** What stands in it for this contract's lots. */
  instances: z.array(
    z.strictObject({
      id: z.string(),
      role: RequirementRole,
      requirement: RequirementKey.nullable(),
      place: z.string(),
      title: z.string(),
      weight: z.number().nullable(),
      announced: z.boolean(),
    }),
  ),
  /** What the buyer's policy asks of it on the day of publication; `null` where no policy is recorded. */
  policy: z
    .strictObject({
      asked: z.array(
        z.strictObject({
          requirement: RequirementKey,
          role: RequirementRole,
          title: z.string(),
          /** Titles of the rows that ask. */
          rows: z.array(z.string()),
        }),
      ),
      /** Rows that would ask, or not, if a fact were known. */
      unknownRows: z.int().nonnegative(),
    })
    .nullable(),
  mismatches: z.array(MismatchFact),
});
export type TenderFact = z.infer<typeof TenderFact>;

/** Everything the engine reads for one line. */
export const LineFacts = z.strictObject({
  asOf: IsoDate,
  currency: CurrencyCode.nullable(),
  contract: ContractFact,
  products: z.array(ProductLine),
  requests: z.array(RequestFact),
  answers: z.array(AnswerFact),
  disclosures: z.array(DisclosureFact),
  sites: z.array(SiteFact),
  links: z.array(TraceLinkFact),
  weighings: z.array(WeighingFact),
  screenings: z.array(ScreeningFact),
  /** Absent or `null`: no procurement is recorded behind the contract. */
  tender: TenderFact.nullable().optional(),
  /** What the conditions make due, as it stands on `asOf`; absent: nobody looked. */
  duties: z.array(Duty).optional(),
  /** What was said and promised about the contract, up to `asOf`; absent: nobody looked. */
  dialogue: DialogueFacts.optional(),
});
export type LineFacts = z.infer<typeof LineFacts>;

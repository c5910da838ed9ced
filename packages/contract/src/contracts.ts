/** Frameworks, call-offs, stand-alone contracts; their products, conditions, requests and answers; their line. */
import {
  ContractCondition,
  CountryCode,
  CpvCode,
  IsoDate,
  Line,
  LineState,
  Money,
  NextAction,
  Sentence,
  StationName,
  Tier,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";
import { AnswerRecord, RequestRecord } from "./requests.ts";

const tag = "Contracts";

export const Party = z.object({
  name: z.string().min(1).max(300),
  country: CountryCode.nullable(),
  invented: z.boolean(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
});
export type Party = z.infer<typeof Party>;

export const ProductInput = z.object({
  brand: z.string().trim().min(1).max(200),
  family: z.string().trim().min(1).max(300),
  partNumber: z.string().trim().max(200).nullable(),
  quantity: z.number().nonnegative().max(1e9).nullable(),
  value: Money.nullable(),
  cpv: CpvCode.nullable(),
});
export const Product = ProductInput.extend({ id: RecordId, version: z.int() });
export type Product = z.infer<typeof Product>;

/**
 * A condition as it is set. With the id of one that stands it changes that one, and fields `version`, `values` and
 * `followUp` that are left out stay as they are; without an id, one with the same clause and requirement is meant.
 */
export const ConditionInput = ContractCondition.omit({ id: true, inheritedFrom: true }).extend({
  id: RecordId.optional(),
});
export type ConditionInput = z.infer<typeof ConditionInput>;

const followUp = z.object({
  personId: RecordId.nullable(),
  name: z.string().trim().min(1).max(200).nullable(),
  hoursPerMonth: z.number().nonnegative().max(9999).nullable(),
});

/** What may be said of a contract and changed later. No defaults here: a change that leaves a field out must not touch it. */
const contractFields = {
  reference: z.string().trim().min(1).max(120),
  title: z.string().trim().min(1).max(400),
  frameworkId: RecordId.nullable(),
  lotNumber: z.string().max(40).nullable(),
  ocid: z.string().max(120).nullable(),
  buyer: Party.nullable(),
  authority: Party.nullable(),
  supplier: Party.nullable(),
  brands: z.array(Party).max(100),
  cpv: z.array(CpvCode).max(50),
  value: Money.nullable(),
  awardedOn: IsoDate.nullable(),
  signedOn: IsoDate.nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  extensionDecisionOn: IsoDate.nullable(),
  followUp: followUp.nullable(),
  knownCountries: z.array(CountryCode).max(60),
  components: z.array(z.string().max(120)).max(60),
};

/** What a contract is made from. Everything but reference, title and kind may be unknown at first. */
export const ContractInput = z.object({
  kind: z.enum(["framework", "call_off", "stand_alone"]),
  reference: contractFields.reference,
  title: contractFields.title,
  frameworkId: contractFields.frameworkId.default(null),
  lotNumber: contractFields.lotNumber.default(null),
  ocid: contractFields.ocid.default(null),
  buyer: contractFields.buyer.default(null),
  authority: contractFields.authority.default(null),
  supplier: contractFields.supplier.default(null),
  brands: contractFields.brands.default([]),
  cpv: contractFields.cpv.default([]),
  value: contractFields.value.default(null),
  awardedOn: contractFields.awardedOn.default(null),
  signedOn: contractFields.signedOn.default(null),
  startsOn: contractFields.startsOn.default(null),
  endsOn: contractFields.endsOn.default(null),
  extensionDecisionOn: contractFields.extensionDecisionOn.default(null),
  followUp: contractFields.followUp.default(null),
  knownCountries: contractFields.knownCountries.default([]),
  components: contractFields.components.default([]),
  lots: z
    .array(
      z.object({ number: z.string().max(40), title: z.string().max(400), cpv: z.array(CpvCode) }),
    )
    .max(200)
    .default([]),
  products: z.array(ProductInput).max(5000).default([]),
  conditions: z.array(ConditionInput).max(200).default([]),
});
export type ContractInput = z.infer<typeof ContractInput>;

/** A change of a contract: only the fields that are there change. */
export const ContractRevision = z
  .object(contractFields)
  .partial()
  .extend({ id: RecordId, version: z.int() });
export type ContractRevision = z.infer<typeof ContractRevision>;

/** The line drawn small: a state per station. */
export const SmallLine = z
  .array(z.object({ name: StationName, state: LineState, headline: z.string() }))
  .length(8);

export const ContractSummary = z.object({
  id: RecordId,
  kind: z.enum(["framework", "call_off", "stand_alone"]),
  reference: z.string(),
  title: z.string(),
  supplier: z.string().nullable(),
  buyer: z.string().nullable(),
  invented: z.boolean(),
  value: Money.nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  frameworkId: RecordId.nullable(),
  followUp: z.string().nullable(),
  breaks: z.int(),
  ready: z.enum(["yes", "no", "not_applicable"]),
  next: z.string().nullable(),
  line: SmallLine,
});
export type ContractSummary = z.infer<typeof ContractSummary>;

export const ContractDetail = z.object({
  id: RecordId,
  version: z.int(),
  kind: z.enum(["framework", "call_off", "stand_alone"]),
  reference: z.string(),
  title: z.string(),
  ocid: z.string().nullable(),
  framework: z.object({ id: RecordId, title: z.string(), reference: z.string() }).nullable(),
  /** The procurement it came of, where that is recorded here. */
  procurement: z.object({ id: RecordId, title: z.string(), reference: z.string() }).nullable(),
  lotNumber: z.string().nullable(),
  lots: z.array(z.object({ number: z.string(), title: z.string(), cpv: z.array(CpvCode) })),
  callOffs: z.array(z.object({ id: RecordId, title: z.string(), reference: z.string() })),
  buyer: Party.nullable(),
  authority: Party.nullable(),
  supplier: Party.nullable(),
  brands: z.array(Party),
  cpv: z.array(CpvCode),
  value: Money.nullable(),
  awardedOn: IsoDate.nullable(),
  signedOn: IsoDate.nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  extensionDecisionOn: IsoDate.nullable(),
  followUp: z
    .object({
      personId: RecordId.nullable(),
      name: z.string().nullable(),
      hoursPerMonth: z.number().nullable(),
    })
    .nullable(),
  knownCountries: z.array(CountryCode),
  components: z.array(z.string()),
  products: z.array(Product),
  conditions: z.array(ContractCondition),
  requests: z.array(RequestRecord),
  answers: z.array(AnswerRecord),
  /** Other organisations that may call off from this framework; only its keeper sees them. */
  users: z.array(z.object({ organisationId: RecordId, grantedOn: IsoDate })),
  can: z.object({
    write: z.boolean(),
    remove: z.boolean(),
    addDisclosure: z.boolean(),
    request: z.boolean(),
    decideHits: z.boolean(),
    readAudit: z.boolean(),
  }),
});
export type ContractDetail = z.infer<typeof ContractDetail>;

/** Sites and products of one line as a drawing: who may make what. */
export const TraceEdge = z.object({
  productId: RecordId,
  siteId: RecordId.nullable(),
  tier: Tier,
  component: z.string().nullable(),
  kind: z.enum(["confirmed", "one_of_n_possible", "brand_level_only"]),
});

/** A stretch of a long list. */
const LinePart = z.object({ from: z.int(), total: z.int() });

/** A contract's line with the edges its drawing needs. */
export const ContractLine = z.object({
  line: Line,
  edges: z.array(TraceEdge),
  edgesLeftOut: z.int(),
  /** Which part of a long line this is: `line.products`, `.sites` and `.breaks` begin at `from` of `total`. */
  part: z.object({ products: LinePart, sites: LinePart, breaks: LinePart }),
  /** Stations whose facts were too many to send: how many are not among `facts`. */
  factsLeftOut: z.array(z.object({ station: StationName, count: z.int() })),
});
export type ContractLine = z.infer<typeof ContractLine>;

/** What can be asked for this category even before any product is known. */
export const Askable = z.object({
  what: z.string(),
  tier: Tier.nullable(),
  component: z.string().nullable(),
  why: z.string(),
});

export const contracts = {
  list: endpoint(
    "GET",
    "/contracts",
    tag,
    "Frameworks, call-offs and contracts with their line drawn small",
  )
    .input(
      PageInput.extend({
        limit: z.coerce.number().int().min(1).max(100).default(25),
        search: z.string().max(200).optional(),
        kind: z.enum(["framework", "call_off", "stand_alone"]).optional(),
        frameworkId: RecordId.optional(),
        sort: z.enum(["title", "-title", "ends", "-ends"]).default("ends"),
      }),
    )
    .output(pageOf(ContractSummary).extend({ total: z.int() })),
  get: endpoint("GET", "/contracts/{id}", tag, "One contract")
    .input(z.object({ id: RecordId }))
    .output(ContractDetail),
  create: endpoint("POST", "/contracts", tag, "Create a framework, call-off or contract")
    .input(ContractInput)
    .output(z.object({ id: RecordId })),
  importFile: endpoint(
    "POST",
    "/contracts/import",
    tag,
    "Create a contract from a contract file (see the published JSON Schema); its disclosures must be given as text",
  )
    .input(z.object({ file: z.unknown() }))
    .output(
      z.object({
        id: RecordId,
        frameworkId: RecordId.nullable(),
        disclosureIds: z.array(RecordId),
      }),
    ),
  importNotice: endpoint(
    "POST",
    "/contracts/import-notice",
    tag,
    "Create a framework or contract from a public notice",
  )
    .input(z.object({ notice: z.unknown() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: RecordId,
            title: z.string(),
            kind: z.string(),
            notes: z.array(z.string()),
          }),
        ),
      }),
    ),
  revise: endpoint("PATCH", "/contracts/{id}", tag, "Change what is recorded of a contract")
    .input(ContractRevision)
    .output(z.object({ version: z.int() })),
  remove: endpoint(
    "DELETE",
    "/contracts/{id}",
    tag,
    "Remove a contract with all that hangs on it; the audit keeps what it was",
  )
    .input(z.object({ id: RecordId, version: z.coerce.number().int() }))
    .output(Done),
  setConditions: endpoint(
    "PUT",
    "/contracts/{id}/conditions",
    tag,
    "Set the contract's own conditions",
  )
    .input(
      z.object({ id: RecordId, version: z.int(), conditions: z.array(ConditionInput).max(200) }),
    )
    .output(z.object({ version: z.int() })),
  addProducts: endpoint("POST", "/contracts/{id}/products", tag, "Add product lines")
    .input(z.object({ id: RecordId, products: z.array(ProductInput).min(1).max(5000) }))
    .output(z.object({ ids: z.array(RecordId) })),
  reviseProduct: endpoint("PATCH", "/products/{productId}", tag, "Change a product line")
    .input(ProductInput.partial().extend({ productId: RecordId, version: z.int() }))
    .output(z.object({ version: z.int() })),
  removeProduct: endpoint(
    "DELETE",
    "/products/{productId}",
    tag,
    "Remove a product line and its links",
  )
    .input(z.object({ productId: RecordId }))
    .output(Done),
  grantFramework: endpoint(
    "POST",
    "/contracts/{id}/users",
    tag,
    "Let another organisation call off from this framework",
  )
    .input(z.object({ id: RecordId, organisationId: RecordId }))
    .output(Done),
  line: endpoint("GET", "/contracts/{id}/line", tag, "The line of one contract as of a date")
    .input(
      z.object({
        id: RecordId,
        asOf: IsoDate.optional(),
        /** Where to go on in a long line; see `part` of the answer. */
        productsFrom: z.coerce.number().int().min(0).default(0),
        sitesFrom: z.coerce.number().int().min(0).default(0),
        breaksFrom: z.coerce.number().int().min(0).default(0),
        factsFrom: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(ContractLine),
  askable: endpoint("GET", "/contracts/{id}/askable", tag, "What can be asked for what is bought")
    .input(z.object({ id: RecordId }))
    .output(z.object({ items: z.array(Askable) })),
};

export const TodayItem = z.object({
  contractId: RecordId,
  contractTitle: z.string(),
  station: StationName.nullable(),
  severity: z.enum(["severe", "serious", "minor"]),
  action: NextAction,
});

/**
 * Something that waits for us, or for whom we wait, beside the lines: requests we made, requests we were asked, releases that
 * came, duties due and plans that end within 30 days, tenders whose gate is closed, rows of the policy to tell the market of.
 */
export const WaitingItem = z.object({
  kind: z.enum([
    "request_overdue",
    "request_not_arrived",
    "request_to_hand_over",
    "request_not_opened",
    "release_to_look_at",
    "asked",
    "duty_due",
    "plan_ends",
    "gate_closed",
    "notice_begins",
    "minutes_to_confirm",
    "minutes_to_send",
    "agenda_to_send",
    "meeting_to_record",
    "attendees_to_name",
    "feedback_to_give",
    "commitment_waits",
    "commitment_due",
    "commitment_overdue",
    "cadence_lapsed",
  ]),
  /** Who is waited for, or who waits. */
  who: z.string(),
  subject: z.string(),
  sentence: Sentence,
  dueOn: IsoDate.nullable(),
  /** Days until it is due, negative once it is past; `null` without a day. */
  daysLeft: z.int().nullable(),
  /** Where it is opened: `asked` by delivery, the others by their own id. */
  link: z.object({
    kind: z.enum([
      "request",
      "asked",
      "release",
      "contract",
      "procurement",
      "policy_row",
      "series",
      "meeting",
      "commitment",
    ]),
    id: RecordId,
  }),
});
export type WaitingItem = z.infer<typeof WaitingItem>;

export const today = {
  get: endpoint(
    "GET",
    "/today",
    "Today",
    "What is due, what is broken, what waits for a decision",
  ).output(
    z.object({
      asOf: IsoDate,
      overdue: z.array(TodayItem),
      dueSoon: z.array(TodayItem),
      toDecide: z.array(TodayItem),
      others: z.array(TodayItem),
      /** How many more there are than `others` holds. */
      othersLeftOut: z.int(),
      /** What waits for whom beside the lines, most pressing first. */
      waiting: z.array(WaitingItem),
      endingSoon: z.array(
        z.object({
          contractId: RecordId,
          title: z.string(),
          endsOn: IsoDate,
          ready: z.enum(["yes", "no", "not_applicable"]),
        }),
      ),
      counts: z.object({
        contracts: z.int(),
        contractsLookedAt: z.int(),
        sites: z.int(),
        reviews: z.int(),
        hitsWaiting: z.int(),
      }),
    }),
  ),
};

/**
 * `contract.json`: one framework, call-off or stand-alone contract, with what was asked, answered and disclosed.
 * Written by hand, by another system, or for a demonstration. Lists may be left out; unknown keys are refused.
 */
import { z } from "zod";
import {
  BidderRole,
  CountryCode,
  CpvCode,
  DisclosureAnswer,
  DutyEvent,
  FollowUp,
  IsoDate,
  ParameterValues,
  Procedure,
  RequirementKey,
  RequirementRole,
  Tier,
  type ContractCondition,
} from "@throughline/domain";
import { SeriesInFile } from "./dialogue-in-file.ts";
import { isCurrency, toMinorUnits } from "./money-amount.ts";

const Text = z.string().trim().min(1).max(5_000);
const list = <Item extends z.ZodType>(item: Item): z.ZodDefault<z.ZodArray<Item>> =>
  z.array(item).default([]);

/** An amount as written, `{ "amount": "1200.50", "currency": "EUR" }`; read into integer minor units. */
export const MoneyInFile = z
  .strictObject({
    amount: z
      .union([z.string().regex(/^-?\d+(\.\d+)?$/), z.number()])
      .describe('A decimal amount, best as text: "1200.50".'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe("ISO 4217 code."),
  })
  .transform((money, context) => {
    if (!isCurrency(money.currency)) {
      context.addIssue({
        code: "custom",
        path: ["currency"],
        message: `'${money.currency}' is not a currency of ISO 4217.`,
      });
      return z.NEVER;
    }
    const converted = toMinorUnits(money.amount, money.currency);
    if (!converted.ok) {
      context.addIssue({ code: "custom", path: ["amount"], message: converted.reason });
      return z.NEVER;
    }
    return { minorUnits: converted.minorUnits, currency: money.currency };
  });
export type MoneyInFile = z.infer<typeof MoneyInFile>;

export const PartyInFile = z.strictObject({
  name: Text,
  country: CountryCode.optional(),
  identifiers: list(z.strictObject({ scheme: Text, value: Text })),
  invented: z.boolean().default(false).describe("True for a party made up for a demonstration."),
});
export type PartyInFile = z.infer<typeof PartyInFile>;

/** How something is looked after, as written. */
const FollowUpInFile = z
  .strictObject({
    ways: FollowUp.shape.ways.default([]),
    kpis: list(
      z.strictObject({
        kpi: Text.max(20),
        target: z.number().optional(),
        targetText: Text.max(400).optional(),
        everyMonths: z.int().min(1).max(60),
      }),
    ),
    evidenceTypes: list(Text.max(120)),
    role: Text.max(200).optional().describe("Who looks after it: a role or mailbox."),
    hoursPerMonth: z.number().nonnegative().max(9999).optional(),
  })
  .describe("How it is looked after; by dialogue instead of a number is a valid way.");

/** The follow-up in the vocabulary of the domain; `null` where nobody said. */
export function settleFollowUp(
  followUp: z.infer<typeof FollowUpInFile> | undefined,
): FollowUp | null {
  return followUp === undefined
    ? null
    : {
        ways: followUp.ways,
        kpis: followUp.kpis.map((kpi) => ({
          ...kpi,
          target: kpi.target ?? null,
          targetText: kpi.targetText ?? null,
        })),
        evidenceTypes: followUp.evidenceTypes,
        personId: null,
        role: followUp.role ?? null,
        hoursPerMonth: followUp.hoursPerMonth ?? null,
      };
}

export const ConditionInFile = z.strictObject({
  clause: Text.describe('Where it stands, for instance "14.2".'),
  requirement: Text.describe('Key of the requirement, for instance "disclose_sites".'),
  summary: Text,
  dueDays: z.int().positive().optional(),
  dueFrom: z.enum(["award", "signature", "request", "delivery"]).optional(),
  refreshEveryMonths: z.int().positive().optional(),
  gatesExtension: z
    .boolean()
    .default(false)
    .describe("True only where the contract itself makes extension depend on it."),
  tiers: list(Tier),
  components: list(Text),
  version: z
    .int()
    .positive()
    .optional()
    .describe("Version of the library's requirement it was taken from."),
  values: ParameterValues.optional().describe(
    "Values of the requirement's other parameters, by key.",
  ),
  followUp: FollowUpInFile.optional(),
});
export type ConditionInFile = z.infer<typeof ConditionInFile>;

/**
 * The condition in the vocabulary of the domain, without what only its place gives (id, origin).
 *
 * @example settleCondition(file.conditions[0]).dueDays // 28, or null where the file does not say
 */
export function settleCondition(
  condition: ConditionInFile,
): Omit<ContractCondition, "id" | "inheritedFrom"> {
  const { followUp } = condition;
  return {
    clause: condition.clause,
    requirement: condition.requirement,
    summary: condition.summary,
    dueDays: condition.dueDays ?? null,
    dueFrom: condition.dueFrom ?? null,
    refreshEveryMonths: condition.refreshEveryMonths ?? null,
    gatesExtension: condition.gatesExtension,
    tiers: condition.tiers,
    components: condition.components,
    version: condition.version ?? null,
    values: condition.values ?? {},
    followUp: settleFollowUp(followUp),
  };
}

export const LotInFile = z.strictObject({ number: Text, title: Text, cpv: list(CpvCode) });
export type LotInFile = z.infer<typeof LotInFile>;

export const FrameworkInFile = z.strictObject({
  reference: Text,
  title: Text,
  authority: PartyInFile.optional(),
  lots: list(LotInFile),
  conditions: list(ConditionInFile).describe("A call-off inherits these."),
});
export type FrameworkInFile = z.infer<typeof FrameworkInFile>;

export const ProductInFile = z.strictObject({
  brand: Text,
  family: Text.describe("Model family or platform."),
  partNumber: Text.optional(),
  quantity: z.number().nonnegative().optional(),
  value: MoneyInFile.optional(),
  cpv: CpvCode.optional(),
  components: list(Text),
});
export type ProductInFile = z.infer<typeof ProductInFile>;

export const RequestInFile = z.strictObject({
  addressee: Text,
  brand: Text.optional(),
  products: list(Text).describe("Part numbers or families it is about; empty: all."),
  sentOn: IsoDate.optional(),
  dueOn: IsoDate.optional(),
  madeBy: Text.optional(),
});
export type RequestInFile = z.infer<typeof RequestInFile>;

export const AnswerInFile = z.strictObject({
  answeredBy: Text,
  brand: Text.optional(),
  products: list(Text),
  answer: DisclosureAnswer.exclude(["silent"]).describe(
    "Silence is not written down: it follows from a due date without an answer.",
  ),
  reason: Text.optional(),
  answeredOn: IsoDate,
  document: Text.optional(),
  selfReported: z.boolean().default(false),
});
export type AnswerInFile = z.infer<typeof AnswerInFile>;

export const DisclosureInFile = z
  .strictObject({
    file: Text.optional().describe("Path, relative to the contract file."),
    text: z
      .string()
      .min(1)
      .max(50_000)
      .optional()
      .describe("The text itself, for instance of a label."),
    title: Text,
    declaredBy: Text,
    brand: Text.optional(),
    products: list(Text).describe("Part numbers or families it is about; empty: all of the brand."),
    asOf: IsoDate.optional(),
    receivedOn: IsoDate,
    kind: z
      .enum(["one_of", "confirmed"])
      .optional()
      .describe('"one_of": the places are alternatives. Left out: as the source says.'),
    tier: Tier.optional(),
    foreignMarket: CountryCode.optional(),
  })
  .refine((one) => (one.file === undefined) !== (one.text === undefined), {
    message: "Give either 'file' or 'text'.",
  });
export type DisclosureInFile = z.infer<typeof DisclosureInFile>;

/** What stands in the tender: a criterion or a clause. */
export const InstanceInFile = z.strictObject({
  role: RequirementRole,
  requirement: RequirementKey.optional().describe(
    "Key of the requirement; left out for a criterion that is about something else.",
  ),
  version: z.int().positive().optional(),
  place: z.string().max(60).default("").describe('Number in the document: "C3", "14.2".'),
  title: Text.max(400),
  wording: z.string().max(20_000).default(""),
  values: ParameterValues.default({}),
  weight: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe("Of an award criterion, in percent of the whole."),
  subjectMatterLink: Text.max(1_000).optional(),
  labels: list(Text.max(120)),
  equivalentAccepted: z.boolean().optional(),
  announced: z.boolean().default(true).describe("Whether the call for competition tells it."),
  followUp: FollowUpInFile.optional(),
});
export type InstanceInFile = z.infer<typeof InstanceInFile>;

/** The procurement the contract came of. */
export const ProcurementInFile = z.strictObject({
  reference: Text.max(120),
  title: Text.max(400),
  procedure: Procedure.default("other"),
  announcedOn: IsoDate.optional().describe("When the market first heard of it."),
  publishedOn: IsoDate.optional(),
  deadlineOn: IsoDate.optional().describe("First day by which bidders must answer."),
  awardedOn: IsoDate.optional(),
  expectedBidders: z.array(BidderRole).default([]),
  instances: list(InstanceInFile),
  promises: list(
    z.strictObject({
      bidder: Text.max(300),
      winning: z.boolean().default(true),
      criterion: Text.optional().describe("Place of the criterion it answers."),
      requirement: RequirementKey.optional(),
      text: Text.max(4_000),
      values: ParameterValues.default({}),
    }),
  ),
});
export type ProcurementInFile = z.infer<typeof ProcurementInFile>;

/** What was recorded of a duty that a clause makes due. */
export const DutyEventInFile = z
  .strictObject({
    clause: Text.describe("The clause that makes it due."),
    part: Text.max(120)
      .default("first")
      .describe(
        'Which of its duties: "first", "refresh", "per_year" (a meeting), "report_months", "kpi:T1" and the like.',
      ),
    occurrence: z.int().positive().default(1),
    kind: DutyEvent.shape.kind.exclude(["taken_back"]),
    on: IsoDate,
    until: IsoDate.optional().describe("For `planned`: the last day of the agreed plan."),
    note: z.string().trim().max(2_000).default("").describe("What shows it, or why."),
  })
  .refine((one) => (one.kind === "planned") === (one.until !== undefined), {
    path: ["until"],
    message: "A plan has a last day, and nothing else has.",
  })
  .refine((one) => one.until === undefined || one.until >= one.on, {
    path: ["until"],
    message: "A plan does not end before it is agreed.",
  })
  .refine((one) => (one.kind !== "planned" && one.kind !== "excused") || one.note !== "", {
    path: ["note"],
    message: "Say what was agreed, or why it does not apply.",
  });
export type DutyEventInFile = z.infer<typeof DutyEventInFile>;

/** The contract file as read: money in minor units, lists never absent. */
export const ContractFile = z
  .strictObject({
    $schema: z.string().optional(),
    reference: Text,
    title: Text,
    kind: z.enum(["framework", "call_off", "stand_alone"]),
    framework: FrameworkInFile.optional().describe(
      "For a call-off: the framework it is called off from.",
    ),
    lot: Text.optional().describe("For a call-off: the number of the lot."),
    lots: list(LotInFile).describe("For a framework: its lots."),
    buyer: PartyInFile.optional(),
    authority: PartyInFile.optional(),
    supplier: PartyInFile.optional().describe("The reseller or contractor."),
    brands: list(PartyInFile),
    cpv: list(CpvCode),
    value: MoneyInFile.optional(),
    awardedOn: IsoDate.optional(),
    signedOn: IsoDate.optional(),
    startsOn: IsoDate.optional(),
    endsOn: IsoDate.optional(),
    extensionDecisionOn: IsoDate.optional().describe(
      "Last day on which an extension can be decided.",
    ),
    followUp: z
      .strictObject({ person: Text, hoursPerMonth: z.number().nonnegative().optional() })
      .optional(),
    products: list(ProductInFile),
    conditions: list(ConditionInFile),
    knownCountries: list(CountryCode).describe(
      "Countries of production known or assumed before any disclosure.",
    ),
    components: list(Text).describe("What goods of this category contain."),
    requests: list(RequestInFile),
    answers: list(AnswerInFile),
    disclosures: list(DisclosureInFile),
    procurement: ProcurementInFile.optional().describe("The procurement the contract came of."),
    dutyEvents: list(DutyEventInFile).describe("What was recorded of what its clauses make due."),
    dialogue: z
      .array(SeriesInFile)
      .optional()
      .describe("What was said and promised about it; left out: nobody looked."),
  })
  .check((context) => {
    const file = context.value;
    const refuse = (path: PropertyKey[], message: string): void => {
      context.issues.push({ code: "custom", input: file, path, message });
    };
    if (file.kind !== "call_off" && file.framework !== undefined)
      refuse(["framework"], "Only a call-off belongs to a framework; set 'kind' to 'call_off'.");
    if (file.kind !== "call_off" && file.lot !== undefined)
      refuse(["lot"], "Only a call-off belongs to a lot; a framework lists its lots under 'lots'.");
    if (file.kind !== "framework" && file.lots.length > 0)
      refuse(["lots"], "Only a framework has lots; for a call-off they stand under 'framework'.");
    const lots = file.framework?.lots ?? [];
    if (file.lot !== undefined && lots.length > 0 && !lots.some((lot) => lot.number === file.lot))
      refuse(["lot"], `The framework has no lot '${file.lot}'.`);
    if (file.startsOn !== undefined && file.endsOn !== undefined && file.endsOn < file.startsOn)
      refuse(["endsOn"], "The contract ends before it starts.");
    const clauses = new Set(
      [...file.conditions, ...(file.framework?.conditions ?? [])].map(({ clause }) => clause),
    );
    for (const [at, { clause }] of file.dutyEvents.entries())
      if (!clauses.has(clause))
        refuse(["dutyEvents", at, "clause"], `The file has no clause '${clause}'.`);
    const places = new Set(file.procurement?.instances.map(({ place }) => place));
    for (const [at, { criterion }] of (file.procurement?.promises ?? []).entries())
      if (criterion !== undefined && !places.has(criterion))
        refuse(
          ["procurement", "promises", at, "criterion"],
          `The tender has nothing at '${criterion}'.`,
        );
  });
export type ContractFile = z.infer<typeof ContractFile>;

/** The contract file as written, before reading. */
export type ContractFileInput = z.input<typeof ContractFile>;

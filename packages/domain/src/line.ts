/** What the tracing engine answers: the line of one contract as of one date. Shown by the browser, the API and the command line alike. */
import { z } from "zod";
import { LineState, LocatedPlace, StationName, Tier, TraceLinkKind } from "./vocabulary.ts";
import { CountryCode, IsoDate, Money, Ratio, Sentence } from "./values.ts";

/** What a fact points at, so that every figure opens to what is behind it. */
export const FactRef = z.strictObject({
  kind: z.enum([
    "contract",
    "product",
    "site",
    "disclosure",
    "link",
    "request",
    "answer",
    "condition",
    "dataset",
    "screening",
    "procurement",
    "duty",
    "meeting",
    "commitment",
    "series",
  ]),
  id: z.string(),
});
export type FactRef = z.infer<typeof FactRef>;

/** One fact behind a figure: what is said, by whom, in what, when. */
export const LineFact = z.strictObject({
  id: z.string(),
  sentence: Sentence,
  /** Title of the source (data set, disclosure, letter, register). */
  source: z.string(),
  actor: z.string().nullable(),
  date: IsoDate.nullable(),
  refs: z.array(FactRef),
});
export type LineFact = z.infer<typeof LineFact>;

/** One of the two truths of a station. */
export const StationTruth = z.strictObject({ state: LineState, sentence: Sentence });
export type StationTruth = z.infer<typeof StationTruth>;

/** A station of the line. `duty` (what was duly done) and `result` (what was achieved) are kept apart. */
export const Station = z.strictObject({
  name: StationName,
  /** False where the capability that would record it does not exist yet; the state is then `unknown`. */
  recorded: z.boolean(),
  state: LineState,
  headline: Sentence,
  detail: Sentence.nullable(),
  duty: StationTruth,
  result: StationTruth,
  facts: z.array(LineFact),
});
export type Station = z.infer<typeof Station>;

/** How one product line stands. */
export const ProductTrace = z.strictObject({
  productId: z.string(),
  brand: z.string(),
  family: z.string(),
  partNumber: z.string().nullable(),
  quantity: z.number().nullable(),
  value: Money.nullable(),
  /** Best link of the final-assembly tier, or the answer given instead of one. */
  status: z.enum([
    "traced",
    "imprecise",
    "brand_level_only",
    "refused",
    "cannot_because",
    "withdrawn",
    "shown_false",
    "silent",
    "asked",
    "missing",
  ]),
  sentence: Sentence,
  finalAssembly: z.strictObject({
    kind: TraceLinkKind.nullable(),
    siteIds: z.array(z.string()),
    alternativesCount: z.int().nullable(),
    /** How many of the possible places are flagged as not manufacturing. */
    notManufacturing: z.int(),
    truncated: z.boolean(),
  }),
  tiers: z.array(z.strictObject({ tier: Tier, confirmed: z.int(), possible: z.int() })),
});
export type ProductTrace = z.infer<typeof ProductTrace>;

/** How complete, precise, fresh and verified the disclosure is. Spend ratios are in minor units of the contract's currency. */
export const Completeness = z.strictObject({
  productsTraced: Ratio,
  productsWithAnySite: Ratio,
  spendTraced: Ratio,
  /** Product lines left out of `spendTraced` because their value is unknown or in another currency. */
  productsWithoutSpend: z.int(),
  tiersCovered: z.strictObject({ asked: z.array(Tier), covered: z.array(Tier), ratio: Ratio }),
  componentsNamed: z.strictObject({
    asked: z.array(z.string()),
    covered: z.array(z.string()),
    ratio: Ratio,
  }),
  nameAndAddress: Ratio,
  addressPrecision: z.record(z.string(), z.int()),
  verification: z.record(z.string(), z.int()),
  /** Days since the newest disclosure that still stands; `null` when there is none. */
  ageDays: z.int().nullable(),
  screened: Ratio,
});
export type Completeness = z.infer<typeof Completeness>;

/** What a person can do about a break, from the line itself. */
export const actionKinds = [
  "draft_request",
  "send_reminder",
  "add_products",
  "add_disclosure",
  "decide_match",
  "decide_hit",
  "screen_sites",
  "assign_follow_up",
  "record_answer",
  "ask_which_site",
  "ask_refresh",
  "align_tender",
  "record_duty",
  "edit_conditions",
  "prepare_meeting",
  "send_minutes",
  "remind_of_commitment",
  "confirm_commitment",
] as const;
export const NextAction = z.strictObject({
  id: z.string(),
  kind: z.enum(actionKinds),
  /** A full sentence: who does what. */
  sentence: Sentence,
  why: Sentence,
  owner: z.string().nullable(),
  dueOn: IsoDate.nullable(),
  refs: z.array(FactRef),
});
export type NextAction = z.infer<typeof NextAction>;

/** A place where the line is broken. */
export const LineBreak = z.strictObject({
  id: z.string(),
  station: StationName,
  severity: z.enum(["severe", "serious", "minor"]),
  sentence: Sentence,
  owner: z.string().nullable(),
  dueOn: IsoDate.nullable(),
  refs: z.array(FactRef),
  action: NextAction,
});
export type LineBreak = z.infer<typeof LineBreak>;

/** A site on this line: what it may make, what screening says, where it is. */
export const LineSite = z.strictObject({
  siteId: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  country: CountryCode.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Set when nobody gave the coordinates: they are the middle of this place, which the address names. */
  located: LocatedPlace.nullable().optional(),
  precision: z.string(),
  flags: z.array(z.string()),
  screening: z.enum(["hit", "no_hit_on_partial_list", "no_hit", "not_screened"]),
  /** "one of seven possible sites" and the like; `null` when the link is confirmed. */
  standing: Sentence,
  toReview: z.boolean(),
  productIds: z.array(z.string()),
  tiers: z.array(Tier),
});
export type LineSite = z.infer<typeof LineSite>;

/** May the contract be extended? Advice is said, but only a gate the contract itself sets makes it a no. */
export const ExtensionReadiness = z.strictObject({
  ready: z.enum(["yes", "no", "not_applicable"]),
  sentence: Sentence,
  /** What stands in the way, each citing its clause where there is one. */
  gates: z.array(Sentence),
  /** What a careful contract manager would settle first; does not gate. */
  advice: z.array(Sentence),
});
export type ExtensionReadiness = z.infer<typeof ExtensionReadiness>;

/** The line of one contract as of one date. `stations` has all eight, in order. */
export const Line = z.strictObject({
  asOf: IsoDate,
  contract: z.strictObject({ id: z.string(), reference: z.string(), title: z.string() }),
  stations: z.array(Station).length(8),
  products: z.array(ProductTrace),
  sites: z.array(LineSite),
  completeness: Completeness,
  breaks: z.array(LineBreak),
  readiness: ExtensionReadiness,
});
export type Line = z.infer<typeof Line>;

/**
 * Measurements: what a KPI of a contract came to in a period, from which rows. Words: **KPI** (an indicator of the catalogue),
 * **dimension** (what it speaks about), **section** (what may stand in one table), **assignment** (a KPI that applies to a
 * contract, with target and cadence), **basis** (computed from facts, or entered by a person), **row** (a fact behind the
 * figure), **standing** (a KPI of a contract in a period: what was computed, what was entered, how it stands to its target).
 *
 * How well a supplier cooperates and how good its information is says nothing about what workers got. The shapes keep the two
 * apart: each section has measurements of its own, and nothing here takes two sections at once.
 */
import { z } from "zod";
import { IsoDate, IsoInstant, Sentence } from "./values.ts";

/** What a KPI speaks about. */
export const kpiDimensions = [
  "cooperation",
  "information",
  "outcome_for_workers",
  "own_practice",
] as const;
export const KpiDimension = z.enum(kpiDimensions);
export type KpiDimension = z.infer<typeof KpiDimension>;

/** What may stand in one table, be counted or compared together. */
export const kpiSections = ["supplier_conduct", "worker_outcomes", "own_practice"] as const;
export const KpiSection = z.enum(kpiSections);
export type KpiSection = z.infer<typeof KpiSection>;

/** The section of each dimension: cooperation and information are both the supplier's conduct. */
export const sectionOfDimension = {
  cooperation: "supplier_conduct",
  information: "supplier_conduct",
  outcome_for_workers: "worker_outcomes",
  own_practice: "own_practice",
} as const satisfies Record<KpiDimension, KpiSection>;

/**
 * How numerator and denominator make the value. `share`: percent; `median`: the middle of the rows' own values, numerator and
 * denominator say how many of how many have one; `number`: a count or an average told as it is; `yes_no`: 1 or 0.
 */
export const kpiKinds = ["share", "median", "number", "yes_no"] as const;
export const KpiKind = z.enum(kpiKinds);
export type KpiKind = z.infer<typeof KpiKind>;

export const kpiDirections = ["up", "down", "info"] as const;
/** Which way is better; `info` says nothing by itself. */
export const KpiDirection = z.enum(kpiDirections);
export type KpiDirection = z.infer<typeof KpiDirection>;

/** One indicator of the catalogue. */
export const CatalogueKpi = z.strictObject({
  id: z.string().max(20),
  name: z.string(),
  unit: z.string(),
  formula: z.string(),
  source: z.string(),
  better: KpiDirection,
  dimension: KpiDimension,
  /** Why it is of that dimension. */
  because: z.string(),
  kind: KpiKind,
  /** Whether it is computed from facts kept here, where there are any. */
  computed: z.boolean(),
  /** Its parts count persons: fewer than three are never published. */
  countsPersons: z.boolean(),
});
export type CatalogueKpi = z.infer<typeof CatalogueKpi>;

/**
 * What stands behind a number of this unit, as people read it; how the figure is reckoned is said elsewhere.
 *
 * @example unitInWords("working days (median)") // "working days"
 * @example unitInWords("score 0-5") // "of 5"
 */
export function unitInWords(unit: string): string {
  if (unit === "n") return "";
  if (unit.startsWith("%")) return "%";
  return unit
    .replace(/ \(median.*\)$/u, "")
    .replace("n/yr", "a year")
    .replace(/^score 0-(\d+)$/u, "of $1");
}

/** The ratings of regulation 39(5) of the Procurement Regulations 2024 (UK), best first. */
export const kpiBands = [
  "good",
  "approaching_target",
  "requires_improvement",
  "inadequate",
  "other",
] as const;
export const KpiBand = z.enum(kpiBands);
export type KpiBand = z.infer<typeof KpiBand>;

/**
 * Names of the bands and where they begin, as shares of the target. The law names the ratings and leaves the thresholds open:
 * these are ours until an organisation sets its own. A KPI that should fall reaches its target the other way round
 * (target / value). `good` is always reaching it.
 */
export const BandScheme = z.strictObject({
  labels: z.record(KpiBand, z.string().trim().min(1).max(80)),
  /** From this share of the target on: approaching it. */
  approachingFrom: z.number().gt(0).lt(1),
  /** From this share on: requires improvement; below: inadequate. */
  improvementFrom: z.number().gt(0).lt(1),
});
export type BandScheme = z.infer<typeof BandScheme>;

export const defaultBandScheme: BandScheme = {
  labels: {
    good: "Good",
    approaching_target: "Approaching target",
    requires_improvement: "Requires improvement",
    inadequate: "Inadequate",
    other: "Other",
  },
  approachingFrom: 0.9,
  improvementFrom: 0.7,
};

/** Whole months, aligned to the calendar: quarters are those of the year. Both days belong to it. */
export const KpiPeriod = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  months: z.int().min(1).max(60),
});
export type KpiPeriod = z.infer<typeof KpiPeriod>;

/** What somebody asked for: a number in the KPI's unit, or words that a person judges by. */
export const KpiTarget = z.strictObject({
  number: z.number().nullable(),
  words: z.string().nullable(),
});
export type KpiTarget = z.infer<typeof KpiTarget>;

/** Why a KPI applies: a clause names it in its follow-up, or somebody added it to the contract. */
export const KpiReason = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("clause"),
    conditionId: z.string(),
    clause: z.string(),
    requirement: z.string(),
    inheritedFrom: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("added"),
    assignmentId: z.string(),
    reason: z.string(),
    on: IsoDate,
  }),
]);
export type KpiReason = z.infer<typeof KpiReason>;

/** A KPI that applies to a contract. Clauses that ask the same of it are one, with several reasons. */
export const KpiAssignment = z.strictObject({
  /** Stable: KPI, cadence and target. */
  key: z.string(),
  kpi: z.string(),
  target: KpiTarget,
  everyMonths: z.int().min(1).max(60),
  reasons: z.array(KpiReason).min(1),
  /** Member or role that follows up; both `null`: nobody. */
  personId: z.string().nullable(),
  role: z.string().nullable(),
});
export type KpiAssignment = z.infer<typeof KpiAssignment>;

/** A KPI somebody added to a contract by hand, dated, so that any past day knows what applied. */
export const AddedKpi = z.strictObject({
  id: z.string(),
  kpi: z.string(),
  target: KpiTarget,
  everyMonths: z.int().min(1).max(60),
  reason: z.string(),
  from: IsoDate,
  /** Day from which it no longer applies. */
  until: IsoDate.nullable(),
  personId: z.string().nullable(),
  role: z.string().nullable(),
});
export type AddedKpi = z.infer<typeof AddedKpi>;

/**
 * What a person entered: a figure, a judgement on a target told in words, or that an earlier entry is taken back. Never
 * changed: a later one replaces it by name.
 */
export const KpiEntry = z.strictObject({
  id: z.string(),
  kpi: z.string(),
  kind: z.enum(["figure", "judgement", "taken_back"]),
  /** Days the figure covers. */
  from: IsoDate,
  to: IsoDate,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  /** For a judgement. */
  judgement: KpiBand.nullable(),
  /** Where it comes from, or why it is judged so. */
  note: z.string(),
  evidence: z.strictObject({ title: z.string(), reference: z.string() }).nullable(),
  /** Entry it corrects or takes back. */
  replaces: z.string().nullable(),
  enteredOn: IsoDate,
  enteredBy: z.string().nullable(),
});
export type KpiEntry = z.infer<typeof KpiEntry>;

export const kpiRowKinds = [
  "product",
  "site",
  "component",
  "disclosure_due",
  "contract",
  "request",
  "meeting",
  "commitment",
  "evidence",
  "entry",
] as const;
export const KpiRowKind = z.enum(kpiRowKinds);
export type KpiRowKind = z.infer<typeof KpiRowKind>;

/** One fact behind a figure. */
export const KpiRow = z.strictObject({
  kind: KpiRowKind,
  id: z.string(),
  label: z.string(),
  date: IsoDate.nullable(),
  /** `left_out`: looked at and not counted; the sentence says why. */
  counts: z.enum(["numerator", "denominator", "left_out"]),
  /** What it adds to each part; more than 1 where a row holds several things (fields of a site). */
  numerator: z.number(),
  denominator: z.number(),
  /** Its own value, of which the median is taken. */
  value: z.number().nullable(),
  says: Sentence,
});
export type KpiRow = z.infer<typeof KpiRow>;

export const kpiBases = ["computed", "entered", "none"] as const;
export const KpiBasis = z.enum(kpiBases);
export type KpiBasis = z.infer<typeof KpiBasis>;

const measurementFields = {
  kpi: z.string(),
  period: KpiPeriod,
  /** Day whose knowledge it rests on; what a period holds at its end is looked at on its last day, or this one if earlier. */
  asOf: IsoDate,
  basis: KpiBasis,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** `null` is "no data": a zero denominator is never 100 %. Shares are in percent. */
  value: z.number().nullable(),
  unit: z.string(),
  /** "4 of 6 products are traced", or why there is nothing to tell. */
  says: Sentence,
  /** What else has to be known with it: unanswered requests, commitments kept later. */
  besides: z.array(Sentence),
  /** How many rows are behind it in all; `rows` may hold a stretch of them or none. */
  rowCount: z.int().nonnegative(),
  rows: z.array(KpiRow),
};

/** How well the supplier cooperates and informs. */
export const ConductMeasurement = z.strictObject({
  dimension: z.enum(["cooperation", "information"]),
  ...measurementFields,
});
export type ConductMeasurement = z.infer<typeof ConductMeasurement>;
/** What workers got. */
export const OutcomeMeasurement = z.strictObject({
  dimension: z.literal("outcome_for_workers"),
  ...measurementFields,
});
export type OutcomeMeasurement = z.infer<typeof OutcomeMeasurement>;
/** What the buyer itself does. */
export const PracticeMeasurement = z.strictObject({
  dimension: z.literal("own_practice"),
  ...measurementFields,
});
export type PracticeMeasurement = z.infer<typeof PracticeMeasurement>;

/** A measurement of whatever section; one figure is shown so, never several together. */
export const Measurement = z.discriminatedUnion("dimension", [
  ConductMeasurement,
  OutcomeMeasurement,
  PracticeMeasurement,
]);
export type Measurement = z.infer<typeof Measurement>;

/** How a figure stands to its target. */
export const KpiRating = z.strictObject({
  band: KpiBand,
  /** Whose it is: of the computed figure, of the entered one, or a person's judgement. */
  of: z.enum(["computed", "entered", "judgement", "nothing"]),
  says: Sentence,
});
export type KpiRating = z.infer<typeof KpiRating>;

function standingOf<S extends KpiSection, M extends z.ZodType>(section: S, measurement: M) {
  return z.strictObject({
    section: z.literal(section),
    assignment: KpiAssignment,
    name: z.string(),
    better: KpiDirection,
    period: KpiPeriod,
    asOf: IsoDate,
    /** Both are kept where both are there; neither overwrites the other. */
    computed: measurement.nullable(),
    entered: measurement.nullable(),
    /** Set where both are there and tell different things. */
    differs: Sentence.nullable(),
    rating: KpiRating,
    /** First day on which the measurement of this period is due: the day after the period. */
    dueOn: IsoDate,
    /** Whether a figure is there for the period; of a target told in words, a judgement. */
    measured: z.boolean(),
  });
}
export const ConductStanding = standingOf("supplier_conduct", ConductMeasurement);
export type ConductStanding = z.infer<typeof ConductStanding>;
export const OutcomeStanding = standingOf("worker_outcomes", OutcomeMeasurement);
export type OutcomeStanding = z.infer<typeof OutcomeStanding>;
export const PracticeStanding = standingOf("own_practice", PracticeMeasurement);
export type PracticeStanding = z.infer<typeof PracticeStanding>;
/** A standing of whatever section, for one KPI by itself. */
export const KpiStanding = z.discriminatedUnion("section", [
  ConductStanding,
  OutcomeStanding,
  PracticeStanding,
]);
export type KpiStanding = z.infer<typeof KpiStanding>;

/** Standings of one contract, each section in a list of its own. */
export const SectionedStandings = z.strictObject({
  supplierConduct: z.array(ConductStanding),
  workerOutcomes: z.array(OutcomeStanding),
  ownPractice: z.array(PracticeStanding),
});
export type SectionedStandings = z.infer<typeof SectionedStandings>;

/** One figure as it is published: parts may be held back, never the fact that they are. */
export const PublishedFigure = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  formula: z.string(),
  unit: z.string(),
  from: IsoDate,
  to: IsoDate,
  basis: KpiBasis,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  target: KpiTarget,
  band: KpiBand,
  bandLabel: z.string(),
  says: z.string(),
  /** Figures counted in fewer than three persons are held back. */
  heldBack: z.boolean(),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

/** What is published of a contract's KPIs, once a year: figures only, never the rows behind them. */
export const KpiPublication = z.strictObject({
  format: z.literal("throughline-kpis/1"),
  publisher: z.string(),
  contract: z.strictObject({
    reference: z.string(),
    title: z.string(),
    buyer: z.string().nullable(),
    supplier: z.string().nullable(),
    invented: z.boolean(),
  }),
  year: z.int(),
  asOf: IsoDate,
  supplierConduct: z.array(PublishedFigure),
  workerOutcomes: z.array(PublishedFigure),
  ownPractice: z.array(PublishedFigure),
  bands: BandScheme,
  /** Digest of the publication it corrects. */
  replaces: z.string().nullable(),
  correction: z.string().nullable(),
  publishedAt: IsoInstant,
});
export type KpiPublication = z.infer<typeof KpiPublication>;

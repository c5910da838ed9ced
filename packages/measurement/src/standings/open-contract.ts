/** The engine's main door: the KPIs of one contract as known on a day, for any period. */
import {
  addDays,
  sectionOfDimension,
  type BandScheme,
  type CatalogueKpi,
  type ConductMeasurement,
  type IsoDate,
  type KpiAssignment,
  type KpiPeriod,
  type KpiRating,
  type KpiStanding,
  type Measurement,
  type OutcomeMeasurement,
  type PracticeMeasurement,
  type Sentence,
} from "@throughline/domain";
import { findKpi } from "../catalogue/kpi-catalogue.ts";
import type { Workdays } from "../days-between.ts";
import { openMeasuring } from "../facts/measuring-facts.ts";
import type { GroupedKpiFacts } from "../facts/grouped-facts.ts";
import { figureRules } from "../figures/figure-rules.ts";
import { noData, type Figure } from "../figures/figure.ts";
import { lastDayOf } from "../periods.ts";
import { sayKpi, sayValue } from "../texts/say.ts";
import { enteredFigure, findJudgement, standingEntries } from "./entered-figure.ts";
import { listAssignments } from "./list-assignments.ts";
import { rateValue } from "./rate-value.ts";

/** How a contract is looked at. */
export interface MeasuringOptions {
  /** Day whose knowledge counts. */
  readonly asOf: IsoDate;
  readonly calendar: Workdays;
  readonly bands: BandScheme;
}

/** Whether the rows behind figures are made. Lists do without them. */
export type WithRows = "rows" | "no_rows";

/** A contract whose KPIs can be asked for. */
export interface MeasuredContract {
  readonly asOf: IsoDate;
  /** The KPIs that apply on the day. */
  readonly assignments: readonly KpiAssignment[];
  /** How a KPI of the contract stands in a period. */
  standing(assignment: KpiAssignment, period: KpiPeriod, rows?: WithRows): KpiStanding;
}

interface Told {
  readonly period: KpiPeriod;
  readonly asOf: IsoDate;
  readonly basis: Measurement["basis"];
  readonly rows: WithRows;
}

/** The figure with what it is of. The dimension is put on by whoever knows the section. */
function tell(
  kpi: CatalogueKpi,
  figure: Figure,
  { period, asOf, basis, rows }: Told,
): Omit<Measurement, "dimension"> {
  return {
    kpi: kpi.id,
    period,
    asOf,
    basis,
    numerator: figure.numerator,
    denominator: figure.denominator,
    value: figure.value,
    unit: kpi.unit,
    says: figure.says,
    besides: [...figure.besides],
    rowCount: figure.rowCount,
    rows: rows === "rows" ? [...figure.rows()] : [],
  };
}

/** To the tenth, as people read it: what rounds to the same is the same. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

function sayDifference(
  kpi: CatalogueKpi,
  computed: Figure | null,
  entered: Figure | null,
): Sentence | null {
  if (computed === null || entered === null || entered.value === null) return null;
  const said = sayValue(entered.value, kpi.unit);
  if (computed.value === null) return sayKpi("differs.no_data", { entered: said });
  return tenth(computed.value) === tenth(entered.value)
    ? null
    : sayKpi("differs", { computed: sayValue(computed.value, kpi.unit), entered: said });
}

/**
 * Opens a contract. Pure: the same facts and day give the same answer; what was sent, held or entered after the day is not
 * there. Cost: what the line costs for each stretch of time in which nothing changed, and one pass over the events.
 *
 * @example
 * const contract = openContract(groupKpiFacts(facts), { asOf: "2026-11-20", calendar, bands: defaultBandScheme });
 * contract.assignments.map((one) => contract.standing(one, periodOf("2026-11-20", one.everyMonths)))
 */
export function openContract(facts: GroupedKpiFacts, options: MeasuringOptions): MeasuredContract {
  const { asOf, calendar, bands } = options;
  const measuring = openMeasuring(facts, asOf, calendar);
  const entries = standingEntries(facts.entries, asOf);

  const compute = (kpi: CatalogueKpi, period: KpiPeriod): Figure | null => {
    const rule = figureRules.get(kpi.id);
    if (rule === undefined) return null;
    // Nothing is known of a period that begins later.
    if (period.from > asOf) return noData(sayKpi("rating.no_data"));
    return rule(measuring, period, lastDayOf(period, asOf));
  };

  const rate = (
    kpi: CatalogueKpi,
    { target }: KpiAssignment,
    period: KpiPeriod,
    computed: Figure | null,
    entered: Figure | null,
  ): KpiRating => {
    if (isJudged({ target })) {
      const judged = findJudgement(entries, kpi.id, period);
      return judged === null
        ? { band: "other", of: "nothing", says: sayKpi("rating.not_judged") }
        : {
            band: judged.judgement ?? "other",
            of: "judgement",
            says: sayKpi("rating.judged", {
              by: judged.enteredBy,
              on: judged.enteredOn,
              note: judged.note,
            }),
          };
    }
    const shown = (computed?.value ?? null) !== null ? computed : (entered ?? computed);
    const value = shown?.value ?? null;
    const { better, unit } = kpi;
    return {
      ...rateValue({ value, target: target.number, better, unit }, bands),
      of: value === null ? "nothing" : shown === entered ? "entered" : "computed",
    };
  };

  return {
    asOf,
    assignments: listAssignments(facts.contract.conditions, facts.added, asOf),
    standing(assignment, period, rows = "no_rows") {
      const kpi = findKpi(assignment.kpi);
      if (kpi === undefined) throw new Error(`${assignment.kpi} is not in the catalogue.`);
      const computed = compute(kpi, period);
      const entered = enteredFigure(entries, kpi, period);
      const told = { period, asOf, rows };
      const rating = rate(kpi, assignment, period, computed, entered);
      const head = {
        assignment,
        name: kpi.name,
        better: kpi.better,
        period,
        asOf,
        differs: sayDifference(kpi, computed, entered),
        rating,
        dueOn: addDays(period.to, 1),
        measured: isJudged(assignment)
          ? rating.of === "judgement"
          : (computed?.value ?? null) !== null || entered !== null,
      };
      const parts = {
        computed: computed === null ? null : tell(kpi, computed, { ...told, basis: "computed" }),
        entered: entered === null ? null : tell(kpi, entered, { ...told, basis: "entered" }),
      };
      return inSection(kpi, head, parts);
    },
  };
}

/** A target told in words alone is met or not by a person's judgement. */
function isJudged({ target }: Pick<KpiAssignment, "target">): boolean {
  return target.number === null && target.words !== null;
}

type Head = Omit<KpiStanding, "section" | "computed" | "entered">;
type Untold = Omit<Measurement, "dimension"> | null;

/** Puts a standing into the section of its dimension: from here on the types keep sections apart. */
function inSection(
  { dimension }: CatalogueKpi,
  head: Head,
  { computed, entered }: { readonly computed: Untold; readonly entered: Untold },
): KpiStanding {
  switch (dimension) {
    case "cooperation":
    case "information": {
      const put = (one: Untold): ConductMeasurement | null =>
        one === null ? null : { ...one, dimension };
      const section = sectionOfDimension[dimension];
      return { ...head, section, computed: put(computed), entered: put(entered) };
    }
    case "outcome_for_workers": {
      const put = (one: Untold): OutcomeMeasurement | null =>
        one === null ? null : { ...one, dimension };
      const section = sectionOfDimension[dimension];
      return { ...head, section, computed: put(computed), entered: put(entered) };
    }
    case "own_practice": {
      const put = (one: Untold): PracticeMeasurement | null =>
        one === null ? null : { ...one, dimension };
      const section = sectionOfDimension[dimension];
      return { ...head, section, computed: put(computed), entered: put(entered) };
    }
  }
}

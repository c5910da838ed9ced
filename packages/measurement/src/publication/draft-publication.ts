/**
 * What is published of a contract's KPIs of a year: figures, targets and bands, each section by itself; never the rows behind
 * them, and nothing that tells of fewer than three persons.
 */
import type {
  BandScheme,
  KpiKind,
  KpiPublication,
  KpiStanding,
  Measurement,
  PublishedFigure,
  Sentence,
} from "@throughline/domain";
import { findKpi } from "../catalogue/kpi-catalogue.ts";
import { periodOf } from "../periods.ts";
import type { MeasuredContract } from "../standings/open-contract.ts";
import { sectionStandings } from "../standings/sections.ts";
import { sayKpi } from "../texts/say.ts";

/** As few persons could be recognised, by themselves or by what is left when they are taken away. */
const fewest = 3;

const few = (count: number | null): boolean => count !== null && count > 0 && count < fewest;

/** Of a KPI whose parts count persons: whether the figure, or what is left beside it, tells of few. */
function tellsOfFew(kind: KpiKind, { numerator, denominator, value }: Measurement): boolean {
  if (few(numerator) || few(denominator)) return true;
  if (numerator !== null && denominator !== null) return few(denominator - numerator);
  // Without its parts nobody can weigh a share or a middle; a count tells its own number.
  return value !== null && denominator === null && (kind !== "number" || few(value));
}

function publish(standing: KpiStanding, bands: BandScheme): PublishedFigure | null {
  const { assignment, computed, entered, rating, period } = standing;
  const kpi = findKpi(assignment.kpi);
  // What facts give comes first; what somebody entered where they give nothing.
  const shown = computed !== null && computed.value !== null ? computed : (entered ?? computed);
  if (kpi === undefined || (shown === null && rating.of === "nothing")) return null;
  const hide = kpi.countsPersons && shown !== null && tellsOfFew(kpi.kind, shown);
  return {
    kpi: kpi.id,
    name: kpi.name,
    formula: kpi.formula,
    unit: kpi.unit,
    from: period.from,
    to: period.to,
    basis: shown?.value === null || shown === null ? "none" : shown.basis,
    numerator: hide ? null : (shown?.numerator ?? null),
    denominator: hide ? null : (shown?.denominator ?? null),
    value: hide ? null : (shown?.value ?? null),
    target: assignment.target,
    // The band of a figure held back would tell where it lies.
    band: hide ? "other" : rating.band,
    bandLabel: bands.labels[hide ? "other" : rating.band],
    says: hide
      ? sayKpi("published.held_back").text
      : shown !== null && shown.basis === "computed"
        ? shown.says.text
        : "",
    heldBack: hide,
  };
}

/** What a publication is of, as people are told. */
export interface PublicationHead {
  readonly publisher: string;
  readonly contract: KpiPublication["contract"];
  readonly year: number;
  readonly bands: BandScheme;
}

export interface PublicationDraft {
  readonly content: Omit<KpiPublication, "publishedAt" | "replaces" | "correction">;
  /** What is not in it, and why. */
  readonly leftOut: readonly Sentence[];
}

/**
 * Drafts the publication of a year. A KPI asked for with several targets stands in it once for each.
 *
 * @example draftPublication(openContract(facts, options), { publisher: "Northbridge", contract, year: 2026, bands })
 */
export function draftPublication(
  measured: MeasuredContract,
  head: PublicationHead,
): PublicationDraft {
  const { year, bands } = head;
  const period = periodOf(`${year}-01-01`, 12);
  const standings = measured.assignments.map((one) => measured.standing(one, period));
  const leftOut: Sentence[] = [];
  if (measured.asOf < period.to) leftOut.push(sayKpi("published.so_far", { day: measured.asOf }));
  const figures = (some: readonly KpiStanding[]): PublishedFigure[] =>
    some.flatMap((standing) => {
      const figure = publish(standing, bands);
      if (figure === null)
        leftOut.push(
          sayKpi("published.no_figure", {
            kpi: standing.name,
            id: standing.assignment.kpi,
            year: String(year),
          }),
        );
      return figure ?? [];
    });
  const sections = sectionStandings(standings);
  return {
    content: {
      format: "throughline-kpis/1",
      publisher: head.publisher,
      contract: head.contract,
      year,
      asOf: measured.asOf,
      supplierConduct: figures(sections.supplierConduct),
      workerOutcomes: figures(sections.workerOutcomes),
      ownPractice: figures(sections.ownPractice),
      bands,
    },
    leftOut,
  };
}

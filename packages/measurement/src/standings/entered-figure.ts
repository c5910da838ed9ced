/** What people entered: the last figure of a period that stands; earlier ones stay to be seen. */
import type { CatalogueKpi, IsoDate, KpiEntry, KpiPeriod, KpiRow } from "@throughline/domain";
import type { Figure } from "../figures/figure.ts";
import { sayKpi, sayValue } from "../texts/say.ts";

/** Entries known on a day that no later one replaced or took back. */
export function standingEntries(entries: readonly KpiEntry[], asOf: IsoDate): KpiEntry[] {
  const known = entries.filter(({ enteredOn }) => enteredOn <= asOf);
  const replaced = new Set(known.flatMap(({ replaces }) => replaces ?? []));
  return known.filter(({ id, kind }) => kind !== "taken_back" && !replaced.has(id));
}

/** Entries of a KPI whose days end in the period, the one that counts last. */
function entriesOf(
  entries: readonly KpiEntry[],
  kpi: string,
  period: KpiPeriod,
  kind: KpiEntry["kind"],
): KpiEntry[] {
  return entries
    .filter(
      (entry) =>
        entry.kpi === kpi &&
        entry.kind === kind &&
        entry.to >= period.from &&
        entry.to <= period.to,
    )
    .sort((a, b) =>
      a.to < b.to
        ? -1
        : a.to > b.to
          ? 1
          : a.enteredOn < b.enteredOn
            ? -1
            : a.enteredOn > b.enteredOn
              ? 1
              : 0,
    );
}

/** The judgement that stands for a period, if any. */
export function findJudgement(
  standing: readonly KpiEntry[],
  kpi: string,
  period: KpiPeriod,
): KpiEntry | null {
  return entriesOf(standing, kpi, period, "judgement").at(-1) ?? null;
}

function valueOf(
  { value, numerator, denominator }: KpiEntry,
  { kind }: CatalogueKpi,
): number | null {
  // Parts that can be checked come before a value that was worked out elsewhere.
  if (kind === "share" && numerator !== null && denominator !== null)
    return denominator === 0 ? null : (100 * numerator) / denominator;
  return value;
}

function rowOf(entry: KpiEntry, kpi: CatalogueKpi, counts: boolean): KpiRow {
  const value = valueOf(entry, kpi);
  const said = value === null ? "–" : sayValue(value, kpi.unit);
  return {
    kind: "entry",
    id: entry.id,
    label: sayKpi("row.entered.label", { value: said, by: entry.enteredBy }).text,
    date: entry.enteredOn,
    counts: counts ? "numerator" : "left_out",
    numerator: counts ? (entry.numerator ?? 0) : 0,
    denominator: counts ? (entry.denominator ?? 0) : 0,
    value,
    says: sayKpi(counts ? "row.entered.standing" : "row.entered.earlier", {
      from: entry.from,
      to: entry.to,
      evidence: entry.evidence?.title ?? null,
    }),
  };
}

/** The figure entered for a period; `null` where none stands. */
export function enteredFigure(
  standing: readonly KpiEntry[],
  kpi: CatalogueKpi,
  period: KpiPeriod,
): Figure | null {
  const entries = entriesOf(standing, kpi.id, period, "figure");
  const last = entries.at(-1);
  if (last === undefined) return null;
  const value = valueOf(last, kpi);
  const params = { on: last.enteredOn, by: last.enteredBy, note: last.note };
  return {
    numerator: last.numerator,
    denominator: last.denominator,
    value,
    says:
      value === null
        ? sayKpi("entered.no_value", params)
        : sayKpi(last.enteredBy === null ? "entered.figure_nameless" : "entered.figure", {
            ...params,
            value: sayValue(value, kpi.unit),
          }),
    besides: [],
    rowCount: entries.length,
    rows: () => entries.toReversed().map((entry) => rowOf(entry, kpi, entry === last)),
  };
}

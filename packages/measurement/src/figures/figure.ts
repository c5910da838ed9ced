import type { IsoDate, KpiPeriod, KpiRow, Sentence } from "@throughline/domain";
import type { MeasuringFacts } from "../facts/measuring-facts.ts";

/** What was counted, before it is put beside other things. Rows are made only when somebody opens them. */
export interface Figure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** `null`: no data. */
  readonly value: number | null;
  readonly says: Sentence;
  readonly besides: readonly Sentence[];
  readonly rowCount: number;
  readonly rows: () => readonly KpiRow[];
}

/**
 * Counts one KPI of a contract. `day` is the last of the period of which anything is known: what holds at the end of a
 * period is looked at on it; what happens in a period is counted as known on `facts.asOf`.
 */
export type FigureRule = (facts: MeasuringFacts, period: KpiPeriod, day: IsoDate) => Figure;

const nothingBesides: readonly Sentence[] = [];

/** Nothing to count: no data, with the reason. Rows may still say what was looked at. */
export function noData(
  says: Sentence,
  over: Partial<Pick<Figure, "numerator" | "denominator" | "rowCount" | "rows" | "besides">> = {},
): Figure {
  return {
    numerator: 0,
    denominator: 0,
    value: null,
    says,
    besides: nothingBesides,
    rowCount: 0,
    rows: () => [],
    ...over,
  };
}

/** A share in percent; of nothing, no data. */
export function share(
  parts: { readonly n: number; readonly of: number },
  says: { readonly some: () => Sentence; readonly none: () => Sentence },
  rows: { readonly count: number; readonly make: () => readonly KpiRow[] },
  besides: readonly Sentence[] = nothingBesides,
): Figure {
  const { n, of } = parts;
  return {
    numerator: n,
    denominator: of,
    value: of === 0 ? null : (100 * n) / of,
    says: of === 0 ? says.none() : says.some(),
    besides,
    rowCount: rows.count,
    rows: rows.make,
  };
}

/** What a person reads about a list before taking it: one line a check, the gravest first. */
import type { FindingSeverity } from "@throughline/domain";
import { findingSeverities } from "@throughline/domain";
import { findCheck } from "./check-catalogue.ts";

/** One line of the summary. */
export interface ListLine {
  readonly check: string;
  readonly severity: FindingSeverity;
  readonly rows: number;
  /** "41 rows: Hong Kong filed under China". */
  readonly text: string;
  readonly whatToDo: string;
  /** The check corrects by itself, and each correction can be undone. */
  readonly corrects: boolean;
}

/**
 * Lines for the counts per check: errors first, then warnings, then notes; within each the most frequent first. Codes
 * the catalogue no longer knows are shown under their own name: nothing is dropped.
 *
 * @example describeList([["hong_kong_filed_under_china", 41]])[0]?.text // → "41 rows: Hong Kong filed under China"
 */
export function describeList(counts: Iterable<readonly [string, number]>): ListLine[] {
  return [...counts]
    .filter(([, rows]) => rows > 0)
    .map(([check, rows]) => {
      const entry = findCheck(check);
      return {
        check,
        severity: entry?.severity ?? ("note" as const),
        rows,
        text: `${rows === 1 ? "1 row" : `${rows} rows`}: ${entry?.title ?? check}`,
        whatToDo: entry?.whatToDo ?? "Look at the rows.",
        corrects: entry?.corrects ?? false,
      };
    })
    .toSorted(
      (a, b) =>
        findingSeverities.indexOf(a.severity) - findingSeverities.indexOf(b.severity) ||
        b.rows - a.rows ||
        (a.check < b.check ? -1 : 1),
    );
}

/** Parses delimited text into a grid. Record numbers are what a spreadsheet would show as row numbers. */
import { parse } from "csv-parse/sync";

/** One non-blank row of a table: its number in the source and its cells. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** What the reader of the file changed, as sentences. */
  readonly changes?: readonly string[];
}

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Columns per line outside quotation marks, for the first lines of the text. */
function countPerLine(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let quoted = false;
  let count = 0;
  const end = Math.min(text.length, 40_000);
  for (let at = 0; at < end && counts.length < 60; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === delimiter) count += 1;
    else if (!quoted && sign === "\n") {
      counts.push(count);
      count = 0;
    }
  }
  if (end === text.length && count > 0) counts.push(count);
  return counts;
}

/**
 * The delimiter of a table, from Excel's own `sep=` line or from how steadily each divides the lines;
 * `null` when none does.
 */
export function detectDelimiter(text: string): Delimiter | null {
  const stated = /^sep=(.)\r?\n/iu.exec(text)?.[1];
  const named = delimiters.find((one) => one === stated);
  if (named !== undefined) return named;
  let best: Delimiter | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = countPerLine(text, delimiter).filter((count) => count > 0);
    if (counts.length === 0) continue;
    const tally = new Map<number, number>();
    for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [columns, lines] = [...tally].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    // Addresses are full of commas, so steadiness counts more than number.
    const score =
      (lines / counts.length) *
      lines *
      (1 + Math.log2(1 + columns) / 10) *
      (delimiter === "," ? 0.9 : 1);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function run(text: string, delimiter: Delimiter, quote: '"' | false): GridRow[] {
  const records: string[][] = parse(text, {
    delimiter,
    quote,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  return records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter((one) => one.cells.some((cell) => cell.trim() !== ""));
}

/**
 * Parses delimited text. An unclosed quotation mark does not swallow the rest: quotation marks are then read as
 * ordinary signs and `unquoted` is true.
 */
export function parseDelimited(
  text: string,
  delimiter: Delimiter,
): { rows: GridRow[]; unquoted: boolean } {
  const body = text.replace(/^sep=.\r?\n/iu, "");
  const shift = body.length === text.length ? 0 : 1;
  const shifted = (rows: GridRow[]): GridRow[] =>
    shift === 0 ? rows : rows.map((one) => ({ ...one, row: one.row + shift }));
  try {
    return { rows: shifted(run(body, delimiter, '"')), unquoted: false };
  } catch {
    return { rows: shifted(run(body, delimiter, false)), unquoted: true };
  }
}

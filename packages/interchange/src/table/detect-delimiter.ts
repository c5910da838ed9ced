/** Finds what divides the columns of delimited text. */
const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, `sep=;`, which is no row of the list. */
export const separatorLine: RegExp = /^sep=(.)(?:\r\n|\n|\r|$)/iu;

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
    else if (!quoted && (sign === "\n" || (sign === "\r" && text[at + 1] !== "\n"))) {
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
 *
 * @example detectDelimiter("name;address\nFoo;1 Road, Leeds\n"); // ";"
 */
export function detectDelimiter(text: string): Delimiter | null {
  const stated = separatorLine.exec(text)?.[1];
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

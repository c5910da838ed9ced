/** Cells that hold several values: separated by vertical bars, semicolons or line breaks. */

/**
 * The values of a cell, in order, without repeats. A comma is no separator: it stands in names.
 *
 * @example splitValues("82KU | 82KT;82KU") // → ["82KU", "82KT"]
 */
export function splitValues(cell: string): string[] {
  const values = cell
    .split(/[|;；｜\n]/u)
    .map((value) => value.trim())
    .filter((value) => value !== "");
  return [...new Set(values)];
}

/**
 * Supplier lists in alphabetical order sometimes end with a second, short alphabetical run: typically companies
 * without factories of their own, listed by their head office. The rows are flagged, and a note says it is a guess.
 */
import type { DisclosureRow } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";

const smallestList = 40;
const largestShare = 0.1;
const mostlySorted = 0.97;

/** Position at which the trailing run begins, or `null` when the list has none. */
export function findTrailingGroup(names: readonly string[]): number | null {
  const count = names.length;
  if (count < smallestList) return null;
  const keys = names.map(nameKey);
  const at = (index: number): string => keys[index] ?? "";
  for (let start = count - 2; start >= Math.floor(count * (1 - largestShare)); start -= 1) {
    // The order must fall from the end of the alphabet back to its beginning.
    const early = at(Math.floor(count * 0.1));
    const late = at(Math.floor(count * 0.85));
    if (!(at(start) < early && at(start - 1) > late && early < late)) continue;
    let ascending = 0;
    for (let index = 1; index < start; index += 1) if (at(index) >= at(index - 1)) ascending += 1;
    let falls = 0;
    for (let index = start + 1; index < count; index += 1)
      if (at(index) < at(index - 1)) falls += 1;
    if (ascending / (start - 1) >= mostlySorted && falls <= 1) return start;
  }
  return null;
}

/** Rows with `head_office` added to the trailing group, and the note that says so (`null` when there is none). */
export function flagTrailingGroup(rows: readonly DisclosureRow[]): {
  rows: DisclosureRow[];
  note: string | null;
} {
  const start = findTrailingGroup(rows.map((row) => row.name));
  if (start === null) return { rows: [...rows], note: null };
  const flagged = rows.map((row, index) =>
    index < start || row.flags.includes("head_office")
      ? row
      : { ...row, flags: [...row.flags, "head_office" as const] },
  );
  const first = rows[start]?.row ?? 0;
  const last = rows.at(-1)?.row ?? 0;
  return {
    rows: flagged,
    note: `The list is in alphabetical order and begins anew at row ${first}: rows ${first} to ${last} are probably a separate group, such as head offices. They are flagged; please check them.`,
  };
}

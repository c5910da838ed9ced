/** Flags the second, short alphabetical run at the end of a list as probable head offices. */
import type { DisclosureRow } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import { findTrailingGroup } from "../list/find-trailing-group.ts";

/** Rows with `head_office` added to the trailing group, and the note that says so (`null` when there is none). */
export function flagTrailingGroup(rows: readonly DisclosureRow[]): {
  rows: DisclosureRow[];
  note: string | null;
} {
  const start = findTrailingGroup(rows.map((row) => nameKey(row.name)));
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

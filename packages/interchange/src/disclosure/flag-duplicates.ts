/** Flags rows that repeat an earlier row of the same list, or nearly do. Nothing is dropped. */
import type { DisclosureRow, RowFlag } from "@throughline/domain";
import { findRepeats, toCandidate } from "../list/find-repeats.ts";
import type { RepeatKind } from "../list/find-repeats.ts";

/** A repeat: which row repeats which (positions in the list). */
interface NearRepeat {
  readonly index: number;
  readonly of: number;
  readonly near: boolean;
}

const flagByKind: Readonly<Partial<Record<RepeatKind, RowFlag>>> = {
  identical_rows: "duplicate_in_list",
  very_similar_rows: "near_duplicate_in_list",
};

/**
 * Rows with `duplicate_in_list` or `near_duplicate_in_list` added, and what repeats what. Rows about different
 * products or components do not repeat each other; rejected rows are left alone. Countries must agree.
 */
export function flagDuplicates(rows: readonly DisclosureRow[]): {
  rows: DisclosureRow[];
  repeats: NearRepeat[];
} {
  const candidates = rows.flatMap((row, index) =>
    row.outcome === "rejected" ? [] : [toCandidate(row, index)],
  );
  const repeats: NearRepeat[] = [];
  const flagged = [...rows];
  for (const { index, of, kind } of findRepeats(candidates)) {
    const row = flagged[index];
    const flag = flagByKind[kind];
    if (row === undefined || flag === undefined) continue;
    flagged[index] = { ...row, flags: [...row.flags, flag] };
    repeats.push({ index, of, near: kind === "very_similar_rows" });
  }
  return { rows: flagged, repeats };
}

/** Last step of every reader: flags within the list, counts that add up, notes. */
import type { DisclosureRow, ReadDisclosure } from "@throughline/domain";
import { flagDuplicates } from "./flag-duplicates.ts";
import { flagTrailingGroup } from "./flag-trailing-group.ts";
import { settleRow } from "./settle-row.ts";
import type { SourceRow } from "./settle-row.ts";

/** What a reader knows about the whole source. */
export interface SourceAbout {
  readonly format: ReadDisclosure["format"];
  readonly alternatives?: boolean;
  readonly truncated?: boolean;
  readonly foreignMarket?: string | null;
  readonly brand?: string | null;
  readonly notes?: readonly string[];
}

const mostRepeatsNamed = 20;

/** Counts of outcomes; `read` is always their sum. */
export function countOutcomes(rows: readonly DisclosureRow[]): ReadDisclosure["counts"] {
  const counts = { read: rows.length, accepted: 0, corrected: 0, rejected: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}

/** Settles every row and puts the disclosure together. No row is added, lost or reordered. */
export function finishDisclosure(
  sources: readonly SourceRow[],
  about: SourceAbout,
): ReadDisclosure {
  const settled = sources.map(settleRow);
  const isTable = ["csv", "xlsx", "ods"].includes(about.format);
  const grouped = isTable ? flagTrailingGroup(settled) : { rows: settled, note: null };
  const { rows, repeats } = flagDuplicates(grouped.rows);
  const notes = [...(about.notes ?? [])];
  if (grouped.note !== null) notes.push(grouped.note);
  for (const repeat of repeats.slice(0, mostRepeatsNamed)) {
    const later = rows[repeat.index]?.row ?? 0;
    const earlier = rows[repeat.of]?.row ?? 0;
    notes.push(
      repeat.near
        ? `Row ${later} is nearly the same as row ${earlier}.`
        : `Row ${later} repeats row ${earlier}.`,
    );
  }
  if (repeats.length > mostRepeatsNamed)
    notes.push(
      `${repeats.length - mostRepeatsNamed} more rows repeat an earlier one; they are flagged.`,
    );
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (
      isTable &&
      next !== undefined &&
      row.flags.includes("address_cut_off") &&
      row.country === null
    ) {
      notes.push(
        `The address of row ${row.row} ends with a comma; row ${next.row} may be its continuation, so that both are one place. Please check.`,
      );
    }
  }
  const contradictions = rows.filter((row) =>
    row.flags.includes("country_contradicts_address"),
  ).length;
  if (contradictions > 0)
    notes.push(
      `${contradictions === 1 ? "One row gives" : `${contradictions} rows give`} a country that its address contradicts; the given country was kept.`,
    );
  return {
    format: about.format,
    rows,
    counts: countOutcomes(rows),
    alternatives: about.alternatives ?? false,
    truncated: about.truncated ?? false,
    foreignMarket: about.foreignMarket ?? null,
    brand: about.brand ?? null,
    notes,
  };
}

/** The checks that look at a list as a whole, fed in batches. */
import type { CheckedRow, Finding, RowFlag } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import { searchRepeats, toCandidate } from "./find-repeats.ts";
import type { Candidate, RepeatKind } from "./find-repeats.ts";
import { findTrailingGroup } from "./find-trailing-group.ts";
import { makeListFinding } from "./make-finding.ts";

/** What the whole list tells about one row: a finding to put beside its own, and a flag. */
export interface RowNotice {
  readonly row: number;
  readonly finding: Finding;
  readonly flag: RowFlag | null;
}

/** What the whole list tells. */
export interface ListFindings {
  /** In the order of the list. */
  readonly rows: readonly RowNotice[];
  /** About the list, in sentences. */
  readonly notes: readonly string[];
  /** How many rows each check found, those of the rows themselves included. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Takes a list batch by batch, in its order. */
export interface ListCheck {
  add(rows: readonly CheckedRow[]): void;
  /**
   * The findings. `pause` is awaited between portions of work of a few milliseconds, so that others get their turn
   * (`() => new Promise((resolve) => setImmediate(resolve))`).
   */
  finish(pause?: () => Promise<void>): Promise<ListFindings>;
}

const sentences: Readonly<Record<RepeatKind, (row: number, other: number) => string>> = {
  identical_rows: (row, other) => `Row ${row} repeats row ${other}.`,
  very_similar_rows: (row, other) => `Row ${row} is nearly the same as row ${other}.`,
  differs_in_factory_number: (row, other) =>
    `Row ${row} is the same as row ${other} but for the number of the factory or unit.`,
  differs_only_in_numbers: (row, other) =>
    `Row ${row} is the same as row ${other} but for numbers.`,
  possibly_similar_rows: (row, other) => `Row ${row} resembles row ${other}.`,
};

const repeatFlags: Readonly<Partial<Record<RepeatKind, RowFlag>>> = {
  identical_rows: "duplicate_in_list",
  very_similar_rows: "near_duplicate_in_list",
};

/** What is kept of a row until the end. */
interface Kept {
  readonly row: number;
  readonly key: string;
  readonly flags: ReadonlySet<RowFlag>;
  readonly openEnd: boolean;
  readonly rejected: boolean;
}

const noFlags: ReadonlySet<RowFlag> = new Set();
const headOffice: ReadonlySet<RowFlag> = new Set<RowFlag>(["head_office"]);

/**
 * Begins a check of a whole list. Give it every row once, in order, in batches of any size: the findings are the same.
 * It keeps about 0.8 kB a row; 200,000 rows take seconds. Rejected rows are compared with nothing.
 *
 * @example
 * const check = createListCheck();
 * check.add(rows);
 * (await check.finish()).rows[0]?.finding.message; // "Row 12 repeats row 5."
 */
export function createListCheck(): ListCheck {
  const kept: Kept[] = [];
  const candidates: Candidate[] = [];
  const counts = new Map<string, number>();
  const count = (check: string, by: number = 1): void => {
    counts.set(check, (counts.get(check) ?? 0) + by);
  };
  const add = (rows: readonly CheckedRow[]): void => {
    for (const row of rows) {
      for (const check of new Set(row.findings.map((finding) => finding.check))) count(check);
      if (row.outcome !== "rejected") candidates.push(toCandidate(row, kept.length));
      kept.push({
        row: row.row,
        key: nameKey(row.name),
        flags: row.flags.includes("head_office") ? headOffice : noFlags,
        openEnd: row.flags.includes("address_cut_off") && row.country === null,
        rejected: row.outcome === "rejected",
      });
    }
  };
  const noticeTrailingGroup = (notices: RowNotice[], notes: string[]): void => {
    const start = findTrailingGroup(kept.map((one) => one.key));
    if (start === null) return;
    // Totals at the very end are rejected already, and belong to no group.
    const group = kept.slice(start, kept.findLastIndex(({ rejected }) => !rejected) + 1);
    const [first, last] = [group[0]?.row, group.at(-1)?.row];
    if (first === undefined || last === undefined) return;
    notes.push(
      `The list is in alphabetical order and begins anew at row ${first}: rows ${first} to ${last} are probably a separate group, such as head offices. They are flagged; please check them.`,
    );
    for (const { row, flags } of group) {
      count("trailing_group");
      notices.push({
        row,
        flag: flags.has("head_office") ? null : "head_office",
        finding: makeListFinding(
          "trailing_group",
          `Rows ${first} to ${last} begin the alphabet anew and are probably head offices.`,
          { field: "name" },
        ),
      });
    }
  };
  const finish = async (pause?: () => Promise<void>): Promise<ListFindings> => {
    const notices: RowNotice[] = [];
    const notes: string[] = [];
    const search = searchRepeats(candidates);
    let step = search.next();
    while (step.done !== true) {
      if (pause !== undefined) await pause();
      step = search.next();
    }
    for (const { index, of, kind } of step.value) {
      const [row, otherRow] = [kept[index]?.row ?? 0, kept[of]?.row ?? 0];
      count(kind);
      notices.push({
        row,
        flag: repeatFlags[kind] ?? null,
        finding: makeListFinding(kind, sentences[kind](row, otherRow), { otherRow }),
      });
    }
    noticeTrailingGroup(notices, notes);
    for (const [index, one] of kept.entries()) {
      const next = kept[index + 1];
      if (!one.openEnd || next === undefined) continue;
      count("address_in_next_row");
      notices.push({
        row: one.row,
        flag: null,
        finding: makeListFinding(
          "address_in_next_row",
          `The address of row ${one.row} ends with a comma; row ${next.row} may be its continuation, so that both are one place.`,
          { field: "address", otherRow: next.row },
        ),
      });
    }
    notices.sort((a, b) => a.row - b.row);
    return { rows: notices, notes, counts };
  };
  return { add, finish };
}

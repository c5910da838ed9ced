/** What a row becomes under a decision: by its columns, or, where the source has none, by what was read out of the text. */
import {
  AppError,
  type CheckedRow,
  type ColumnMapping,
  type RowDecision,
} from "@throughline/domain";
import { checkRow, findCheck, readDisclosureText } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import type { StoredRow } from "./intake-rows.store.ts";
import { readSourcePiece, type StoredIntake } from "./intakes.store.ts";

/** Checks one row under a decision. */
export type CheckAgain = (
  row: Pick<StoredRow, "row" | "cells" | "changes">,
  decision: RowDecision | null,
) => CheckedRow;

/** How rows of an intake are checked. */
export async function makeCheckAgain(work: Work, intake: StoredIntake): Promise<CheckAgain> {
  const { mapping } = intake;
  if (intake.format !== "label_text") {
    if (mapping === null) throw new AppError("conflict");
    return (row, decision) =>
      checkRow(
        { row: row.row, cells: [...row.cells], changes: [...row.changes] },
        mapping,
        decision,
      );
  }
  const source = await readSourcePiece(work, intake.id, 0, intake.sizeBytes);
  if (source === undefined) throw new AppError("conflict");
  const rows = new Map(readText(source.toString("utf8")).map((row) => [row.row, row]));
  return (row, decision) => {
    const before = rows.get(row.row);
    if (before === undefined) throw new AppError("not_found");
    return decideText(before, decision);
  };
}

/** Rows of a label's text. */
export function readText(text: string): CheckedRow[] {
  return readDisclosureText(text).rows.map((row) => ({
    ...row,
    // What the label says was taken apart from running text: what was noticed is in the flags and the reason.
    findings: row.outcome === "rejected" ? [finding("row_names_nothing", row.reason ?? "")] : [],
    partNumber: null,
    validFrom: null,
    validTo: null,
    workers: null,
  }));
}

function finding(check: string, message: string): CheckedRow["findings"][number] {
  const entry = findCheck(check);
  return {
    check,
    severity: entry?.severity ?? "error",
    field: null,
    message,
    whatToDo: entry?.whatToDo ?? "",
    correction: null,
    otherRow: null,
  };
}

const columns = ["name", "address", "country", "product", "component", "tier"] as const;
const textMapping: ColumnMapping = {
  sheet: 0,
  headerRow: null,
  columns: columns.map((field, index) => ({ index, field })),
};

function decideText(before: CheckedRow, decision: RowDecision | null): CheckedRow {
  if (decision === null) return before;
  if (Object.keys(decision.edits).length === 0) {
    if (!decision.leaveOut) return before;
    const message = "Somebody left this row out.";
    return {
      ...before,
      outcome: "rejected",
      reason: message,
      findings: [...before.findings, finding("left_out", message)],
    };
  }
  const typed = checkRow(
    { row: before.row, cells: columns.map((field) => before[field] ?? "") },
    textMapping,
    decision,
  );
  return { ...typed, raw: before.raw, flags: [...new Set([...before.flags, ...typed.flags])] };
}

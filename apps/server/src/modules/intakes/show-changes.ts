/**
 * What taking a list would change in the record, cell by cell: it is taken, compared and taken back, so that what is
 * shown is what would happen.
 */
import { AppError, type RecordChange } from "@throughline/domain";
import { compareRecords } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { readRecordContent } from "../record/index.ts";
import { findContent, tryOut } from "./intakes.store.ts";
import { notNow, requireIntake } from "./require-intake.ts";
import { takeRows } from "./take-into-record.ts";

/** Of longer lists the beginning is compared; the rest is taken by the same rules. */
const mostRows = 5_000;

/** @throws AppError `not_found`, `conflict` (not checked yet, or taken already), `input_invalid` (a list for a contract). */
export async function showChanges(
  work: Work,
  { intakeId }: { readonly intakeId: string },
): Promise<{ changes: RecordChange[]; rowsCompared: number; rowsTotal: number }> {
  const intake = await requireIntake(work, intakeId, "read");
  if (intake.target !== "record")
    throw new AppError("input_invalid", "This list goes to a contract, not into the record.");
  if (intake.state !== "to_review") throw notNow(work, intake);
  const { content: before } = await readRecordContent(work);
  const rowsTotal = (intake.counts?.accepted ?? 0) + (intake.counts?.corrected ?? 0);
  if (intake.aboutSource.workbook === true) {
    const after = await findContent(work, intakeId);
    if (after === undefined) throw notNow(work, intake);
    return { changes: compareRecords(before, after), rowsCompared: rowsTotal, rowsTotal };
  }
  const { taken, after } = await tryOut(work, async () => ({
    taken: await takeRows(work, intake, mostRows, async () => undefined),
    after: (await readRecordContent(work)).content,
  }));
  return {
    changes: compareRecords(before, after),
    rowsCompared: taken["rows"] ?? 0,
    rowsTotal,
  };
}

/** What a person decides about one row. */
import type { IntakeRow } from "@throughline/contract";
import { AppError, type CheckedRow, type RowDecision } from "@throughline/domain";
import { findCheck } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { makeCheckAgain } from "./check-again.ts";
import { lockRow, writeDecisions, writeReadings } from "./intake-rows.store.ts";
import { actsOf, recount, settleDecision, withNotices } from "./intakes.policy.ts";
import { changeIntake, type IntakeCounts, type StoredIntake } from "./intakes.store.ts";
import { toRow } from "./list-rows.ts";
import { notNow, requireIntake } from "./require-intake.ts";

/**
 * @throws AppError `not_found` (intake or row), `conflict` (not to be decided now), `input_invalid` (no such check).
 */
export async function decideRow(
  work: Work,
  input: { readonly intakeId: string; readonly row: number; readonly decision: RowDecision },
): Promise<IntakeRow> {
  const intake = await requireIntake(work, input.intakeId, "write");
  if (!actsOf(intake).decide) throw notNow(work, intake);
  refuseUnknownChecks(input.decision.undo);
  const before = await lockRow(work, intake.id, input.row);
  if (before === undefined || before.reading === null) throw new AppError("not_found");
  const decision = settleDecision(input.decision);
  const reading = (await makeCheckAgain(work, intake))(before, decision);
  await writeDecisions(work, intake.id, [{ row: input.row, decision }], work.actor.personId);
  await writeReadings(work, intake.id, [{ reading, notices: before.notices, decision }]);
  await changeIntake(
    work,
    intake.id,
    "to_review",
    countAnew(intake, [
      [
        withNotices(before.reading, before.notices, before.decision),
        withNotices(reading, before.notices, decision),
      ],
    ]),
  );
  await recordAudit(work, {
    action: "decide-row",
    subjectKind: "intake",
    subjectId: intake.id,
    before: { row: input.row, outcome: before.reading.outcome, ...sketch(before.decision) },
    after: { row: input.row, outcome: reading.outcome, ...sketch(decision) },
  });
  return toRow({ ...before, reading, decision });
}

/** Which cells were typed anew, not what was typed: that stands with the row. */
function sketch(decision: RowDecision | null): object {
  return decision === null
    ? { decision: null }
    : { undo: decision.undo, edited: Object.keys(decision.edits), leaveOut: decision.leaveOut };
}

/** @throws AppError `input_invalid`. */
export function refuseUnknownChecks(checks: readonly string[]): void {
  const at = checks.findIndex((check) => findCheck(check) === null);
  if (at >= 0)
    throw new AppError("input_invalid", undefined, [
      { path: `/decision/undo/${at}`, message: "There is no check of this code." },
    ]);
}

/** Counts after rows became others. */
export function countAnew(
  intake: StoredIntake,
  changes: readonly (readonly [CheckedRow, CheckedRow])[],
): { counts: IntakeCounts; findings: StoredIntake["findings"] } {
  const counts = { ...(intake.counts ?? { read: 0, accepted: 0, corrected: 0, rejected: 0 }) };
  let { findings } = intake;
  for (const [before, after] of changes) {
    counts[before.outcome] -= 1;
    counts[after.outcome] += 1;
    findings = recount(findings, before, after);
  }
  return { counts, findings };
}

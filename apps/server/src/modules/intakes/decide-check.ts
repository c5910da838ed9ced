/** What a person decides about every row one check speaks about: at once where they are few, by a worker where they are many. */
import { AppError } from "@throughline/domain";
import { findCheck } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { makeCheckAgain } from "./check-again.ts";
import { countAnew } from "./decide-row.ts";
import {
  countRowsOfCheck,
  findRowsOfCheck,
  writeDecisions,
  writeReadings,
} from "./intake-rows.store.ts";
import { actsOf, decideForCheck, laneOf, withNotices, type CheckAct } from "./intakes.policy.ts";
import { changeIntake, type StoredIntake } from "./intakes.store.ts";
import { notNow, requireIntake } from "./require-intake.ts";

/** So many rows are decided while one waits; more are a worker's. */
export const mostRowsAtOnce = 1_000;

/** @throws AppError `not_found`, `conflict` (not to be decided now), `input_invalid` (no such check, or it corrects nothing). */
export async function decideCheck(
  work: Work,
  input: { readonly intakeId: string; readonly check: string; readonly act: CheckAct },
): Promise<{ rows: number }> {
  const intake = await requireIntake(work, input.intakeId, "write");
  if (!actsOf(intake).decide) throw notNow(work, intake);
  const entry = findCheck(input.check);
  if (entry === null || (input.act === "undo_correction" && !entry.corrects))
    throw new AppError("input_invalid", undefined, [
      {
        path: "/check",
        message:
          entry === null
            ? "There is no check of this code."
            : "This check corrects nothing that could be undone.",
      },
    ]);
  const rows = await countRowsOfCheck(work, intake.id, input.check, input.act === "take_back");
  if (rows > mostRowsAtOnce) {
    await changeIntake(work, intake.id, "to_review", {
      state: "checking",
      phase: "decide",
      afterRow: 0,
      rowsDone: 0,
      rowsDoneBefore: 0,
      rowsTotal: rows,
      stepStartedAt: work.now,
    });
    await work.enqueue(
      "decide-intake",
      {
        intakeId: intake.id,
        check: input.check,
        act: input.act,
        personId: work.actor.personId,
      },
      laneOf(intake),
    );
  } else if (rows > 0) {
    const decided = await decidePart(work, intake, { ...input, personId: work.actor.personId }, 0);
    await changeIntake(work, intake.id, "to_review", decided.counted);
  }
  await recordAudit(work, {
    action: "decide-check",
    subjectKind: "intake",
    subjectId: intake.id,
    after: { check: input.check, act: input.act, rows },
  });
  return { rows };
}

/** What was decided, by whom. */
export interface CheckDecision {
  readonly check: string;
  readonly act: CheckAct;
  readonly personId: string | null;
}

/** Decides for the next rows behind a number. `last`: the number of the last of them, `null` when there was none. */
export async function decidePart(
  work: Work,
  intake: StoredIntake,
  { check, act, personId }: CheckDecision,
  after: number,
): Promise<{
  readonly rows: number;
  readonly last: number | null;
  readonly counted: ReturnType<typeof countAnew>;
}> {
  const rows = await findRowsOfCheck(
    work,
    intake.id,
    check,
    act === "take_back",
    after,
    mostRowsAtOnce,
  );
  const checkAgain = await makeCheckAgain(work, intake);
  const changed = rows.flatMap((row) => {
    const decision = decideForCheck(row.decision, check, act);
    const reading = checkAgain(row, decision);
    const after = withNotices(reading, row.notices, decision);
    // Left out for another reason: that stands.
    if (
      act === "take_back" &&
      check !== "left_out" &&
      !after.findings.some((one) => one.check === check)
    )
      return [];
    return [
      {
        row,
        decision,
        reading,
        before: withNotices(row.reading, row.notices, row.decision),
        after,
      },
    ];
  });
  await writeDecisions(
    work,
    intake.id,
    changed.map(({ row, decision }) => ({ row: row.row, decision })),
    personId,
  );
  await writeReadings(
    work,
    intake.id,
    changed.map(({ row, decision, reading }) => ({ reading, notices: row.notices, decision })),
  );
  return {
    rows: rows.length,
    last: rows.at(-1)?.row ?? null,
    counted: countAnew(
      intake,
      changed.map(({ before, after }) => [before, after]),
    ),
  };
}

/** The job that checks the rows: each by itself, then all of them beside each other. */
import { setImmediate } from "node:timers/promises";
import { AppError } from "@throughline/domain";
import { checkColumns, createListCheck, type RowNotice } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { makeCheckAgain } from "./check-again.ts";
import { titlesOf } from "./confirm-columns.ts";
import {
  clearReadingsUpTo,
  countRowsAfter,
  findRowsAfter,
  findRowsByNumber,
  writeReadings,
} from "./intake-rows.store.ts";
import type { StoredNotice } from "./intakes.policy.ts";
import type { StoredIntake } from "./intakes.store.ts";
import { runStep, type Step } from "./run-step.ts";
import { settleChecked } from "./settle-checked.ts";

const rowsAtOnce = 1_000;

type Rows = Awaited<ReturnType<typeof findRowsAfter>>;

export function checkIntake(job: LongJob<{ readonly intakeId: string }>): Promise<void> {
  return runStep(job, "checking", async (step) => {
    // A decision about many rows is under way: that job goes on with it.
    if (step.intake.phase === "decide") return;
    const list = createListCheck();
    await checkRows(step, list);
    await compareRows(step, list);
    await settle(step);
  });
}

async function checkRows(step: Step, list: ReturnType<typeof createListCheck>): Promise<void> {
  const { intake, intakeId, job } = step;
  const header = intake.mapping?.headerRow ?? 0;
  const checkedUpTo = intake.phase === "check" ? intake.afterRow : Number.MAX_SAFE_INTEGER;
  const rowsTotal = await step.inBatch(async (work) => {
    await clearReadingsUpTo(work, intakeId, header);
    const rows = await countRowsAfter(work, intakeId, header);
    if (rows === 0) throw new AppError("file_empty", "There are headings but no rows below them.");
    return { change: { rowsTotal: rows }, result: rows };
  });
  let rowsDone = 0;
  for (let after = header; ;) {
    let rows: Rows;
    if (after < checkedUpTo) {
      // Checked by a worker before this one: only compared again.
      const read = await job.inBatch((work) => findRowsAfter(work, intakeId, after, rowsAtOnce));
      rows = read.filter(({ row }) => row <= checkedUpTo);
      if (rows.length === 0) {
        after = checkedUpTo;
        if (checkedUpTo === Number.MAX_SAFE_INTEGER) return;
        continue;
      }
    } else {
      rows = await step.inBatch(async (work) => {
        const read = await findRowsAfter(work, intakeId, after, rowsAtOnce);
        const checkAgain = await makeCheckAgain(work, intake);
        const checked = read.map((row) => ({
          ...row,
          notices: [],
          reading: checkAgain(row, row.decision),
        }));
        await writeReadings(work, intakeId, checked);
        return {
          change: {
            phase: "check",
            afterRow: read.at(-1)?.row ?? after,
            rowsDone: Math.min(rowsTotal, rowsDone + read.length),
          },
          result: checked,
        };
      });
      if (rows.length === 0) return;
    }
    rowsDone += rows.length;
    after = rows.at(-1)?.row ?? after;
    list.add(rows.flatMap(({ reading }) => reading ?? []));
    await setImmediate();
  }
}

async function compareRows(step: Step, list: ReturnType<typeof createListCheck>): Promise<void> {
  const { intakeId, intake } = step;
  await step.inBatch(async () => ({ change: { phase: "compare" }, result: undefined }));
  const found = await list.finish(async () => {
    step.job.signal.throwIfAborted();
    await setImmediate();
  });
  const notices = gather(found.rows);
  const numbers = [...notices.keys()];
  for (let start = 0; start < numbers.length; start += rowsAtOnce) {
    const part = numbers.slice(start, start + rowsAtOnce);
    await step.inBatch(async (work) => {
      await writeNotices(work, intakeId, part, notices);
      return { change: {}, result: undefined };
    });
  }
  const said = sayColumns(intake);
  await step.inBatch(async () => ({
    change: {
      notes: [...new Set([...intake.notes, ...said, ...found.notes])],
      phase: "compare",
    },
    result: undefined,
  }));
}

/** What the columns alone tell, in sentences; what the proposal said of them already stands there. */
function sayColumns(intake: StoredIntake): string[] {
  const { mapping } = intake;
  if (mapping === null || intake.mappingFrom !== "person") return [];
  return checkColumns(mapping, titlesOf(intake, mapping.sheet), []).map(({ message }) => message);
}

function gather(rows: readonly RowNotice[]): Map<number, StoredNotice[]> {
  const notices = new Map<number, StoredNotice[]>();
  for (const { row, finding, flag } of rows) {
    const of = notices.get(row);
    if (of === undefined) notices.set(row, [{ finding, flag }]);
    else of.push({ finding, flag });
  }
  return notices;
}

async function writeNotices(
  work: Work,
  intakeId: string,
  numbers: readonly number[],
  notices: ReadonlyMap<number, readonly StoredNotice[]>,
): Promise<void> {
  const rows = await findRowsByNumber(work, intakeId, numbers);
  await writeReadings(
    work,
    intakeId,
    rows.flatMap(({ row, reading, decision }) =>
      reading === null ? [] : [{ reading, decision, notices: notices.get(row) ?? [] }],
    ),
  );
}

async function settle(step: Step): Promise<void> {
  await step.inBatch(async (work) => ({
    change: await settleChecked(work, step.intake),
    result: undefined,
  }));
}

/** The job that reads what was sent: its sheets, what their columns may hold, and the rows of one of them. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { AppError, type ColumnProposal, type GridRow } from "@throughline/domain";
import {
  chooseSheet,
  defaultLimits,
  isRecordWorkbook,
  mappingFingerprint,
  openTable,
  proposeColumns,
  readDisclosureText,
  type TableSource,
} from "@throughline/interchange";
import type { LongJob } from "../../platform/jobs/job-handlers.ts";
import { readText } from "./check-again.ts";
import { insertCheckedRows, insertGridRows, removeRows } from "./intake-rows.store.ts";
import {
  findMemory,
  readSourcePiece,
  type IntakeChange,
  type StoredIntake,
} from "./intakes.store.ts";
import { laneOf } from "./intakes.policy.ts";
import { readWorkbook } from "./read-workbook.ts";
import { runStep, type Step } from "./run-step.ts";
import { settleChecked } from "./settle-checked.ts";

const pieceBytes = 4 * 1024 * 1024;
const rowsToGuessBy = 300;
/** A workbook of more sheets is read all the same; these are looked at. */
const mostSheets = 40;
const rowsRemovedAtOnce = 20_000;
/** Labels are short; longer text is a table or nothing. */
const longestLabelBytes = 200_000;

export function readIntake(job: LongJob<{ readonly intakeId: string }>): Promise<void> {
  return runStep(job, "reading", async (step) => {
    const folder = await mkdtemp(join(tmpdir(), `throughline-intake-${process.pid}-`));
    try {
      const path = join(folder, "list");
      await writeSource(step, path);
      if (await readAsText(step, path)) return;
      const source = await openTable(path, {
        fileName: step.intake.fileName ?? "list.csv",
        limits: defaultLimits,
        signal: job.signal,
      });
      try {
        if (step.intake.target === "record" && (await isRecordWorkbook(source))) {
          await readWorkbook(step, path);
          return;
        }
        const asked = await settleSheet(step, source);
        await storeRows(step, source, asked.sheet);
        await goOn(step, asked);
      } finally {
        await source.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function writeSource({ job, intakeId }: Step, path: string): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  try {
    for (let from = 0; ; from += pieceBytes) {
      const piece = await job.inBatch((work) => readSourcePiece(work, intakeId, from, pieceBytes));
      if (piece === undefined)
        throw new AppError("file_missing", "What was sent is not kept any more.");
      if (!file.write(piece)) await once(file, "drain");
      if (piece.length < pieceBytes) break;
    }
  } finally {
    file.end();
    await finished(file);
  }
}

/** Running text such as a label has no columns: its rows are there at once. Answers whether it was one. */
async function readAsText(step: Step, path: string): Promise<boolean> {
  const { intake, intakeId } = step;
  // Somebody has said which columns it has.
  if (intake.mappingFrom === "person" || intake.sizeBytes > longestLabelBytes) return false;
  if (!intake.mediaType.startsWith("text/plain") || /\.(?:csv|tsv)$/iu.test(intake.fileName ?? ""))
    return false;
  const text = await readFile(path, "utf8");
  try {
    if (text.includes("\uFFFD") || readDisclosureText(text).format === "csv") return false;
  } catch (error) {
    // Without columns for names it may still be a table whose columns a person can name.
    if (error instanceof AppError && error.code === "columns_not_recognised") return false;
    throw error;
  }
  const { alternatives, truncated, foreignMarket, brand, notes } = readDisclosureText(text);
  const rows = readText(text);
  if (rows.length === 0) throw new AppError("file_empty");
  await step.inBatch(async (work) => {
    await insertCheckedRows(work, intakeId, rows);
    return {
      result: undefined,
      change: {
        ...(await settleChecked(work, intake)),
        format: "label_text",
        aboutSource: { alternatives, truncated, foreignMarket, brand },
        notes,
      },
    };
  });
  return true;
}

interface Asked {
  readonly sheet: number;
  /** What the intake becomes when its rows are there. */
  readonly becomes: IntakeChange;
}

/** Looks at every sheet, proposes its columns and settles which is read; noted once, so that a restart reads the same. */
async function settleSheet(step: Step, source: TableSource): Promise<Asked> {
  const { intake } = step;
  if (intake.mappingFrom === "person" && intake.mapping !== null)
    return { sheet: intake.mapping.sheet, becomes: toCheck(intake) };
  const found: { sheet: TableSource["sheets"][number]; proposal: ColumnProposal }[] = [];
  for (const sheet of source.sheets.filter(({ rows }) => rows > 0).slice(0, mostSheets)) {
    const head = await readHead(source, sheet.index);
    const first = proposeColumns(sheet, head, null);
    const titles = first.columns.map(({ title }) => title);
    const memory = titles.every((title) => title === "")
      ? null
      : await step.job.inBatch((work) =>
          findMemory(work, intake.supplierKey, mappingFingerprint(titles)),
        );
    found.push({ sheet, proposal: memory === null ? first : proposeColumns(sheet, head, memory) });
  }
  const choice = chooseSheet(found);
  if (choice === undefined) throw new AppError("file_empty", "No sheet of the file has rows.");
  const { chosen, notes } = choice;
  const { proposal } = chosen;
  const proposals = [
    proposal,
    ...found.map((one) => one.proposal).filter((one) => one !== proposal),
  ];
  const mappingFrom = proposal.columns.some(({ from }) => from === "remembered")
    ? ("remembered" as const)
    : proposal.certain
      ? ("certain" as const)
      : null;
  const change: IntakeChange = {
    format: source.format,
    sheets: source.sheets,
    proposals,
    mapping: proposal.mapping,
    mappingFrom,
    notes: [...source.notes, ...notes, ...proposal.notes],
  };
  await step.inBatch(async () => ({ change, result: undefined }));
  const goesOn = intake.unattended && mappingFrom !== null;
  return {
    sheet: chosen.sheet.index,
    becomes: goesOn ? toCheck({ ...intake, mapping: proposal.mapping }) : { state: "to_confirm" },
  };
}

function toCheck({ mapping }: Pick<StoredIntake, "mapping">): IntakeChange {
  return { state: "checking", phase: "check", afterRow: mapping?.headerRow ?? 0 };
}

async function readHead(source: TableSource, sheet: number): Promise<GridRow[]> {
  const head: GridRow[] = [];
  for await (const rows of source.rows(sheet)) {
    head.push(...rows);
    if (head.length >= rowsToGuessBy) break;
  }
  return head.slice(0, rowsToGuessBy);
}

/** Stores the rows of a sheet, going on behind what a worker before this one stored of it. */
async function storeRows(step: Step, source: TableSource, sheet: number): Promise<void> {
  const { intake, intakeId } = step;
  const rowsTotal = source.sheets[sheet]?.rows ?? null;
  const goesOn = intake.rowsSheet === sheet;
  let rowsDone = goesOn ? intake.rowsDone : 0;
  if (!goesOn) {
    while ((await step.job.inBatch((work) => removeRows(work, intakeId, rowsRemovedAtOnce))) > 0);
    await step.inBatch(async (work) => ({
      change: {
        rowsSheet: sheet,
        afterRow: 0,
        rowsDone: 0,
        rowsDoneBefore: 0,
        rowsTotal,
        stepStartedAt: work.now,
      },
      result: undefined,
    }));
  }
  for await (const rows of source.rows(sheet, goesOn ? intake.afterRow + 1 : 1)) {
    rowsDone += rows.length;
    await step.inBatch(async (work) => {
      await insertGridRows(work, intakeId, rows);
      return {
        change: { afterRow: rows.at(-1)?.row ?? 0, rowsDone, rowsTotal },
        result: undefined,
      };
    });
  }
  if (rowsDone === 0) throw new AppError("file_empty");
}

async function goOn(step: Step, { becomes }: Asked): Promise<void> {
  await step.inBatch(async (work) => {
    if (becomes.state === "checking")
      await work.enqueue("check-intake", { intakeId: step.intakeId }, laneOf(step.intake));
    return {
      change: { ...becomes, rowsDone: 0, rowsDoneBefore: 0, stepStartedAt: work.now },
      result: undefined,
    };
  });
}

/** Reads a spreadsheet in a process of its own, so that a hostile file can only harm that process. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { findColumns } from "./find-columns.ts";
import { readZipDirectory } from "./guard-zip.ts";
import type { DisclosureLimits } from "./limits.ts";
import type { GridRow } from "./parse-delimited.ts";
import { readTable } from "./read-table.ts";

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: GridRow[];
}

const mergedSentence = "A cell merged over several rows was read into each of them.";
const childPath = fileURLToPath(new URL("./xlsx-child.ts", import.meta.url));

function guard(bytes: Uint8Array, limits: DisclosureLimits): void {
  const directory = readZipDirectory(bytes);
  if (directory === null)
    throw new AppError("file_not_readable", "The spreadsheet is damaged or incomplete.");
  if (!directory.names.includes("xl/workbook.xml")) {
    const binary = directory.names.some((name) => /^xl\/workbook\.bin$/u.test(name));
    throw new AppError(
      "file_not_readable",
      binary
        ? "This is a binary spreadsheet (.xlsb)."
        : "This is a ZIP file but not an XLSX spreadsheet.",
    );
  }
  if (directory.encrypted)
    throw new AppError("file_not_readable", "The spreadsheet is protected with a password.");
  if (directory.unpackedBytes > limits.maxUnpackedBytes) {
    throw new AppError(
      "file_too_large",
      `Unpacked, the spreadsheet would take ${Math.round(directory.unpackedBytes / 1e6)} MB; at most ${Math.round(limits.maxUnpackedBytes / 1e6)} MB are read.`,
    );
  }
}

function isRow(value: unknown): value is [number, ...string[]] {
  return Array.isArray(value) && typeof value[0] === "number";
}

async function readSheets(bytes: Uint8Array, limits: DisclosureLimits): Promise<Sheet[]> {
  const folder = await mkdtemp(join(tmpdir(), "throughline-xlsx-"));
  try {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${limits.heapMegabytes}`,
        "--no-warnings",
        childPath,
        String(limits.maxRows),
      ],
      {
        stdio: ["pipe", "pipe", "ignore"],
        // Only what it needs: no secrets of the server reach the process that reads a stranger's file.
        env: { TMPDIR: folder, TMP: folder, TEMP: folder, PATH: process.env["PATH"] ?? "" },
      },
    );
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, limits.maxMilliseconds);
    const ended = new Promise<number | null>((resolve) => {
      child.once("error", () => resolve(null));
      child.once("close", (code) => resolve(code));
    });
    // The child may stop reading before everything is written; its exit code tells.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
    const sheets: Sheet[] = [];
    let done = false;
    let tooMany = false;
    let size = 0;
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      size += line.length;
      if (size > limits.maxUnpackedBytes) {
        tooMany = true;
        child.kill("SIGKILL");
        break;
      }
      const message: unknown = JSON.parse(line);
      if (isRow(message)) {
        const [row, ...cells] = message;
        sheets
          .at(-1)
          ?.rows.push(row < 0 ? { row: -row, cells, changes: [mergedSentence] } : { row, cells });
      } else if (typeof message === "object" && message !== null) {
        if ("sheet" in message)
          sheets.push({
            name: String(message.sheet),
            hidden: "hidden" in message && message.hidden === true,
            rows: [],
          });
        if ("tooManyRows" in message) tooMany = true;
        if ("done" in message) done = true;
      }
    }
    await ended;
    clearTimeout(timer);
    if (tooMany)
      throw new AppError(
        "file_too_large",
        `The spreadsheet has more than ${limits.maxRows} rows. Split it.`,
      );
    if (timedOut)
      throw new AppError(
        "file_not_readable",
        `The spreadsheet could not be read within ${Math.round(limits.maxMilliseconds / 1000)} seconds.`,
      );
    if (!done)
      throw new AppError(
        "file_not_readable",
        "The spreadsheet is damaged, or needs more memory than a list of sites should.",
      );
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Reads an XLSX. The sheet with the most rows under recognised headings is read; visible ones come first; the
 * others are named in the notes.
 *
 * @throws AppError `file_not_readable`, `file_empty`, `file_too_large`, `columns_not_recognised`.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: DisclosureLimits,
): Promise<ReadDisclosure> {
  guard(bytes, limits);
  const sheets = (await readSheets(bytes, limits)).filter((sheet) => sheet.rows.length > 0);
  const first = sheets[0];
  if (first === undefined) throw new AppError("file_empty");
  const ranked = sheets
    .map((sheet) => {
      const columns = findColumns(sheet.rows);
      return {
        sheet,
        score:
          columns === null
            ? -1
            : sheet.rows.length - columns.header - 1 + (columns.inferred.length === 0 ? 0.5 : 0),
      };
    })
    .toSorted((a, b) => Number(a.sheet.hidden) - Number(b.sheet.hidden) || b.score - a.score);
  const chosen = (ranked.find((one) => one.score > 0) ?? ranked[0])?.sheet ?? first;
  const others = sheets.filter((sheet) => sheet !== chosen);
  const notes = [`The sheet '${chosen.name}' was read.`];
  if (others.length > 0)
    notes.push(
      `Other sheets were not read: ${others.map((sheet) => `'${sheet.name}' (${sheet.rows.length} ${sheet.rows.length === 1 ? "row" : "rows"})`).join(", ")}.`,
    );
  return readTable(chosen.rows, "xlsx", sheets.length === 1 ? [] : notes);
}

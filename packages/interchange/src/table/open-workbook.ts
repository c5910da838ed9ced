/** Opens a workbook in a process of its own, so that a hostile file can only harm that process. */
import { spawn } from "node:child_process";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError, errorCatalogue } from "@throughline/domain";
import type { ErrorCode } from "@throughline/domain";
import { z } from "zod";
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { openNamelessFile, readSpool } from "./row-spool.ts";
import { TableFault } from "./table-fault.ts";
import type { TableSource } from "./table-source.ts";

const childPath = fileURLToPath(new URL("./workbook-child.ts", import.meta.url));
const sourceFolder = fileURLToPath(new URL("../", import.meta.url));
const packageFile = fileURLToPath(new URL("../../package.json", import.meta.url));
/** The folder the child's libraries lie in. */
const libraryFolder = join(dirname(fileURLToPath(import.meta.resolve("yauzl"))), "..");
const longestAnswer = 8_000_000;

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

const Answer = z.union([
  z.strictObject({ fault: z.strictObject({ code: z.string(), message: z.string() }) }),
  z.strictObject({
    format: z.enum(["xlsx", "ods"]),
    notes: z.array(z.string()),
    sheets: z.array(
      z.strictObject({
        name: z.string(),
        hidden: z.boolean(),
        rows: z.int().nonnegative(),
        columns: z.int().nonnegative(),
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        marks: z.array(z.tuple([z.int().positive(), z.int().nonnegative()])),
      }),
    ),
  }),
]);
type Answer = z.infer<typeof Answer>;

const tooMuch = new TableFault(
  "file_takes_too_much",
  "The spreadsheet needs more memory than a list of sites should.",
);

async function askChild(
  input: FileHandle,
  spool: FileHandle,
  limits: DisclosureLimits,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.heapMegabytes}`,
      "--no-warnings",
      // It may read its own program and nothing else, write nothing, start nothing.
      "--permission",
      `--allow-fs-read=${sourceFolder}`,
      `--allow-fs-read=${packageFile}`,
      `--allow-fs-read=${libraryFolder}`,
      childPath,
      JSON.stringify(limits),
    ],
    {
      stdio: ["ignore", "pipe", "ignore", input.fd, spool.fd],
      // No secret of the server reaches the process that reads a stranger's file.
      env: {},
    },
  );
  let end: "time" | "stopped" | "answer" | null = null;
  const stop = (why: "time" | "stopped" | "answer") => (): void => {
    end ??= why;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(stop("time"), limits.maxMilliseconds);
  const onAbort = stop("stopped");
  signal?.addEventListener("abort", onAbort, { once: true });
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.length > longestAnswer) stop("answer")();
  });
  await new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
  signal?.throwIfAborted();
  if (end === "time")
    throw new TableFault(
      "file_takes_too_much",
      `The spreadsheet could not be read within ${Math.round(limits.maxMilliseconds / 1000)} seconds.`,
    );
  if (!said.endsWith("\n")) throw tooMuch;
  return Answer.parse(JSON.parse(said));
}

/**
 * Opens an XLSX or ODS. The child reads the whole file into a spool without a name; rows come from there.
 *
 * @throws TableFault as `openTable` says; the signal's reason when it was aborted.
 */
export async function openWorkbook(
  input: FileHandle,
  limits: DisclosureLimits,
  signal?: AbortSignal,
): Promise<TableSource> {
  signal?.throwIfAborted();
  const spool = await openNamelessFile();
  try {
    const answer = await askChild(input, spool, limits, signal);
    if ("fault" in answer) {
      const { code, message } = answer.fault;
      throw new AppError(isCode(code) ? code : "file_not_readable", message);
    }
    const { format, notes, sheets } = answer;
    if (!sheets.some((sheet) => sheet.rows > 0))
      throw new TableFault(
        "file_empty",
        sheets.length === 1
          ? "The sheet of the workbook is empty."
          : "Every sheet of the workbook is empty.",
      );
    return {
      format,
      encoding: null,
      encodingGuessed: false,
      delimiter: null,
      notes,
      sheets: sheets.map(({ name, hidden, rows, columns }, index) => ({
        index,
        name,
        hidden,
        rows,
        columns,
      })),
      async *rows(sheet, fromRow = 1) {
        const found = sheets[sheet];
        if (found !== undefined) yield* readSpool(spool, found, fromRow);
      },
      async close() {
        await spool.close();
        await input.close();
      },
    };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

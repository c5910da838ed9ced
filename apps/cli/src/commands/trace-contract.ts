import { readFile, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { AppError, IsoDate } from "@throughline/domain";
import { parseContractFile, readDisclosureText, type ContractFile } from "@throughline/interchange";
import { traceLine } from "@throughline/tracing";
import type { CommandAdder } from "../command-adder.ts";
import { assembleLineFacts, type ReadSource } from "../facts/assemble-line-facts.ts";
import { readListFile } from "../facts/read-list-file.ts";
import { drawLine } from "../terminal/draw-line.ts";
import { reportProgress } from "../terminal/report-progress.ts";

const mostBytes = 20_000_000;

async function readContract(path: string): Promise<ContractFile> {
  let text: string;
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new AppError("file_missing", `'${path}' is not a file.`);
    if (about.size > mostBytes)
      throw new AppError("file_too_large", `'${path}' has more than ${mostBytes / 1e6} MB.`);
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof TypeError)
      throw new AppError(
        "contract_file_invalid",
        `'${path}' is not text in UTF-8, so it is no contract file.`,
      );
    throw new AppError("file_missing", `There is no file '${path}' that can be read.`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new AppError(
      "contract_file_invalid",
      `'${path}' is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return parseContractFile(parsed);
}

function readDate(written: string | undefined, today: string): string {
  if (written === undefined) return today;
  if (!IsoDate.safeParse(written).success)
    throw new AppError("input_invalid", `--as-of '${written}' is not a date such as 2026-03-01.`);
  if (written > today)
    throw new AppError("date_in_future", `--as-of ${written} is later than today, ${today}.`);
  return written;
}

/** `throughline trace CONTRACT.json [DISCLOSURE…]`: draws the line without a server. */
export const traceContractCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("trace")
    .description(
      "Draw the line of one contract: eight stations, where it is broken, what to do next.",
    )
    .argument("<contract>", "the contract file (JSON); its own disclosures are read with it")
    .argument("[disclosures...]", "further disclosures: CSV, XLSX or label text")
    .option("--as-of <date>", "draw the line as it stood on this day (default: today)")
    .option("--json", "print the line as JSON, every figure with the facts behind it")
    .option("--strict", "end with exit code 1 when the line has breaks")
    .action(
      async (
        path: string,
        extra: string[],
        options: { asOf?: string; json?: true; strict?: true },
      ) => {
        const asOf = readDate(options.asOf, terminal.today);
        const progress = reportProgress(terminal);
        try {
          const file = await readContract(path);
          const sources: ReadSource[] = [];
          for (const declared of file.disclosures) {
            const name = declared.file ?? declared.title;
            progress.say(`Reading ${name}`);
            const read =
              declared.file === undefined
                ? readDisclosureText(declared.text ?? "")
                : await readListFile(resolve(dirname(path), declared.file), declared.file);
            sources.push({ read, fileName: basename(name), declared });
          }
          for (const one of extra) {
            progress.say(`Reading ${one}`);
            sources.push({
              read: await readListFile(one),
              fileName: basename(one),
              declared: null,
            });
          }
          progress.say("Matching, screening, weighing");
          const { facts, notes } = await assembleLineFacts(file, sources, {
            asOf,
            today: terminal.today,
          });
          const line = traceLine(facts);
          progress.done();
          terminal.out(
            options.json === true
              ? `${JSON.stringify(line, null, 2)}\n`
              : drawLine(line, facts, file, notes, terminal),
          );
          finish(options.strict === true && line.breaks.length > 0 ? 1 : 0);
        } finally {
          progress.done();
        }
      },
    );
};

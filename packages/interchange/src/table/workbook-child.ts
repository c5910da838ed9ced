/**
 * Runs as a process of its own, with a capped heap and without the right to open any file: reads a workbook from
 * descriptor 3, writes its rows to descriptor 4 and one JSON answer to standard output. Its limits arrive in argv.
 */
import { fstatSync } from "node:fs";
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { readWorkbook } from "./read-workbook.ts";
import { SpoolWriter } from "./row-spool.ts";
import { TableFault } from "./table-fault.ts";

// The parent writes its own limits; nobody else starts this program.
const limits = JSON.parse(process.argv[2] ?? "{}") as DisclosureLimits;
const spool = new SpoolWriter(4, limits.maxUnpackedBytes);

// The parent ends a child that takes too long; this is for a parent that was ended itself.
setTimeout(() => process.exit(3), limits.maxMilliseconds * 2).unref();

let answer: object;
try {
  const format = await readWorkbook({ descriptor: 3, size: fstatSync(3).size }, limits, spool);
  answer = { format, sheets: spool.sheets, notes: spool.notes };
} catch (error) {
  if (!(error instanceof TableFault)) throw error;
  answer = { fault: { code: error.code, message: error.message } };
}
process.stdout.write(`${JSON.stringify(answer)}\n`);

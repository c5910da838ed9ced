/** For tests and measurements only: reads lists with the libraries alone, to compare with. */
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { openPromise } from "yauzl";

/** The first rows of a well-formed CSV, by csv-parse. */
export function takeFirstRows(text: string, count: number): string[][] {
  const rows: string[][] = parseAtOnce(text, { relax_column_count: true, to: count });
  return rows;
}

/** Streams a file and does nothing with it: csv-parse alone, or inflating the sheet and its texts alone. */
export async function readPlainly(path: string, format: "csv" | "xlsx" | "ods"): Promise<void> {
  if (format === "csv") {
    for await (const record of createReadStream(path).pipe(parse({ bom: true })))
      if (record === null) return;
    return;
  }
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry()) {
    if (!/content\.xml$|sheet1\.xml$|sharedStrings\.xml$/u.test(entry.fileName)) continue;
    for await (const piece of await zip.openReadStreamPromise(entry)) if (piece === null) return;
  }
  zip.close();
}

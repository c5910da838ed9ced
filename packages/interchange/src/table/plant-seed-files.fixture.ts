/** For tests and measurements only: sound files to damage, made of the rows given. */
import { Workbook } from "@cj-tech-master/excelts";
import type { SeedFile } from "./mutate-file.fixture.ts";
import { plantOdsParts, plantXlsxParts } from "./write-workbook.fixture.ts";
import { fromBufferPromise } from "yauzl";

/** Unpacks a workbook another program wrote, so that its parts can be damaged one by one. */
async function unpack(bytes: Buffer): Promise<{ name: string; bytes: Buffer }[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts: { name: string; bytes: Buffer }[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const pieces: Uint8Array[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      // A stream of bytes gives bytes; its type does not say so.
      pieces.push(piece as Uint8Array);
    }
    parts.push({ name: entry.fileName, bytes: Buffer.concat(pieces) });
  }
  return parts;
}

function toCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows
    .map((cells) =>
      cells
        .map((cell) => (/["\n\r,;\t|]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join("\r\n");
}

/** Text with three delimiters, XLSX by two writers, with several sheets and merges, and ODS. */
export async function plantSeedFiles(
  lists: readonly (readonly (readonly string[])[])[],
): Promise<SeedFile[]> {
  const seeds: SeedFile[] = [];
  for (const rows of lists) {
    for (const delimiter of [",", ";", "\t"])
      seeds.push({ kind: "text", text: toCsv(rows, delimiter) });
    const sheets = [
      { name: "Cover", rows: [["Supplier disclosure"]] },
      { name: "Sites", rows, merges: ["A2:A4", "B1:C1"] },
      { name: "Old", rows: rows.slice(0, 3), hidden: true },
    ];
    seeds.push({ kind: "workbook", parts: plantXlsxParts(sheets) });
    seeds.push({ kind: "workbook", parts: plantOdsParts(sheets) });
    const book = new Workbook();
    const sheet = book.addWorksheet("Sites");
    for (const cells of rows)
      sheet.addRow([...cells, new Date(0), 1.5, { formula: "1+1", result: 2 }]);
    sheet.mergeCells("A2:A3");
    const written: unknown = await book.xlsx.writeBuffer();
    if (!(written instanceof Uint8Array)) throw new Error("The workbook was not written.");
    seeds.push({ kind: "workbook", parts: await unpack(Buffer.from(written)) });
  }
  return seeds;
}

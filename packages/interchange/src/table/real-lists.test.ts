/** The real lists beside the checkout, each as suppliers send them: every variant gives the same rows. */
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readDisclosure } from "../disclosure/read-disclosure.ts";
import { readRealInput } from "../real-input.fixture.ts";
import { collectRows } from "./collect-rows.fixture.ts";
import { proposeColumns } from "./propose-columns.ts";
import { plantOdsParts, plantXlsxParts, plantZip } from "./write-workbook.fixture.ts";

const lists = [
  ["data/suppliers/apple_supplier_list_2018_facilities.csv", 780],
  ["matching/site_lists.csv", 640],
] as const;

function toCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quote = (cell: string): string =>
    /["\r\n]/u.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(quote).join(delimiter)).join("\r\n");
}

/** Trailing empty cells are left off by every reader. */
function trim(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((cells) => {
    let end = cells.length;
    while (end > 0 && cells[end - 1] === "") end -= 1;
    return cells.slice(0, end);
  });
}

/** The first column written once where it repeats, as people do by merging cells. */
function mergeFirstColumn(rows: readonly (readonly string[])[]): {
  rows: (readonly (string | null)[])[];
  merges: string[];
  repeated: number;
} {
  const merges: string[] = [];
  let from = 1;
  let repeated = 0;
  const merged = rows.map((cells, index): readonly (string | null)[] => {
    if (index > 1 && cells[0] === rows[index - 1]?.[0] && cells[0] !== "") {
      repeated += 1;
      if (cells[0] !== rows[index + 1]?.[0]) merges.push(`A${from + 3}:A${index + 3}`);
      return [null, ...cells.slice(1)];
    }
    from = index;
    return cells;
  });
  return { rows: merged, merges, repeated };
}

/** The same order on every run, and not the list's. */
function shuffle<Item>(items: readonly Item[]): Item[] {
  let seed = 20_181_120;
  const keyed = items.map((item) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return { item, key: seed };
  });
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

describe.each(lists)("%s", (path, count) => {
  const text = readRealInput(path);
  if (text === null) return;
  const rows: string[][] = parse(text, { relax_column_count: true });
  const cellsOf = async (bytes: Uint8Array, sheet = 0): Promise<string[][]> =>
    ((await collectRows(bytes)).rows[sheet] ?? []).map(({ cells }) => cells);

  it("as it came", async () => {
    expect(rows).toHaveLength(count + 1);
    expect(await cellsOf(Buffer.from(text))).toEqual(trim(rows));
  });

  it("with semicolons in Windows-1252, in UTF-16 and with tabs", async () => {
    const western = iconv.encode(toCsv(rows, ";"), "windows-1252");
    const readable = trim(
      rows.map((cells) =>
        cells.map((cell) => iconv.decode(iconv.encode(cell, "windows-1252"), "windows-1252")),
      ),
    );
    expect(await cellsOf(western)).toEqual(readable);
    for (const [encoding, delimiter] of [
      ["utf-16le", ";"],
      ["utf-16be", "\t"],
    ] as const)
      expect(
        await cellsOf(iconv.encode(toCsv(rows, delimiter), encoding, { addBOM: true })),
      ).toEqual(trim(rows));
  });

  it("shuffled: the same rows in another order", async () => {
    const [head = [], ...body] = rows;
    const shuffled = [head, ...shuffle(body)];
    const read = await cellsOf(Buffer.from(toCsv(shuffled, ",")));
    expect(read).toEqual(trim(shuffled));
    expect(read.map((cells) => cells.join("\t")).toSorted()).toEqual(
      trim(rows)
        .map((cells) => cells.join("\t"))
        .toSorted(),
    );
  });

  it("as XLSX and ODS", async () => {
    const sheets = [{ name: "Sites", rows }];
    expect(await cellsOf(plantZip(plantXlsxParts(sheets)))).toEqual(trim(rows));
    expect(await cellsOf(plantZip(plantOdsParts(sheets)))).toEqual(trim(rows));
  });

  it("as XLSX with a cover sheet, title rows and merged cells", async () => {
    const merged = mergeFirstColumn(rows);
    const bytes = plantZip(
      plantXlsxParts([
        { name: "Cover", rows: [["Supplier disclosure"], ["2018"]] },
        {
          name: "Sites",
          rows: [["Our production sites"], ["as of 2018"], ...merged.rows],
          merges: ["A1:B1", ...merged.merges],
        },
      ]),
    );
    const read = await collectRows(bytes);
    const sheet = read.rows[1] ?? [];
    expect(sheet.slice(2).map(({ cells }) => cells)).toEqual(trim(rows));
    expect(sheet.filter(({ changes }) => changes !== undefined)).toHaveLength(merged.repeated);
    const about = read.sheets[1];
    if (about === undefined) throw new Error("The second sheet is missing.");
    const proposal = proposeColumns(about, sheet.slice(0, 300), null);
    expect(proposal.mapping.headerRow).toBe(3);
    expect(proposal.columns.map(({ field }) => field).slice(0, 2)).toContain("name");
    const disclosure = await readDisclosure({ kind: "file", bytes });
    expect(disclosure.counts.read).toBe(count);
  });
});

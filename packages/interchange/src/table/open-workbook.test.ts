import { describe, expect, it } from "vitest";
import { collectRows } from "./collect-rows.fixture.ts";
import { openTableBytes } from "./open-table.ts";
import { odsRow, plantOdsParts, plantXlsxParts, plantZip } from "./write-workbook.fixture.ts";
import type { PlantedPart } from "./write-workbook.fixture.ts";

const rows = [
  ["Factory name", "Address", "Country"],
  ["Müller Söhne GmbH", "Straße 5, Köln", "Deutschland"],
  ["Société Générale d’Électricité", "5, rue des Écoles, Besançon", "France"],
  ["Fabricación Peñón S.A.", "Calle Niño 3, León", "España"],
];
describe("workbooks", () => {
  const sheets = [
    { name: "Cover", rows: [["Supplier disclosure 2026"]] },
    { name: "Nothing", rows: [] },
    { name: "Sites & more", rows: [["Our factories"], [], ...rows] },
    { name: "Old", rows, hidden: true },
  ];
  const expected = [[["Supplier disclosure 2026"]], [], [["Our factories"], ...rows], rows];

  it.each([
    ["xlsx", plantZip(plantXlsxParts(sheets))],
    ["ods", plantZip(plantOdsParts(sheets))],
  ])("%s: every sheet with its rows and numbers", async (format, bytes) => {
    const read = await collectRows(bytes);
    expect(read).toMatchObject({ format, encoding: null, delimiter: null });
    expect(read.sheets.map(({ name, hidden, rows: count }) => [name, hidden, count])).toEqual([
      ["Cover", false, 1],
      ["Nothing", false, 0],
      ["Sites & more", false, 5],
      ["Old", true, 4],
    ]);
    expect(read.rows.map((one) => one.map(({ cells }) => cells))).toEqual(expected);
    expect(read.rows[2]?.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6]);
  });

  it("goes on from a row, behind the marks of the spool", async () => {
    const many = Array.from({ length: 3_500 }, (_, at) => [`Foo ${at + 1}`, at + 1]);
    const source = await openTableBytes(plantZip(plantXlsxParts([{ name: "S", rows: many }])));
    for (const from of [1, 999, 1_000, 1_001, 2_345, 3_500, 3_501]) {
      const seen: number[] = [];
      for await (const batch of source.rows(0, from)) {
        expect(batch.length).toBeLessThanOrEqual(1_000);
        seen.push(...batch.map((row) => row.row));
      }
      expect(seen).toHaveLength(3_501 - from);
      expect(seen[0] ?? 3_501).toBe(from);
    }
    await source.close();
  });

  /** An XLSX whose only sheet is the XML given. */
  function xlsx(sheet: string, strings = "", styles = ""): Buffer {
    return plantZip(
      plantXlsxParts([{ name: "S", rows: [] }]).map((part): PlantedPart => {
        if (part.name === "xl/worksheets/sheet1.xml") return { ...part, bytes: sheet };
        if (part.name === "xl/sharedStrings.xml" && strings !== "")
          return { ...part, bytes: strings };
        return part.name === "xl/styles.xml" && styles !== "" ? { ...part, bytes: styles } : part;
      }),
    );
  }

  it("xlsx: dates, leading zeros, results of formulas, errors, runs, escapes, hidden rows", async () => {
    const read = await collectRows(
      xlsx(
        `<x:worksheet xmlns:x="m"><x:sheetData>
        <x:row><x:c s="1"><x:v>45658</x:v></x:c><x:c s="1"><x:v>45658.5625</x:v></x:c><x:c s="2"><x:v>1234</x:v></x:c><x:c><x:v>22.499999999999996</x:v></x:c></x:row>
        <x:row r="3" hidden="1"><x:c r="B3" t="str"><x:f>A1&amp;"x"</x:f><x:v>res_x000D_ult</x:v></x:c><x:c r="C3" t="e"><x:v>#N/A</x:v></x:c><x:c r="D3" t="b"><x:v>1</x:v></x:c></x:row>
        <x:row r="4"><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>in </x:t></x:r><x:r><x:t>line</x:t></x:r></x:is></x:c><x:c><x:f>NOW()</x:f></x:c><x:c><x:v>1.5E+2</x:v></x:c></x:row>
        </x:sheetData></x:worksheet>`,
        "<sst><si><r><t>東</t></r><r><t>京</t></r><rPh sb='0' eb='1'><t>トウキョウ</t></rPh></si></sst>",
      ),
    );
    expect(read.rows[0]).toEqual([
      { row: 1, cells: ["2025-01-01", "2025-01-01 13:30", "01234", "22.5"] },
      { row: 3, cells: ["", "res\rult", "#N/A", "TRUE"] },
      { row: 4, cells: ["東京", "in line", "", "150"] },
    ]);
    expect(read.notes.join(" ")).toContain("a formula whose result is not saved");
    expect(read.notes.join(" ")).toContain("hides a row");
  });

  it("ods: dates, leading zeros, repeats, comments, blanks, merges, hidden rows", async () => {
    const cell = (text: string, more = ""): string =>
      `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
    const table = `<table:table table:name="S"><table:table-header-rows>${odsRow(["Supplier", "Since", "Zip"])}</table:table-header-rows>
      <table:table-row>${cell("Foo", ' table:number-rows-spanned="2"')}<table:table-cell office:value-type="date" office:date-value="2025-01-01T00:00:00"><text:p>01.01.25</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>01234</text:p></table:table-cell></table:table-row>
      <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="22.543210000000002"><text:p>22,5</text:p></table:table-cell>${cell("a<text:s text:c='2'/>b<text:line-break/>c", ' table:number-columns-repeated="2"')}</table:table-row>
      <table:table-row table:number-rows-repeated="3" table:visibility="filter">${cell("Bar")}</table:table-row>
      </table:table>`;
    const read = await collectRows(plantZip(plantOdsParts([], table)));
    expect(read.rows[0]).toEqual([
      { row: 1, cells: ["Supplier", "Since", "Zip"] },
      { row: 2, cells: ["Foo", "2025-01-01", "01234"] },
      {
        row: 3,
        cells: ["Foo", "22.54321", "a  b\nc", "a  b\nc"],
        changes: ["A cell merged over several rows was read into each of them."],
      },
      { row: 4, cells: ["Bar"] },
      { row: 5, cells: ["Bar"] },
      { row: 6, cells: ["Bar"] },
    ]);
    expect(read.notes.join(" ")).toContain("hides 3 rows");
  });

  it("stops when asked to", async () => {
    const bytes = plantZip(plantXlsxParts([{ name: "S", rows }]));
    const stop = new AbortController();
    const opened = openTableBytes(bytes, { signal: stop.signal });
    stop.abort(new Error("cancelled"));
    await expect(opened).rejects.toThrow("cancelled");
  });
});

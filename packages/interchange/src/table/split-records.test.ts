import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SplitRecord } from "./split-records.ts";
import { RecordSplitter } from "./split-records.ts";

function split(text: string, cuts: readonly number[] = [], delimiter = ","): SplitRecord[] {
  const splitter = new RecordSplitter(delimiter);
  const records: SplitRecord[] = [];
  let from = 0;
  for (const cut of [...cuts].toSorted((a, b) => a - b)) {
    records.push(...splitter.push(text.slice(from, Math.max(from, cut))));
    from = Math.max(from, cut);
  }
  records.push(...splitter.push(text.slice(from)), ...splitter.finish());
  return records;
}

const cell = fc
  .array(fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r\n", "\r", " ", "中"), { maxLength: 6 })
  .map((signs) => signs.join(""));
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 8,
});
const messy = fc
  .array(fc.constantFrom("a", "bc", '"', '""', ",", "\n", "\r\n", "\r", " "), { maxLength: 40 })
  .map((signs) => signs.join(""));

describe("records", () => {
  it("reads what csv-parse reads, on text that is well formed", () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        const expected: string[][] = parse(text, {
          relax_column_count: true,
          record_delimiter: ["\r\n", "\n", "\r"],
        });
        const read = split(text);
        expect(read.map(({ cells }) => cells)).toEqual(expected);
        expect(read.map(({ row }) => row)).toEqual(expected.map((_, index) => index + 1));
        expect(read.every(({ unclosed }) => !unclosed)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads the same wherever the text is cut", () => {
    fc.assert(
      fc.property(messy, fc.array(fc.nat({ max: 60 }), { maxLength: 8 }), (text, cuts) => {
        expect(split(text, cuts)).toEqual(split(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it("loses no letter, whatever the quotation marks do", () => {
    fc.assert(
      fc.property(messy, (text) => {
        const letters = (value: string): string => value.replace(/[^a-z]/gu, "");
        const read = split(text)
          .map(({ cells }) => cells.join(""))
          .join("");
        expect(letters(read)).toBe(letters(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ["is never closed", 'n,a\n"Foo,1 Road\nBar,2 Road\nBaz,3 Road\n', 4],
    ["is closed by the next field's mark", 'n,a\n"Foo,1 Road\nBar,"2 Road, Leeds"\nBaz,x\n', 4],
    ["stands before a word", 'n,a\n"Best" Foods,1 Road\nBar,"2 Road, Leeds"\n', 3],
  ])("a mark that %s swallows no row", (_what, text, rows) => {
    const read = split(text);
    expect(read).toHaveLength(rows);
    expect(read.filter(({ unclosed }) => unclosed)).toHaveLength(1);
    expect(read[1]?.cells[0]).toContain('"');
    expect(read[2]?.cells).toHaveLength(2);
  });

  it("gives up on a mark after more than a cell can hold, and goes on from it", () => {
    const rest = Array.from({ length: 5_000 }, (_, at) => `Foo ${at},${at} Long Road`).join("\n");
    const read = split(`n,a\n"Foo,1 Road\n${rest}\n`);
    expect(read).toHaveLength(5_002);
    expect(read[1]).toMatchObject({ cells: ['"Foo', "1 Road"], unclosed: true });
  });

  it("keeps marks inside a field, line breaks in quoted fields, and blank lines' numbers", () => {
    expect(split('5" pipe works,"Unit 4\r\nLong Road"\r\n\r\nx,"say ""hi"""  \r\n')).toEqual([
      { row: 1, cells: ['5" pipe works', "Unit 4\r\nLong Road"], unclosed: false },
      { row: 2, cells: [""], unclosed: false },
      { row: 3, cells: ["x", 'say "hi"'], unclosed: false },
    ]);
  });
});

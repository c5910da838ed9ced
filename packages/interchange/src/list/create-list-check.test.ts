import type { CheckedRow, ColumnMapping } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRealInput } from "../real-input.fixture.ts";
import { openTable } from "../table/open-table.ts";
import { checkColumns } from "./check-columns.ts";
import { checkRow } from "./check-row.ts";
import { createListCheck } from "./create-list-check.ts";
import type { ListFindings } from "./create-list-check.ts";
import { describeList } from "./describe-list.ts";

const mapping: ColumnMapping = {
  sheet: 0,
  headerRow: 1,
  columns: [
    { index: 0, field: "name" },
    { index: 1, field: "address" },
    { index: 2, field: "country" },
  ],
};

function checked(
  cells: readonly (readonly string[])[],
  columns: ColumnMapping = mapping,
): CheckedRow[] {
  return cells.map((row, index) => checkRow({ row: index + 2, cells: [...row] }, columns, null));
}

function check(rows: readonly CheckedRow[], batch: number = 1_000): Promise<ListFindings> {
  const list = createListCheck();
  for (let at = 0; at < rows.length; at += batch) list.add(rows.slice(at, at + batch));
  return list.finish();
}

const brief = (found: ListFindings): unknown[] =>
  found.rows.map(({ row, finding }) => [row, finding.check, finding.otherRow]);

describe("createListCheck", () => {
  it("tells the five ways in which rows repeat each other apart", async () => {
    const found = await check(
      checked([
        [
          "Zeniya Aluminum Engineering Ltd.",
          "No. 888 Bubugao Road, Changan Town, Dongguan",
          "China",
        ],
        ["ZENIYA ALUMINUM ENGINEERING LTD", "No 888 Bubugao Road, Changan Town, Dongguan", "CN"],
        [
          "Zeniya Aluminium Engineering Limited",
          "No. 888 Bubugao Rd, Changan Town, Dongguan",
          "China",
        ],
        [
          "Zeniya Aluminum Engineering Ltd.",
          "No. 307 Bubugao Road, Changan Town, Dongguan",
          "China",
        ],
        [
          "Jeans Knit Private Ltd Unit 3",
          "No 34, Phase II, Peenya Industrial Area, Bangalore",
          "India",
        ],
        [
          "Jeans Knit Private Ltd Unit 4",
          "No 34, Phase II, Peenya Industrial Area, Bangalore",
          "India",
        ],
        [
          "Compal Information (Kunshan) Co., Ltd.",
          "No. 15 Third Avenue, Free Trade Zone, Kunshan",
          "China",
        ],
        [
          "Compal Informatic Kunshan Co.",
          "No. 15 Third Ave, Comprehensive Trade Zone, Kunshan",
          "China",
        ],
      ]),
    );
    expect(brief(found)).toEqual([
      [3, "identical_rows", 2],
      [4, "very_similar_rows", 2],
      [5, "differs_only_in_numbers", 2],
      [7, "differs_in_factory_number", 6],
      [9, "possibly_similar_rows", 8],
    ]);
    expect(found.rows.map(({ flag }) => flag)).toEqual([
      "duplicate_in_list",
      "near_duplicate_in_list",
      null,
      null,
      null,
    ]);
  });

  it("leaves rows about different countries, products and rejected rows alone", async () => {
    const found = await check(
      checked([
        ["Foo Ltd", "5 Main Road, Changan Town", "China"],
        ["Foo Ltd", "5 Main Road, Changan Town", "India"],
        ["", "5 Main Road, Changan Town", "China"],
        ["", "5 Main Road, Changan Town", "China"],
      ]),
    );
    expect(found.rows).toEqual([]);
    expect(found.counts.get("name_missing")).toBe(2);
  });

  it("points from an address that ends with a comma to the next row", async () => {
    const found = await check(
      checked([
        ["Foo Ltd", "5 Main Road, Changan,", ""],
        ["Dongguan", "Guangdong, China", ""],
      ]),
    );
    expect(brief(found)).toContainEqual([2, "address_in_next_row", 3]);
  });

  it("flags the eight head offices at the end of Apple's list of 2018 and accounts for all 780 rows", async () => {
    const file = findRealInput("data/suppliers/apple_supplier_list_2018_facilities.csv");
    if (file === null) return;
    const source = await openTable(file);
    const rows: CheckedRow[] = [];
    for await (const batch of source.rows(0, 2))
      rows.push(...batch.map((row) => checkRow(row, mapping, null)));
    await source.close();
    const found = await check(rows);
    expect(rows).toHaveLength(780);
    expect(rows.filter((row) => row.outcome === "rejected")).toEqual([]);
    expect(
      found.rows.filter(({ finding }) => finding.check === "trailing_group").map(({ row }) => row),
    ).toEqual([774, 775, 776, 777, 778, 779, 780, 781]);
    expect(found.counts.get("differs_only_in_numbers")).toBeGreaterThanOrEqual(2);
    expect(found.notes).toHaveLength(1);
  });

  it("finds the same whatever the size of the batches", async () => {
    const word = fc.constantFrom(
      "Foo",
      "Bar",
      "Ltd",
      "Unit 1",
      "Unit 2",
      "5",
      "7",
      "Road",
      "Leeds",
      "Kunshan",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const row = fc.tuple(text, text, fc.constantFrom("China", "India", ""));
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (cells, batch) => {
          const rows = checked(cells);
          const whole = await check(rows, 1_000);
          expect(await check(rows, batch)).toEqual(whole);
          for (const { finding, row: at } of whole.rows)
            expect(finding.otherRow === null || finding.otherRow !== at).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("takes 200,000 rows and lets others in between", async () => {
    const streets = ["Bubugao Road", "Zongbao Road", "Main Street", "Third Avenue", "Peenya Area"];
    const list = createListCheck();
    for (let batch = 0; batch < 200; batch += 1) {
      const rows = Array.from({ length: 1_000 }, (_, at) => {
        const number = batch * 1_000 + at;
        return [
          `Works ${String.fromCodePoint(97 + (number % 26))}${(number * 7_919) % 100_003} Electronics Co., Ltd.`,
          `No. ${number % 977} ${streets[number % 5]}, Town ${number % 1_009}, Dongguan, China`,
          "China",
        ];
      });
      list.add(
        rows.map((cells, at) => checkRow({ row: batch * 1_000 + at + 2, cells }, mapping, null)),
      );
    }
    let pauses = 0;
    const found = await list.finish(async () => {
      pauses += 1;
      await Promise.resolve();
    });
    expect(found.rows.length).toBeGreaterThan(0);
    expect(pauses).toBeGreaterThan(100);
  });
});

describe("describeList", () => {
  it("names the gravest first, with the count and what to do", () => {
    const lines = describeList([
      ["trailing_blanks", 300],
      ["hong_kong_filed_under_china", 41],
      ["name_missing", 1],
      ["po_box", 0],
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      "1 row: no name",
      "41 rows: Hong Kong filed under China",
      "300 rows: blanks after the text removed",
    ]);
    expect(lines[1]).toMatchObject({ severity: "warning", corrects: true });
  });
});

describe("checkColumns", () => {
  it("says what columns lack and which are not read", () => {
    const found = checkColumns(
      {
        sheet: 0,
        headerRow: 1,
        columns: [
          { index: 0, field: "name" },
          { index: 2, field: "latitude" },
        ],
      },
      ["Name", "Contact", "Lat"],
      ["Cover"],
    );
    expect(found.map(({ check: code }) => code)).toEqual([
      "address_column_missing",
      "country_column_missing",
      "product_column_missing",
      "longitude_column_missing",
      "column_not_read",
      "other_template",
    ]);
    expect(checkColumns({ sheet: 0, headerRow: 1, columns: [] }, [], [])[0]).toMatchObject({
      check: "name_column_missing",
      severity: "error",
    });
  });
});

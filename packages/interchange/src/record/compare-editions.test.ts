import type { ColumnMapping } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRow } from "../list/check-row.ts";
import { findRealInput } from "../real-input.fixture.ts";
import { openTable } from "../table/open-table.ts";
import { compareEditions } from "./compare-editions.ts";
import type { EditionEntry } from "./compare-editions.ts";

async function readEdition(
  file: string,
  columns: ColumnMapping["columns"],
): Promise<EditionEntry[]> {
  const source = await openTable(file);
  const entries: EditionEntry[] = [];
  for await (const rows of source.rows(0, 2))
    for (const row of rows) {
      const { name, country } = checkRow(row, { sheet: 0, headerRow: 1, columns }, null);
      entries.push({ name, country });
    }
  await source.close();
  return entries;
}

describe("compareEditions", () => {
  it("finds nothing between an edition and itself, in whatever order, and mirrors itself", () => {
    const name = fc.constantFrom(
      "3M",
      "3M Company",
      "Flex Ltd",
      "Flextronics",
      "AGC",
      "Asahi Glass Co.",
      "LG Chem",
    );
    const entry = fc.record({ name, country: fc.constantFrom("CN", "JP", null) });
    const edition = fc.array(entry, { maxLength: 12 });
    fc.assert(
      fc.property(edition, edition, (before, after) => {
        const same = compareEditions(before, before.toReversed());
        expect([same.added, same.gone, same.perhapsRenamed]).toEqual([[], [], []]);
        for (const one of same.both)
          expect([one.countriesAdded, one.countriesGone]).toEqual([[], []]);
        const [there, back] = [compareEditions(before, after), compareEditions(after, before)];
        expect(there.added).toEqual(back.gone);
        expect(there.both).toHaveLength(back.both.length);
      }),
    );
  });

  it("compares the list of 2018 with the excerpt of fiscal 2023", async () => {
    const first = findRealInput("data/suppliers/apple_supplier_list_2018_facilities.csv");
    const second = findRealInput("data/suppliers/apple_supplier_list_fy2023_excerpt.csv");
    if (first === null || second === null) return;
    const before = await readEdition(first, [
      { index: 0, field: "name" },
      { index: 1, field: "address" },
    ]);
    const after = await readEdition(second, [
      { index: 0, field: "name" },
      { index: 1, field: "country" },
      { index: 2, field: "region" },
    ]);
    expect([before.length, after.length]).toEqual([780, 63]);
    const found = compareEditions(before, after);
    // 201 companies and 22: everyone is in exactly one place.
    expect(found.both.length + found.gone.length).toBe(201);
    expect(found.both.length + found.added.length).toBe(22);
    expect(found.both.map((one) => one.after)).toEqual([
      "3M",
      "Amkor Technology Incorporated",
      "Amphenol Corporation",
      "BOE Technology Group Company Limited",
      "BYD Company Limited",
      "Biel Crystal Manufactory Limited",
      "Compal Electronics Incorporated",
      "GoerTek Incorporated",
      "Hi-P International Limited",
      "Hon Hai Precision Industry Company Limited (Foxconn)",
      "LG Display Company Limited",
      "MinebeaMitsumi Incorporated",
    ]);
    expect(Object.fromEntries(found.perhapsRenamed.map((one) => [one.after, one.before]))).toEqual({
      "AAC Acoustic Technologies Holdings Incorporated": ["AAC Technologies Holdings Inc."],
      "AGC Incorporated": ["Asahi Glass Co., Ltd."],
      "Advanced Semiconductor Engineering Technology Holding Co., Ltd.": [
        "Advanced Semiconductor Engineering Inc.",
      ],
      "Alps Alpine Company Limited": ["Alps Electric Co., Ltd."],
      "Delta Electronics Incorporated": ["Delta Group"],
      // Two fit, and the list alone does not tell.
      "Flex Limited": ["Flexium Interconnect Inc.", "Flextronics Sales and Marketing (A-P) Ltd."],
      "Jabil Incorporated": ["Jabil Circuit Inc."],
      "LG Energy Solution": ["LG Chem Ltd.", "LG Innotek Co., Ltd."],
      "Lens Technology Company Limited": ["Lens One Technology (Shenzhen) Co., Ltd."],
      "Luxshare Precision Industry Company Limited": ["LUXSHARE-ICT"],
    });
    expect(found.both.find((one) => one.after.startsWith("Compal"))).toMatchObject({
      countriesAdded: ["TH", "VN"],
      countriesGone: [],
    });
    expect(found.gone.map(({ name }) => name)).toContain("Corning Inc.");
  });
});

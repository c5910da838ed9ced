import { Workbook } from "@cj-tech-master/excelts";
import type { Worksheet } from "@cj-tech-master/excelts";
import { AppError, RecordContent, tiers } from "@throughline/domain";
import type { RecordLink, RecordSite } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alpha2Codes, nameKey } from "../country/country-names.ts";
import { compareRecords } from "../record/compare-records.ts";
import { anyContent } from "../record/record-content.fixture.ts";
import { openTableBytes } from "../table/open-table.ts";
import {
  readAnswer,
  readCountry,
  readTick,
  readTierCell,
  readValues,
  readYesNo,
  writeCountry,
  writeValues,
} from "./cell-values.ts";
import { isRecordWorkbook } from "./load-workbook.ts";
import { readRecordWorkbook } from "./read-record-workbook.ts";
import { titleOf, workbookColumns } from "./workbook-layout.ts";
import type { WorkbookSheet } from "./workbook-layout.ts";
import { workbookLanguages, workbookTexts } from "./workbook-languages.ts";
import { writeRecordWorkbook } from "./write-record-workbook.ts";

const site = (key: string, cells: Partial<RecordSite>): RecordSite => ({
  key,
  name: "Foo Ltd",
  address: "1 Road, Leeds",
  country: "GB",
  latitude: null,
  longitude: null,
  osId: null,
  workers: null,
  flags: [],
  confirmedOn: null,
  verification: "self_declared",
  masked: null,
  ...cells,
});
const link = (cells: Partial<RecordLink>): RecordLink => ({
  productKey: "p1",
  siteKey: "s1",
  tier: "final_assembly",
  component: null,
  kind: "confirmed",
  from: null,
  to: null,
  ...cells,
});
const content: RecordContent = {
  sites: [
    site("s1", { workers: 1200, confirmedOn: "2025-11-20", verification: "worker_verified" }),
    site("s2", {
      name: "深圳市巴兹电子有限公司",
      address: "=1+1",
      country: "CN",
      flags: ["po_box"],
    }),
  ],
  products: [
    { key: "p1", brand: "Aster", family: "Book 14", partNumbers: ["82KU", "82|KT", 'x "y"'] },
    { key: "p2", brand: "Aster", family: "Book 15", partNumbers: [] },
  ],
  links: [
    link({}),
    link({ productKey: "p2", kind: "one_of_several" }),
    link({
      siteKey: "s2",
      tier: "component",
      component: "display",
      from: "2025-01-01",
      to: "2026-12-31",
    }),
  ],
  answers: [
    {
      key: "a1",
      productKey: "p2",
      answer: "cannot_because",
      saidBy: "the maker of the display",
      reason: "Their customer forbids it.\nWe asked twice.",
      document: null,
      answeredOn: "2026-10-01",
      selfReported: true,
    },
  ],
};

/** The workbook after somebody did something to it. */
async function filled(
  change: (book: Workbook, sheet: (name: string) => Worksheet) => void,
  asked: Parameters<typeof writeRecordWorkbook>[0]["asked"] = null,
): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(await writeRecordWorkbook({ content, asked, language: "en" }));
  change(book, (name) => {
    const found = book.getWorksheet(name);
    if (found === undefined) throw new Error(`no sheet '${name}'`);
    return found;
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function changesOf(bytes: Uint8Array): Promise<{ changes: unknown[]; checks: string[] }> {
  const read = await readRecordWorkbook(bytes, content);
  expect(RecordContent.safeParse(read.content).success).toBe(true);
  return {
    changes: compareRecords(content, read.content).map(({ change, label, field, before, after }) =>
      change === "changed" ? [label, field, before, after] : [change, label],
    ),
    checks: read.findings.map((finding) => finding.check),
  };
}

describe("the workbook of a record", () => {
  it("written and read is the same, for any content, in any language", async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, fc.constantFrom(...workbookLanguages), async (any, language) => {
        const bytes = await writeRecordWorkbook({ content: any, asked: null, language });
        const read = await readRecordWorkbook(bytes, any);
        expect(read.findings).toEqual([]);
        expect(compareRecords(any, read.content)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("brings back every cell it carries also where the record is not at hand", async () => {
    const read = await readRecordWorkbook(
      await writeRecordWorkbook({ content, asked: null, language: "de" }),
    );
    const bare = content.sites.map((one) => ({ ...one, flags: [], verification: "self_declared" }));
    expect(read.content.sites).toEqual(bare);
    expect(read.content.products).toEqual(content.products);
    expect(read.content.links).toEqual(content.links);
    expect(read.content.answers).toEqual(content.answers);
  });

  it("begins with instructions, holds what is asked, drop-downs, and protected keys and headings", async () => {
    const asked = {
      requester: "City of Example",
      dueOn: "2026-12-18",
      contracts: ["Laptops 2026"],
      products: [
        { key: "asked-1", brand: "ASTER", family: "book 14", partNumbers: [] },
        { key: "asked-2", brand: "Aster", family: "Pad 3", partNumbers: ["P3"] },
      ],
    };
    const book = new Workbook();
    await book.xlsx.load(await writeRecordWorkbook({ content, asked, language: "en" }));
    const visible = book.worksheets.filter(({ state }) => state === "visible");
    expect(visible.map(({ name }) => name)).toEqual([
      "Instructions",
      "Sites",
      "Made where",
      "Products",
      "Answers",
    ]);
    const first = JSON.stringify(visible[0]?.getColumn(1).values);
    expect(first).toContain("City of Example");
    expect(first).toContain("2026-12-18");
    const sites = book.getWorksheet("Sites");
    expect(sites?.getCell("D3").value).toBe("United Kingdom (GB)");
    expect(sites?.getCell("D3").dataValidation).toMatchObject({ type: "list" });
    expect(sites?.getCell("A3").protection?.locked).not.toBe(false);
    expect(sites?.getCell("B2").protection?.locked).not.toBe(false);
    expect(sites?.getCell("B3").protection?.locked).toBe(false);
    expect(
      sites?.getCell("B200").protection?.locked ?? sites?.getColumn(2).protection?.locked,
    ).toBe(false);
    expect(sites?.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(sites?.getCell("C4").value).toBe("'=1+1");
    const read = await readRecordWorkbook(
      await writeRecordWorkbook({ content, asked, language: "en" }),
      content,
    );
    expect(compareRecords(content, read.content).map(({ change, key }) => [change, key])).toEqual([
      ["added", "asked-2"],
    ]);
  });

  it("says exactly which cells were filled in", async () => {
    const bytes = await filled((_book, sheet) => {
      sheet("Sites").getCell("C3").value = "2 Street, York";
      sheet("Sites").getCell("E3").value = "1,300";
      sheet("Sites").getCell("I4").value = new Date("2026-11-01T00:00:00Z");
      sheet("Sites").getCell("B5").value = "Qux Sdn Bhd";
      sheet("Sites").getCell("D5").value = "Malaysia";
      sheet("Made where").getRow(5).values = [
        "",
        "Qux Sdn Bhd",
        "sub-assembly",
        "hinge",
        "",
        "",
        "",
        "X",
      ];
      sheet("Made where").getCell("H3").value = "";
      sheet("Answers").getCell("E3").value = "They refused.";
      sheet("Answers").getRow(4).values = [
        "",
        "",
        "everything asked",
        "asked and refused",
        "No.",
        "",
        "",
        "2026-11-02",
        "no",
      ];
    });
    expect(await changesOf(bytes)).toEqual({
      checks: [],
      changes: [
        ["added", "Qux Sdn Bhd"],
        ["Foo Ltd", "address", "1 Road, Leeds", "2 Street, York"],
        ["Foo Ltd", "workers", "1200", "1300"],
        ["深圳市巴兹电子有限公司", "confirmedOn", null, "2026-11-01"],
        ["removed", "Aster Book 15 at Foo Ltd"],
        ["added", "hinge of Aster Book 15 at Qux Sdn Bhd"],
        ["added", "No."],
        ["They refused.", "reason", "Their customer forbids it.\nWe asked twice.", "They refused."],
      ],
    });
  });

  it("is known again with sheets renamed and reordered, columns moved, the hidden row lost", async () => {
    const moved = await filled((book, sheet) => {
      const addresses = sheet("Sites").getColumn(3).values;
      const names = sheet("Sites").getColumn(2).values;
      sheet("Sites").getColumn(3).values = names ?? [];
      sheet("Sites").getColumn(2).values = addresses ?? [];
      sheet("Products").spliceRows(1, 1);
      sheet("Made where").spliceRows(1, 1);
      sheet("Answers").spliceRows(1, 0, ["Our answers"], []);
      book.removeWorksheet("Instructions");
      sheet("Sites").name = "Tabelle1";
    });
    expect(await changesOf(moved)).toEqual({ checks: [], changes: [] });
  });

  it("adds a product with a free column of the grid", async () => {
    const bytes = await filled((_book, sheet) => {
      sheet("Products").getRow(5).values = ["", "Aster", "Pad 3", "P3; P4"];
      sheet("Made where").getCell("I2").value = "Pad 3";
      sheet("Made where").getCell("I3").value = "?";
    });
    expect(await changesOf(bytes)).toEqual({
      checks: [],
      changes: [
        ["added", "Aster Pad 3"],
        ["added", "Aster Pad 3 at Foo Ltd"],
      ],
    });
  });

  it("keeps what stood where a cell cannot be read, and says so", async () => {
    const bytes = await filled((_book, sheet) => {
      sheet("Sites").getCell("D3").value = "Chinaa";
      sheet("Sites").getCell("E3").value = "many";
      sheet("Sites").getCell("B4").value = "";
      sheet("Sites").getCell("A5").value = "s1";
      sheet("Sites").getCell("B5").value = "Copied Ltd";
      sheet("Made where").getRow(5).values = ["", "Nobody", "final assembly", "", "", "", "x"];
      sheet("Made where").getRow(6).values = ["s1", "Foo Ltd", "", "", "", "", "x"];
      sheet("Made where").getCell("H4").value = "perhaps not";
      sheet("Answers").getRow(4).values = [
        "",
        "",
        "everything asked",
        "",
        "why",
        "",
        "",
        "2026-01-01",
      ];
    });
    const { changes, checks } = await changesOf(bytes);
    expect(changes).toEqual([["added", "Copied Ltd"]]);
    expect(checks.toSorted()).toEqual([
      "workbook_key_repeated",
      "workbook_row_not_read",
      "workbook_row_not_read",
      "workbook_tick_not_taken",
      "workbook_tick_not_taken",
      "workbook_tick_not_taken",
      "workbook_value_not_read",
      "workbook_value_not_read",
    ]);
  });

  it("takes a deleted row as removed, and a missing sheet as untouched", async () => {
    const bytes = await filled((book, sheet) => {
      sheet("Sites").spliceRows(4, 1);
      book.removeWorksheet("Answers");
    });
    const { changes, checks } = await changesOf(bytes);
    expect(changes).toContainEqual(["removed", "深圳市巴兹电子有限公司"]);
    expect(changes).not.toContainEqual(expect.arrayContaining(["removed", "They refused."]));
    expect(checks).toEqual(["workbook_tick_not_taken", "workbook_sheet_missing"]);
  });

  it("never takes verification, flags and masks from the workbook", async () => {
    const bytes = await filled((_book, sheet) => {
      sheet("Sites").getCell("J4").value = "verified with workers";
    });
    expect(await changesOf(bytes)).toEqual({ checks: [], changes: [] });
  });

  it("lists the links where the products are too many for a grid", async () => {
    const many: RecordContent = {
      ...content,
      products: Array.from({ length: 80 }, (_, at) => ({
        key: `p${at + 1}`,
        brand: "Aster",
        family: `Book ${at + 1}`,
        partNumbers: Array.from(
          { length: 300 },
          (__, part) => `part-${at}-${part}-${"x".repeat(90)}`,
        ),
      })),
    };
    const read = await readRecordWorkbook(
      await writeRecordWorkbook({ content: many, asked: null, language: "en" }),
      many,
    );
    expect(read.findings).toEqual([]);
    expect(compareRecords(many, read.content)).toEqual([]);
  });

  it("whatever is typed into it, a whole record comes out or one clear refusal", async () => {
    const cell = fc.record({
      sheet: fc.constantFrom("Sites", "Made where", "Products", "Answers"),
      row: fc.integer({ min: 1, max: 9 }),
      column: fc.integer({ min: 1, max: 11 }),
      value: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom(
          "",
          "x",
          "?",
          "s1",
          "p1",
          "final assembly",
          "x".repeat(3_000),
          "-1",
          "2026-13-01",
          "sites.key",
          "Foo Ltd",
        ),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 25 }), async (edits) => {
        const bytes = await filled((_book, sheet) => {
          for (const { sheet: name, row, column, value } of edits)
            sheet(name).getCell(row, column).value = value;
        });
        const read = await readRecordWorkbook(bytes, content).catch((error: unknown) => error);
        if (read instanceof AppError) return true;
        const { content: after } = read as Awaited<ReturnType<typeof readRecordWorkbook>>; // not an error
        const [siteKeys, productKeys] = [after.sites, after.products].map(
          (things) => new Set(things.map(({ key }) => key)),
        );
        return (
          RecordContent.safeParse(after).success &&
          siteKeys?.size === after.sites.length &&
          productKeys?.size === after.products.length &&
          after.links.every(
            (one) => siteKeys?.has(one.siteKey) && productKeys?.has(one.productKey),
          ) &&
          after.answers.every((one) => one.productKey === null || productKeys?.has(one.productKey))
        );
      }),
      { numRuns: 15 },
    );
  });

  it("is told apart from any other list, which it refuses", async () => {
    const own = await openTableBytes(
      await writeRecordWorkbook({ content, asked: null, language: "de" }),
    );
    expect(await isRecordWorkbook(own)).toBe(true);
    await own.close();
    const list = new TextEncoder().encode("Name,Address,Country\nFoo,1 Road,GB\n");
    const other = await openTableBytes(list);
    expect(await isRecordWorkbook(other)).toBe(false);
    await other.close();
    await expect(readRecordWorkbook(list)).rejects.toThrow(AppError);
  });
});

describe("texts of the workbook", () => {
  it("name no two columns of a sheet alike, in any language, so that headings alone tell", () => {
    for (const [sheet, columns] of Object.entries(workbookColumns)) {
      const codeOf = new Map<string, string>();
      for (const texts of Object.values(workbookTexts))
        for (const { code } of columns) {
          // Object.entries forgets the key's type.
          const key = nameKey(titleOf(texts, sheet as WorkbookSheet, code));
          expect(codeOf.get(key) ?? code).toBe(code);
          codeOf.set(key, code);
        }
    }
  });

  it.each(workbookLanguages)("are read back in %s: tiers, answers, yes and no", (language) => {
    const texts = workbookTexts[language];
    for (const tier of tiers) expect(readTierCell(texts.tiers[tier])).toBe(tier);
    for (const answer of ["asked_and_refused", "cannot_because", "shown_false"] as const)
      expect(readAnswer(texts.answers[answer])).toBe(answer);
    expect([readYesNo(texts.yes), readYesNo(texts.no)]).toEqual([true, false]);
    const asked = { requester: "City", dueOn: "2026-12-18", contracts: ["Laptops"] };
    expect(texts.instructions(asked).join(" ")).toMatch(/City.*Laptops.*2026-12-18/su);
    for (const name of Object.values(texts.sheets)) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/u);
  });
});

describe("cells of the workbook", () => {
  it("bring every country back", () => {
    for (const code of alpha2Codes) expect(readCountry(writeCountry(code))).toBe(code);
    expect(readCountry("China")).toBe("CN");
    expect(readCountry("Chinaa")).toBeUndefined();
  });

  it("bring part numbers back, whatever they hold", () => {
    const value = fc
      .oneof(fc.string(), fc.constantFrom('"', "|", '""', ';"', '"a', "a | b"))
      .map((text) => text.trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), (values) => {
        expect(readValues(writeValues(values))).toEqual(values);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["x", "confirmed"],
    ["✓", "confirmed"],
    ["Ja", "confirmed"],
    ["?", "one_of_several"],
    ["", null],
    ["no", null],
    ["soon", undefined],
  ])("read the tick %j as %s", (cell, kind) => {
    expect(readTick(cell)).toBe(kind);
  });
});

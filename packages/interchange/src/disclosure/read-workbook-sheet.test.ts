import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, it } from "vitest";
import { readDisclosure } from "./read-disclosure.ts";
import { defaultLimits } from "./limits.ts";

async function workbook(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("spreadsheets", () => {
  it("reads the sheet with the list, passes the cover sheet and title rows, keeps row numbers", async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet("Cover").addRow(["Supplier disclosure 2026"]);
      const sheet = book.addWorksheet("Sites");
      sheet.addRow(["Our factories"]);
      sheet.addRow([]);
      sheet.addRow(["Factory name", "Address", "Country", "Model", "Lat", "Lng"]);
      sheet.addRow([
        "Foo Electronics Co., Ltd.",
        "No. 5 Long Road, Shenzhen",
        "P.R. China",
        "Book 14",
        22.5,
        114.1,
      ]);
      sheet.addRow([
        { richText: [{ text: "Bar " }, { text: "Ltd" }] },
        "2 High Street, Leeds LS1 2AB",
        { formula: '"U"&"K"', result: "UK" },
        245,
      ]);
      sheet.addRow(["", "", { error: "#N/A" }]);
    });
    const read = await readDisclosure({ kind: "file", bytes, fileName: "list.csv" });
    expect(read.format).toBe("xlsx");
    expect(read.rows[0]).toMatchObject({
      row: 4,
      outcome: "accepted",
      country: "CN",
      product: "Book 14",
      latitude: 22.5,
    });
    expect(read.rows[1]).toMatchObject({ row: 5, name: "Bar Ltd", country: "GB", product: "245" });
    expect(read.rows[2]).toMatchObject({ row: 6, outcome: "rejected" });
    expect(read.notes.join(" ")).toContain("'Cover'");
  }, 20_000);

  it("reads a cell merged over several rows into each of them, and says so", async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet("Sites");
      sheet.addRow(["Supplier", "Address", "Country"]);
      sheet.addRow(["Foo Electronics Co., Ltd.", "No. 5 Long Road, Shenzhen", "China"]);
      sheet.addRow([null, "No. 6 Short Road, Dongguan", "China"]);
      sheet.addRow([null, "No. 7 Other Road, Huizhou", "China"]);
      sheet.mergeCells("A2:A3");
    });
    const read = await readDisclosure({ kind: "file", bytes });
    expect(read.rows.map((row) => [row.name, row.outcome])).toEqual([
      ["Foo Electronics Co., Ltd.", "accepted"],
      ["Foo Electronics Co., Ltd.", "corrected"],
      ["", "rejected"],
    ]);
    expect(read.rows[1]?.reason).toContain("merged");
  }, 20_000);

  it("refuses an empty book, too many rows, a bomb and a book that needs too much time", async () => {
    const list = await workbook((book) => {
      const sheet = book.addWorksheet("S");
      sheet.addRow(["name", "address", "country"]);
      for (let at = 0; at < 50; at += 1) sheet.addRow([`Foo ${at} Ltd`, `${at} Road, Leeds`, "UK"]);
    });
    const empty = await workbook((book) => book.addWorksheet("S"));
    const refuses = async (
      bytes: Uint8Array,
      limits: Partial<typeof defaultLimits>,
      code: string,
    ): Promise<void> => {
      await expect(
        readDisclosure({ kind: "file", bytes }, { ...defaultLimits, ...limits }),
      ).rejects.toMatchObject({ name: "AppError", code });
    };
    await refuses(empty, {}, "file_empty");
    await refuses(list, { maxRows: 10 }, "file_too_large");
    await refuses(list, { maxUnpackedBytes: 500 }, "file_unpacks_too_large");
    await refuses(list, { maxMilliseconds: 1 }, "file_takes_too_much");
    await refuses(list.subarray(0, list.length - 300), {}, "file_damaged");
  }, 30_000);
});

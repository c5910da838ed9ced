import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultLimits } from "../disclosure/limits.ts";
import { collectRows } from "./collect-rows.fixture.ts";
import { openTable } from "./open-table.ts";
import { plantOdsParts, plantXlsxParts, plantZip } from "./write-workbook.fixture.ts";
import type { PlantedPart } from "./write-workbook.fixture.ts";

// A folder of our own for temporary files, so that what is left in it is ours.
const folder = mkdtempSync(join(tmpdir(), "refused-lists-"));
process.env["TMPDIR"] = folder;
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  ["Factory name", "Address", "Country"],
  ["Müller Söhne GmbH", "Straße 5, Köln", "Deutschland"],
  ["Société Générale d’Électricité", "5, rue des Écoles, Besançon", "France"],
  ["Fabricación Peñón S.A.", "Calle Niño 3, León", "España"],
];
describe("what is no list", () => {
  const book = plantXlsxParts([{ name: "S", rows }]);
  const ods = plantOdsParts([{ name: "S", rows }]);
  const with_ = (...parts: PlantedPart[]): Buffer => plantZip([...book, ...parts]);
  const instead = (name: string, bytes: string): Buffer =>
    plantZip(book.map((part) => (part.name === name ? { ...part, bytes } : part)));
  const ole = (stream: string): Buffer => {
    const bytes = Buffer.alloc(2_048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write(stream, 1_024, "utf16le");
    return bytes;
  };
  const bomb = Buffer.alloc(40_000_000, "<row><c><v>1</v></c></row>");
  const limits = { ...defaultLimits, maxUnpackedBytes: 20_000_000 };

  it.each<[string, Uint8Array | string, string, string]>([
    ["nothing", "", "file_empty", "empty"],
    ["blanks", " \r\n\t\n", "file_empty", "blanks"],
    ["delimiters alone", ";;;\n;;;\n", "file_empty", "no filled row"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n", "file_not_a_list", "PDF"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1A\n0000", "latin1"), "file_not_a_list", "picture"],
    [
      "a web page as .xls",
      "\uFEFF <html><table><tr><td>x</td></tr></table></html>",
      "file_not_a_list",
      "web page",
    ],
    ["a bare HTML table", "<table><tr><td>Name</td></tr></table>", "file_not_a_list", "web page"],
    [
      "a spreadsheet as XML",
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      "file_old_format",
      "2003",
    ],
    ["RTF", "{\\rtf1\\ansi Foo}", "file_not_a_list", "RTF"],
    ["JSON", '{"contracts": [1, 2]}', "file_not_a_list", "JSON"],
    [
      "bytes of nothing known",
      Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7) % 32)),
      "file_not_readable",
      "neither",
    ],
    ["an old Excel file", ole("Workbook"), "file_old_format", ".xls"],
    [
      "an older Excel file",
      Buffer.from([0x09, 0x02, 0x06, 0x00, 0, 0, 0x10, 0]),
      "file_old_format",
      "1995",
    ],
    ["a workbook behind a password", ole("EncryptedPackage"), "file_protected", "password"],
    ["a Word document of old", ole("WordDocument"), "file_not_a_list", ".doc"],
    [
      "a Word document",
      plantZip([
        { name: "[Content_Types].xml", bytes: "<a/>" },
        { name: "word/document.xml", bytes: "<a/>" },
      ]),
      "file_not_a_list",
      ".docx",
    ],
    [
      "an OpenDocument text",
      plantZip([{ name: "mimetype", bytes: "application/vnd.oasis.opendocument.text" }]),
      "file_not_a_list",
      "OpenDocument",
    ],
    [
      "a binary workbook",
      plantZip([{ name: "xl/workbook.bin", bytes: "x" }]),
      "file_old_format",
      ".xlsb",
    ],
    [
      "a ZIP of a list",
      plantZip([{ name: "list.csv", bytes: "a,b" }]),
      "file_not_a_list",
      "list.csv",
    ],
    [
      "a ZIP of files",
      plantZip([
        { name: "a.txt", bytes: "a" },
        { name: "b.txt", bytes: "b" },
      ]),
      "file_not_a_list",
      "2 files",
    ],
    ["an empty ZIP", plantZip([]), "file_empty", "nothing in it"],
    ["macros", with_({ name: "xl/vbaProject.bin", bytes: "x" }), "file_has_macros", "macros"],
    [
      "macros by type",
      instead(
        "[Content_Types].xml",
        '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      ),
      "file_has_macros",
      "macros",
    ],
    [
      "macros in an ODS",
      plantZip([...ods, { name: "Basic/Standard/Module1.xml", bytes: "<m/>" }]),
      "file_has_macros",
      "macros",
    ],
    [
      "an ODS behind a password",
      plantZip(plantOdsParts([], "", "<manifest:encryption-data/>")),
      "file_protected",
      "password",
    ],
    [
      "parts behind a password",
      plantZip(book.map((part) => ({ ...part, flags: 0x801 }))),
      "file_protected",
      "password",
    ],
    ["a truncated workbook", plantZip(book).subarray(0, -40), "file_damaged", "too early"],
    ["the first half of a workbook", plantZip(book).subarray(0, 900), "file_damaged", "too early"],
    [
      "empty sheets",
      plantZip(
        plantXlsxParts([
          { name: "A", rows: [] },
          { name: "B", rows: [[""]] },
        ]),
      ),
      "file_empty",
      "Every sheet",
    ],
    ["an empty ODS", plantZip(plantOdsParts([{ name: "A", rows: [] }])), "file_empty", "empty"],
    [
      "a bomb by its directory",
      with_({ name: "xl/media/a.bin", bytes: bomb }),
      "file_unpacks_too_large",
      "Unpacked",
    ],
    [
      "a bomb that lies",
      with_({ name: "xl/worksheets/sheet1.xml2", bytes: "x" }).subarray(0, 0).length === 0
        ? plantZip(
            book.map((part) =>
              part.name === "xl/worksheets/sheet1.xml"
                ? { ...part, bytes: bomb, statedSize: 500 }
                : part,
            ),
          )
        : "",
      "file_damaged",
      "another size",
    ],
    [
      "parts that overlap",
      with_({ name: "xl/media/b.bin", bytes: "x", sharesDataWith: 2 }),
      "file_damaged",
      "overlap",
    ],
    ["a part twice", with_({ name: "XL/workbook.xml", bytes: "<a/>" }), "file_damaged", "twice"],
    [
      "a checksum that is not right",
      plantZip(book.map((part) => ({ ...part, statedChecksum: 7 }))),
      "file_damaged",
      "checksum",
    ],
    [
      "a path out of the file",
      with_({ name: "../../etc/passwd", bytes: "x" }),
      "file_damaged",
      "outside",
    ],
    ["a path from the root", with_({ name: "/etc/passwd", bytes: "x" }), "file_damaged", "outside"],
    [
      "a document type",
      instead(
        "xl/worksheets/sheet1.xml",
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>',
      ),
      "file_damaged",
      "document type",
    ],
    [
      "XML without end",
      instead("xl/worksheets/sheet1.xml", "<worksheet>".repeat(10_000)),
      "file_damaged",
      "nested",
    ],
    [
      "XML that breaks off",
      instead("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
      "file_damaged",
      "well-formed",
    ],
    [
      "a text that is not there",
      instead(
        "xl/worksheets/sheet1.xml",
        '<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>',
      ),
      "file_damaged",
      "not there",
    ],
    [
      "rows out of order",
      instead(
        "xl/worksheets/sheet1.xml",
        '<worksheet><sheetData><row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData></worksheet>',
      ),
      "file_damaged",
      "out of order",
    ],
    [
      "a million rows in one tag",
      plantZip(
        plantOdsParts(
          [],
          '<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
        ),
      ),
      "file_too_large",
      "250,000",
    ],
  ])("%s", async (_what, bytes, code, sentence) => {
    const refused: unknown = await collectRows(bytes, { limits }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "AppError", code });
    expect(String(refused)).toContain(sentence);
  });

  it("2 GB, before a byte is read", async () => {
    const large = await mkdtemp(join(folder, "large-list-"));
    try {
      const path = join(large, "list.csv");
      await writeFile(path, "name,address\n");
      await truncate(path, 2_000_000_000);
      const started = performance.now();
      await expect(openTable(path)).rejects.toMatchObject({
        code: "file_too_large",
        message: "The file has 2 GB; at most 50.0 MB are read.",
      });
      expect(performance.now() - started).toBeLessThan(1_000);
    } finally {
      await rm(large, { recursive: true });
    }
  });

  it("no file, and a folder", async () => {
    await expect(openTable(join(tmpdir(), "no-such-list.csv"))).rejects.toMatchObject({
      code: "file_missing",
    });
    await expect(openTable(tmpdir())).rejects.toMatchObject({ code: "file_not_readable" });
  });

  it("too many rows, too much time, too much memory", async () => {
    const list = plantZip(plantXlsxParts([{ name: "S", rows }]));
    const refuse = (more: Partial<typeof defaultLimits>): Promise<unknown> =>
      collectRows(list, { limits: { ...defaultLimits, ...more } }).catch((error: unknown) => error);
    expect(await refuse({ maxRows: 2 })).toMatchObject({ code: "file_too_large" });
    expect(await refuse({ maxMilliseconds: 1 })).toMatchObject({ code: "file_takes_too_much" });
    expect(await refuse({ heapMegabytes: 4 })).toMatchObject({ code: "file_takes_too_much" });
    await expect(
      collectRows("a,b\n".repeat(20), { limits: { ...defaultLimits, maxRows: 10 } }),
    ).rejects.toMatchObject({ code: "file_too_large" });
  });

  it("leaves nothing behind", async () => {
    await expect(collectRows(plantZip(book).subarray(0, 900))).rejects.toThrow("too early");
    expect(readdirSync(folder)).toEqual([]);
  });
});

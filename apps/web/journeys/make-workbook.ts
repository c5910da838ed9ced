/** Makes an XLSX as small as one can be: sheets of text cells, stored uncompressed. */
import { crc32 } from "node:zlib";

export interface SheetOfText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** References of cells that are one, such as `A1:D1`. */
  readonly merges?: readonly string[];
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function sheetPart({ rows, merges = [] }: SheetOfText): string {
  const cells = (row: readonly string[], number: number): string =>
    row
      .map((text, column) =>
        text === ""
          ? ""
          : `<c r="${String.fromCharCode(65 + column)}${number}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
      )
      .join("");
  const data = rows
    .map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`)
    .join("");
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `${start}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${
    merged === "" ? "" : `<mergeCells count="${merges.length}">${merged}</mergeCells>`
  }</worksheet>`;
}

/** Stores the parts of a package uncompressed. */
export function zip(parts: readonly (readonly [string, string])[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, text] of parts) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const piece = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, name, bytes]);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002");
    entry.writeUInt16LE(20, 4);
    fields.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    local.push(piece);
    central.push(entry, name);
    at += piece.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

/** The file. */
export function makeWorkbook(sheets: readonly SheetOfText[]): Buffer {
  const each = (make: (sheet: SheetOfText, number: number) => string): string =>
    sheets.map((sheet, index) => make(sheet, index + 1)).join("");
  return zip([
    [
      "[Content_Types].xml",
      `${start}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kind}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${start}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((sheet, number) => `<sheet name="${escape(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${start}<Relationships xmlns="${packaged}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}</Relationships>`,
    ],
    ...sheets.map(
      (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet)] as const,
    ),
  ]);
}

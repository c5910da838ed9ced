/**
 * For tests and measurements only: writes small and large workbooks part by part, sound ones and such as no program
 * would write. Needs nothing that the readers use, so that a fault is not made twice.
 */
import { crc32, deflateRawSync } from "node:zlib";

/** A part of a ZIP. What is stated may lie about what is there. */
export interface PlantedPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly statedSize?: number;
  readonly flags?: number;
  /** Points at the data of an earlier part instead of its own. */
  readonly sharesDataWith?: number;
  readonly statedChecksum?: number;
}

/** Packs parts into a ZIP. */
export function plantZip(parts: readonly PlantedPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const packedSizes: number[] = [];
  for (const [index, part] of parts.entries()) {
    const name = Buffer.from(part.name);
    const bytes = Buffer.from(part.bytes);
    const packed = part.stored === true ? bytes : deflateRawSync(bytes, { level: 1 });
    const shared = part.sharesDataWith;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(part.flags ?? 0x800, 6);
    header.writeUInt16LE(part.stored === true ? 0 : 8, 8);
    header.writeUInt32LE(part.statedChecksum ?? crc32(bytes), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(part.statedSize ?? bytes.length, 22);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    header.copy(entry, 6, 4, 30);
    offsets[index] = shared === undefined ? at : (offsets[shared] ?? 0);
    packedSizes[index] = shared === undefined ? packed.length : (packedSizes[shared] ?? 0);
    entry.writeUInt32LE(packedSizes[index] ?? 0, 20);
    entry.writeUInt32LE(offsets[index] ?? 0, 42);
    directory.push(entry, name);
    if (shared !== undefined) continue;
    pieces.push(header, name, packed);
    at += header.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** A sheet to write. `rows` may be made on the way. */
export interface PlantedSheet {
  readonly name: string;
  readonly rows: Iterable<readonly (string | number | null)[]>;
  readonly hidden?: boolean;
  /** XLSX only: references such as `A2:A4`. */
  readonly merges?: readonly string[];
}

/** Text as it may stand between tags and in attributes. */
function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetMl = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packaging = "http://schemas.openxmlformats.org/package/2006/relationships";

function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

/** Parts of an XLSX: shared strings as Excel writes them, number format 1 a date and 2 five digits. */
export function plantXlsxParts(sheets: readonly PlantedSheet[]): PlantedPart[] {
  const strings = new Map<string, number>();
  const written = sheets.map((sheet) => {
    const pieces: string[] = [`${declaration}<worksheet xmlns="${sheetMl}"><sheetData>`];
    let row = 0;
    for (const cells of sheet.rows) {
      row += 1;
      if (cells.length === 0) continue;
      pieces.push(`<row r="${row}">`);
      cells.forEach((cell, column) => {
        if (cell === null) return;
        const place = `${columnLetters(column)}${row}`;
        if (typeof cell === "number") {
          pieces.push(`<c r="${place}"><v>${cell}</v></c>`);
          return;
        }
        let index = strings.get(cell);
        if (index === undefined) {
          index = strings.size;
          strings.set(cell, index);
        }
        pieces.push(`<c r="${place}" t="s"><v>${index}</v></c>`);
      });
      pieces.push("</row>");
    }
    const merges = sheet.merges ?? [];
    pieces.push("</sheetData>");
    if (merges.length > 0)
      pieces.push(
        `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
      );
    pieces.push("</worksheet>");
    return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  });
  const list = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.hidden === true ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const texts = [...strings.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  );
  const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return [
    {
      name: "[Content_Types].xml",
      bytes: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      bytes: `${declaration}<Relationships xmlns="${packaging}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      bytes: `${declaration}<workbook xmlns="${sheetMl}" xmlns:r="${office}"><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      bytes: `${declaration}<Relationships xmlns="${packaging}">${relations.join("")}<Relationship Id="rId901" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId902" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: "xl/styles.xml",
      bytes: `${declaration}<styleSheet xmlns="${sheetMl}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    {
      name: "xl/sharedStrings.xml",
      bytes: Buffer.concat([
        Buffer.from(`${declaration}<sst xmlns="${sheetMl}">`),
        ...texts.map((text) => Buffer.from(text)),
        Buffer.from("</sst>"),
      ]),
    },
    ...written.map((bytes, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, bytes })),
  ];
}

const openDocument = "urn:oasis:names:tc:opendocument:xmlns";

/** A row of an ODS with cells as LibreOffice writes them. */
export function odsRow(cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell) => {
    if (cell === null) return "<table:table-cell/>";
    if (typeof cell === "number")
      return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
    // OpenDocument folds blanks; those that count are elements.
    const lines = cell.split("\n").map((line) => {
      const text = escapeXml(line).replace(
        / {2,}|^ | $/gu,
        (blanks) => `<text:s text:c="${blanks.length}"/>`,
      );
      return `<text:p>${text}</text:p>`;
    });
    return `<table:table-cell office:value-type="string">${lines.join("")}</table:table-cell>`;
  });
  return `<table:table-row>${written.join("")}</table:table-row>`;
}

/** Parts of an ODS. `tables`: what stands in `office:spreadsheet`, else the sheets as they are. */
export function plantOdsParts(
  sheets: readonly PlantedSheet[],
  tables?: string,
  manifest = "",
): PlantedPart[] {
  const pieces: Buffer[] = [
    Buffer.from(
      `${declaration}<office:document-content xmlns:office="${openDocument}:office:1.0" xmlns:table="${openDocument}:table:1.0" xmlns:text="${openDocument}:text:1.0" xmlns:style="${openDocument}:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`,
    ),
  ];
  if (tables !== undefined) pieces.push(Buffer.from(tables));
  else
    for (const sheet of sheets) {
      pieces.push(
        Buffer.from(
          `<table:table table:name="${escapeXml(sheet.name)}" table:style-name="${sheet.hidden === true ? "ta2" : "ta1"}">`,
        ),
      );
      for (const cells of sheet.rows) pieces.push(Buffer.from(odsRow(cells)));
      pieces.push(
        Buffer.from(
          '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
        ),
      );
    }
  pieces.push(Buffer.from("</office:spreadsheet></office:body></office:document-content>"));
  return [
    { name: "mimetype", bytes: "application/vnd.oasis.opendocument.spreadsheet", stored: true },
    { name: "content.xml", bytes: Buffer.concat(pieces) },
    {
      name: "META-INF/manifest.xml",
      bytes: `${declaration}<manifest:manifest xmlns:manifest="${openDocument}:manifest:1.0"><manifest:file-entry manifest:full-path="/">${manifest}</manifest:file-entry></manifest:manifest>`,
    },
  ];
}

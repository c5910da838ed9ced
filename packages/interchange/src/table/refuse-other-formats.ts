/** Tells a list from what is none, by what the file holds and not by what it is called. */
import { TableFault } from "./table-fault.ts";

const notAList = (sentence: string): TableFault => new TableFault("file_not_a_list", sentence);
const oldFormat = (sentence: string): TableFault => new TableFault("file_old_format", sentence);

/** First bytes of what is neither text nor a ZIP, as Latin-1. */
const heads: readonly (readonly [head: string, what: string])[] = [
  ["\x89PNG", "a picture"],
  ["\xFF\xD8\xFF", "a picture"],
  ["GIF8", "a picture"],
  ["II*\0", "a picture"],
  ["MM\0*", "a picture"],
  ["RIFF", "a picture or a recording"],
  ["Rar!", "an archive"],
  ["7z\xBC\xAF", "an archive"],
  ["\x1F\x8B", "an archive"],
  ["BZh", "an archive"],
  ["\xFD7zXZ", "an archive"],
  ["(\xB5/\xFD", "an archive"],
  ["SQLite format 3", "a database"],
  ["PAR1", "a data file (Parquet)"],
  ["\x7FELF", "a program"],
  ["MZ\x90", "a program"],
];

/** Names of streams in an OLE file, as its directory holds them (UTF-16LE). */
function holdsStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(name, "utf16le"));
}

/** An OLE file: an old Excel file, a new one behind a password, or another program's document. */
function refuseOle(head: Buffer, directory: Buffer): never {
  const has = (name: string): boolean => holdsStream(head, name) || holdsStream(directory, name);
  if (has("EncryptedPackage") || has("EncryptionInfo"))
    throw new TableFault("file_protected", "The spreadsheet is protected with a password.");
  if (has("WordDocument")) throw notAList("This is a Word document (.doc), not a list.");
  if (has("PowerPoint Document")) throw notAList("This is a presentation (.ppt), not a list.");
  throw oldFormat("This is an Excel file of the format before 2007 (.xls).");
}

/** Where the directory of an OLE file begins, from its header; 0 when the header does not say. */
export function oleDirectoryOffset(head: Buffer): number {
  if (head.length < 52 || head.readUInt32LE(0) !== 0xe011cfd0) return 0;
  const sectorShift = head.readUInt16LE(30);
  const sector = head.readUInt32LE(48);
  return sectorShift >= 7 && sectorShift <= 12 ? (sector + 1) * 2 ** sectorShift : 0;
}

/**
 * Refuses by the first bytes what is neither a ZIP nor text. `directory`: what stands at {@link oleDirectoryOffset}.
 *
 * @throws TableFault `file_not_a_list`, `file_old_format`, `file_protected`.
 */
export function refuseByHead(head: Buffer, directory: Buffer): void {
  if (head.length >= 8 && head.readUInt32LE(0) === 0xe011cfd0) refuseOle(head, directory);
  // Excel 2 to 4 wrote their records without an OLE file around them.
  if (head[0] === 0x09 && [0, 2, 4].includes(head[1] ?? -1) && [4, 6].includes(head[2] ?? -1))
    throw oldFormat("This is an Excel file of the format before 1995 (.xls).");
  const start = head.toString("latin1", 0, 1_024);
  if (start.slice(0, 1_024).includes("%PDF-"))
    throw notAList("This is a PDF. Ask for the list as a spreadsheet, or paste its text.");
  if (/^.{4}ftyp(?:hei|mif|avif)/su.test(start)) throw notAList("This is a picture, not a list.");
  for (const [bytes, what] of heads)
    if (start.startsWith(bytes)) throw notAList(`This is ${what}, not a list.`);
}

function looksBinary(sample: string): boolean {
  // Control characters other than tab, line feed, form feed and carriage return do not stand in lists.
  let odd = 0;
  for (const sign of sample)
    if ((sign < " " && !"\t\n\f\r".includes(sign)) || sign === "\uFFFD")
      odd += sign === "\0" ? 5 : 1;
  return odd / Math.max(1, sample.length) > 0.02;
}

/**
 * Refuses text that is markup, data for programs, or no text at all. `sample`: its beginning, decoded.
 *
 * @throws TableFault `file_not_a_list`, `file_old_format`, `file_not_readable`.
 */
export function refuseOtherText(sample: string): void {
  const start = sample.slice(0, 20_000);
  const first = start.trimStart().slice(0, 4_000);
  const lower = first.toLowerCase();
  if (lower.startsWith("<?xml") || lower.startsWith("<workbook")) {
    if (lower.includes("schemas-microsoft-com:office:spreadsheet"))
      throw oldFormat("This is a spreadsheet as XML of 2003.");
    if (lower.includes("opendocument")) throw oldFormat("This is a flat spreadsheet (.fods).");
    throw notAList("This is XML, not a list.");
  }
  if (
    /^(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|table|meta|style|div|script|svg)\b/su.test(
      lower,
    )
  )
    throw notAList("This is a web page, whatever its name says.");
  if (lower.startsWith("mime-version:"))
    throw notAList("This is a web archive or an e-mail, not a list.");
  if (lower.startsWith("{\\rtf"))
    throw notAList("This is a text document (RTF). Paste its text instead.");
  if (/^(?:\{\s*(?:"|\}\s*$)|\[\s*(?:[{[\]"]|-?\d+\s*[,\]]))/u.test(first))
    throw notAList("This is data for programs (JSON), not a list.");
  if (lower.startsWith("%!ps")) throw notAList("This is a print file, not a list.");
  if (looksBinary(start))
    throw new TableFault("file_not_readable", "This is neither text nor a spreadsheet.");
}

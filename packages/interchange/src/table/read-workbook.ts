/** Reads a workbook: tells by its parts what it is, refuses what is no list, and hands every row to the sink. */
import type { DisclosureLimits } from "../disclosure/limits.ts";
import type { ZipInput, ZipParts } from "./open-zip.ts";
import { openZip } from "./open-zip.ts";
import { readOds } from "./read-ods.ts";
import { readSharedStrings } from "./read-string-table.ts";
import { readXlsxBook } from "./read-xlsx-parts.ts";
import { readXlsxSheet } from "./read-xlsx-sheet.ts";
import type { RowSink } from "./row-sink.ts";
import { TableFault, damaged } from "./table-fault.ts";

/** Other documents that are ZIP files, by a part that only they have. */
const others: readonly (readonly [part: RegExp, what: string])[] = [
  [/^word\/document\d*\.xml$/iu, "a Word document (.docx)"],
  [/^ppt\/presentation\.xml$/iu, "a presentation (.pptx)"],
  [/^visio\/document\.xml$/iu, "a drawing (.vsdx)"],
  [/^index\/document\.iwa$|^index\.zip$/iu, "a document of Apple's Numbers, Pages or Keynote"],
  [/^meta-inf\/container\.xml$/iu, "a book (.epub)"],
  [/^androidmanifest\.xml$|^meta-inf\/manifest\.mf$/iu, "a program"],
];

function refuseOtherZip(zip: ZipParts): never {
  for (const [part, what] of others)
    if (zip.names.some((name) => part.test(name)))
      throw new TableFault("file_not_a_list", `This is ${what}, not a list.`);
  const files = zip.names.filter((name) => !name.endsWith("/"));
  const first = files[0];
  if (first === undefined)
    throw new TableFault("file_empty", "This is a ZIP archive with nothing in it.");
  throw new TableFault(
    "file_not_a_list",
    files.length === 1
      ? `This is a ZIP archive. Unpack it and send the file in it, '${first.slice(0, 80)}'.`
      : `This is a ZIP archive of ${files.length.toLocaleString("en")} files. Unpack it and send the list by itself.`,
  );
}

const macros = new TableFault("file_has_macros", "The workbook carries macros.");

async function readXlsx(zip: ZipParts, limits: DisclosureLimits, sink: RowSink): Promise<void> {
  if (zip.names.some((name) => /(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//iu.test(name)))
    throw macros;
  const types = await zip.text("[Content_Types].xml");
  if (/macroEnabled/iu.test(types))
    throw new TableFault(
      "file_has_macros",
      "This is a workbook of the kind that carries macros (.xlsm).",
    );
  const book = await readXlsxBook(zip);
  const strings = await readSharedStrings(zip, book.strings);
  for (const sheet of book.sheets) await readXlsxSheet(zip, book, sheet, strings, limits, sink);
}

async function refuseSealedOds(zip: ZipParts): Promise<void> {
  if (zip.names.some((name) => /^basic\/.+\/(?!script-l[bc]\.xml)[^/]+\.xml$/iu.test(name)))
    throw macros;
  const manifest = zip.has("META-INF/manifest.xml") ? await zip.text("META-INF/manifest.xml") : "";
  if (/<(?:\w+:)?encryption-data\b/u.test(manifest) || zip.has("encrypted-package"))
    throw new TableFault("file_protected", "The spreadsheet is protected with a password.");
}

/**
 * Reads every sheet of an XLSX or ODS. Runs where a hostile file may do harm: in a process of its own.
 *
 * @throws TableFault `file_not_a_list`, `file_old_format`, `file_protected`, `file_has_macros`, `file_damaged`,
 *   `file_empty`, `file_too_large`, `file_unpacks_too_large`, `file_takes_too_much`.
 */
export async function readWorkbook(
  input: ZipInput,
  limits: DisclosureLimits,
  sink: RowSink,
): Promise<"xlsx" | "ods"> {
  const zip = await openZip(input, limits.maxUnpackedBytes);
  try {
    if (zip.has("mimetype")) {
      const type = (await zip.text("mimetype", 1_000)).trim();
      if (/opendocument\.spreadsheet/u.test(type)) {
        await refuseSealedOds(zip);
        await readOds(zip, limits, sink);
        return "ods";
      }
      if (/opendocument/u.test(type))
        throw new TableFault(
          "file_not_a_list",
          "This is an OpenDocument text or drawing, not a list.",
        );
      refuseOtherZip(zip);
    }
    if (zip.names.some((name) => /^xl\/workbook\d*\.bin$/iu.test(name)))
      throw new TableFault("file_old_format", "This is a binary spreadsheet (.xlsb).");
    if (!zip.has("[Content_Types].xml")) refuseOtherZip(zip);
    if (!zip.names.some((name) => /^xl\//iu.test(name))) refuseOtherZip(zip);
    await readXlsx(zip, limits, sink);
    return "xlsx";
  } catch (error) {
    // Limits of the engine met by a file that nests or repeats something beyond reason.
    if (error instanceof RangeError)
      throw damaged("The file is damaged: it repeats something beyond reason.");
    throw error;
  } finally {
    zip.close();
  }
}

/** The one door: reads a disclosure from bytes, text or a form, by what it holds and not by what it is called. */
import { readFile, stat } from "node:fs/promises";
import type { ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { recogniseCountry } from "../country/recognise-country.ts";
import { decodeText } from "./decode-text.ts";
import { findColumns } from "./find-columns.ts";
import { recogniseHeading } from "./headings.ts";
import { defaultLimits } from "./limits.ts";
import type { DisclosureLimits } from "./limits.ts";
import { hasLegalForm } from "./legal-forms.ts";
import { detectDelimiter, parseDelimited } from "./parse-delimited.ts";
import type { GridRow } from "./parse-delimited.ts";
import { readForm } from "./read-form.ts";
import { longestLabel, readLabelText } from "./read-label-text.ts";
import { readTable } from "./read-table.ts";
import { readXlsx } from "./read-xlsx.ts";

/** What can be read: a file's bytes, pasted text, or the places of a form. */
export type DisclosureInput =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly fileName?: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "form"; readonly places: unknown };

const introductions =
  /\b(?:manufactured|made|produced|assembled|packed|imported|hergestellt|fabriqu\S+|fabricado|vervaardigd|tillverkad)\s+(?:by|in|at|von|in|par|por|door|av)\b|\b(?:one|any)\s+of\s+the\b|(?:manufacturer|importer|packer|hersteller|fabricant)s?\s*[:：]|(?:制造商|生产商|生产企业|工厂)[:：]|以下|下列/iu;

function refuseTooLarge(size: number, limit: number): never {
  throw new AppError(
    "file_too_large",
    `The file has ${(size / 1e6).toFixed(1)} MB; at most ${Math.round(limit / 1e6)} MB are read.`,
  );
}

function countLines(text: string): number {
  return text.trim().split(/\r\n|\n|\r/u).length;
}

function asForm(text: string): ReadDisclosure | null {
  if (!/^\s*\[\s*\{/u.test(text)) return null;
  try {
    return readForm(JSON.parse(text));
  } catch (error) {
    if (error instanceof AppError) throw error;
    return null;
  }
}

/** What is known of a text before it is read. */
export interface TextOrigin {
  /** Notes to put before the reader's own. */
  readonly notes?: readonly string[];
  /** It came in a file named as a table (`.csv`, `.tsv`): whatever its headings, it is no label. */
  readonly namedTable?: boolean;
}

/**
 * True when every line divides into the same columns and none of them names a place: a table, if of something else.
 * A comma with a blank behind it is punctuation.
 */
function isRegularTable(rows: readonly GridRow[], delimiter: string): boolean {
  const width = rows[0]?.cells.length ?? 0;
  return (
    rows.length > 1 &&
    width > 1 &&
    rows.every(({ cells }) => cells.length === width) &&
    (delimiter !== "," ||
      !rows.some(({ cells }) => cells.slice(1).some((one) => /^\s/u.test(one)))) &&
    !rows.some(({ cells }) =>
      cells.some((one) => hasLegalForm(one) || (one.length > 2 && recogniseCountry(one) !== null)),
    )
  );
}

/**
 * Reads text: a table when its name, headings or columns say so, otherwise a label.
 *
 * @throws AppError `file_empty`, `file_too_large`, `columns_not_recognised`, `input_invalid` (a JSON form).
 * @example readDisclosureText("Made by one of these: 1. Foo Ltd, 1 Road, Leeds, UK 2. Bar Ltd, 2 Road, York, UK").alternatives; // true
 */
export function readDisclosureText(
  text: string,
  limits: DisclosureLimits = defaultLimits,
  { notes = [], namedTable = false }: TextOrigin = {},
): ReadDisclosure {
  if (text.length > limits.maxTextLength) refuseTooLarge(text.length, limits.maxTextLength);
  const plain = text.replace(/^\uFEFF/u, "");
  if (plain.trim() === "") throw new AppError("file_empty");
  const form = asForm(plain);
  if (form !== null) return form;
  const lines = countLines(plain);
  const firstLine = (plain.split(/[\r\n]/u, 1)[0] ?? "").trim();
  const oneColumn = !/[:：]$/u.test(firstLine) && recogniseHeading(firstLine)?.field === "name";
  const delimiter = detectDelimiter(plain) ?? (oneColumn || namedTable ? "," : null);
  if (delimiter !== null) {
    const { rows, unquoted } = parseDelimited(plain, delimiter);
    if (rows.length > limits.maxRows)
      throw new AppError(
        "file_too_large",
        `The list has more than ${limits.maxRows} rows. Split it.`,
      );
    const columns = findColumns(rows);
    const certain = columns !== null && columns.inferred.length === 0;
    if (certain || !introductions.test(plain.slice(0, 2_000))) {
      const steady =
        columns !== null &&
        (certain || lines > 1) &&
        (certain || delimiter !== "," || rows.length >= 3);
      if (steady)
        return readTable(
          rows,
          "csv",
          unquoted
            ? [
                ...notes,
                "A quotation mark was opened and never closed; quotation marks were read as ordinary signs.",
              ]
            : notes,
        );
      if (namedTable || plain.length > longestLabel || isRegularTable(rows, delimiter))
        return readTable(rows, "csv", notes);
    }
  }
  const label = readLabelText(plain);
  return notes.length === 0 ? label : { ...label, notes: [...notes, ...label.notes] };
}

/** First bytes of PNG, JPEG, GIF, RAR, 7-Zip and gzip. */
const picturesAndArchives = ["\x89PNG", "\xFF\xD8\xFF", "GIF8", "Rar!", "7z\xBC\xAF", "\x1F\x8B"];

function refuseOtherFormats(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (head.startsWith("\xD0\xCF\x11\xE0"))
    throw new AppError(
      "file_not_readable",
      "This is an old Excel file (.xls) or a spreadsheet protected with a password.",
    );
  if (head.startsWith("%PDF"))
    throw new AppError(
      "file_not_readable",
      "This is a PDF. Ask for the list as a spreadsheet, or paste its text.",
    );
  if (picturesAndArchives.some((start) => head.startsWith(start)))
    throw new AppError("file_not_readable", "This is a picture or an archive, not a list.");
  const text = head.trimStart().toLowerCase();
  if (text.startsWith("<?xml") || text.startsWith("<html") || text.startsWith("<!doct"))
    throw new AppError("file_not_readable", "This is a web page or XML, not a list.");
  if (text.startsWith("{\\rtf"))
    throw new AppError(
      "file_not_readable",
      "This is a text document (RTF). Paste its text instead.",
    );
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // Control characters other than tab, line feed, form feed and carriage return do not stand in lists.
  let odd = 0;
  for (const sign of sample) if (sign < " " && !"\t\n\f\r".includes(sign)) odd += 1;
  return sample.includes("\0") || odd / Math.max(1, sample.length) > 0.02;
}

/**
 * Reads a disclosure. Every row ends accepted, corrected (what and why) or rejected (why, and what to do), and the
 * counts add up.
 *
 * @throws AppError `file_too_large`, `file_empty`, `file_not_readable`, `columns_not_recognised`, `input_invalid`.
 * @example await readDisclosure({ kind: "text", text: "Manufacturer: Foo Ltd, 1 Road, Leeds, UK" });
 */
export async function readDisclosure(
  input: DisclosureInput,
  limits: DisclosureLimits = defaultLimits,
): Promise<ReadDisclosure> {
  if (input.kind === "form") return readForm(input.places);
  if (input.kind === "text") return readDisclosureText(input.text, limits);
  const { bytes } = input;
  if (bytes.length > limits.maxBytes) refuseTooLarge(bytes.length, limits.maxBytes);
  if (bytes.length === 0) throw new AppError("file_empty");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8)
    return readXlsx(bytes, limits);
  refuseOtherFormats(bytes);
  const { text, encoding, guessed } = decodeText(bytes);
  if (looksBinary(text))
    throw new AppError("file_not_readable", "This is not a text file or spreadsheet.");
  return readDisclosureText(text, limits, {
    notes: guessed
      ? [
          `The encoding is not stated and was taken to be ${encoding}; please check accented letters.`,
        ]
      : [],
    namedTable: /\.(?:csv|tsv)$/iu.test(input.fileName ?? ""),
  });
}

/**
 * Reads a disclosure from a file on disk; its size is checked before it is read. `fileName` is what it was called
 * before it came to lie at `path`.
 *
 * @throws AppError `not_found` when there is no such file, and what {@link readDisclosure} throws.
 */
export async function readDisclosureFile(
  path: string,
  limits: DisclosureLimits = defaultLimits,
  fileName: string = path,
): Promise<ReadDisclosure> {
  let bytes: Uint8Array;
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new AppError("file_not_readable", `'${path}' is not a file.`);
    if (about.size > limits.maxBytes) refuseTooLarge(about.size, limits.maxBytes);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("not_found", `There is no file '${path}' that can be read.`);
  }
  return readDisclosure({ kind: "file", bytes, fileName }, limits);
}

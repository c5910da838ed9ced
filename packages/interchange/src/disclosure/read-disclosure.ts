/** The one door: reads a disclosure from bytes, text or a form, by what it holds and not by what it is called. */
import { readFile, stat } from "node:fs/promises";
import type { GridRow, ReadDisclosure } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { recogniseCountry } from "../country/recognise-country.ts";
import type { Delimiter } from "../table/detect-delimiter.ts";
import { detectDelimiter } from "../table/detect-delimiter.ts";
import { decodeSample, detectEncoding } from "../table/detect-encoding.ts";
import { findColumns } from "../table/find-columns.ts";
import { isZip } from "../table/open-table.ts";
import { parseDelimited } from "../table/read-delimited.ts";
import { recogniseHeading } from "../table/recognise-heading.ts";
import {
  oleDirectoryOffset,
  refuseByHead,
  refuseOtherText,
} from "../table/refuse-other-formats.ts";
import { toAppError } from "../table/to-app-error.ts";
import { defaultLimits } from "./limits.ts";
import type { DisclosureLimits } from "./limits.ts";
import { hasLegalForm } from "./legal-forms.ts";
import { readForm } from "./read-form.ts";
import { longestLabel, readLabelText } from "./read-label-text.ts";
import { readTable } from "./read-table.ts";
import { readWorkbookSheet } from "./read-workbook-sheet.ts";

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

function parseRows(
  text: string,
  delimiter: Delimiter,
  limits: DisclosureLimits,
): { rows: GridRow[]; notes: string[] } {
  try {
    return parseDelimited(text, delimiter, limits);
  } catch (error) {
    throw toAppError(error);
  }
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
    const parsed = parseRows(plain, delimiter, limits);
    const { rows } = parsed;
    const said = [...notes, ...parsed.notes];
    const columns = findColumns(rows);
    const certain = columns !== null && columns.inferred.length === 0;
    if (certain || !introductions.test(plain.slice(0, 2_000))) {
      const steady =
        columns !== null &&
        (certain || lines > 1) &&
        (certain || delimiter !== "," || rows.length >= 3);
      if (steady) return readTable(rows, "csv", said);
      if (namedTable || plain.length > longestLabel || isRegularTable(rows, delimiter))
        return readTable(rows, "csv", said);
    }
  }
  const label = readLabelText(plain);
  return notes.length === 0 ? label : { ...label, notes: [...notes, ...label.notes] };
}

/** Text of a file that is no workbook, after refusing what is no text. */
function decodeFile(bytes: Uint8Array): { text: string; notes: string[] } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = oleDirectoryOffset(head);
  try {
    refuseByHead(head.subarray(0, 65_536), head.subarray(directory, directory + 65_536));
    const { encoding, guessed } = detectEncoding(bytes);
    const text = decodeSample(bytes, encoding);
    if (asForm(text) === null) refuseOtherText(text);
    return {
      text,
      notes: guessed
        ? [
            `The encoding is not stated and was taken to be ${encoding}; please check accented letters.`,
          ]
        : [],
    };
  } catch (error) {
    throw toAppError(error);
  }
}

/**
 * Reads a disclosure. Every row ends accepted, corrected (what and why) or rejected (why, and what to do), and the
 * counts add up.
 *
 * @throws AppError as `openTable` says; `columns_not_recognised`, `input_invalid`.
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
  if (isZip(bytes)) return readWorkbookSheet(bytes, limits);
  const { text, notes } = decodeFile(bytes);
  return readDisclosureText(text, limits, {
    notes,
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

/**
 * Taking in a list: from a file or pasted text to rows that somebody has looked at.
 *
 * - **sheet**: one table of the source; **grid row**: its cells as they stand, numbered as the source numbers them.
 * - **column mapping**: which row holds the headings and what each column holds; proposed, confirmed by a person, remembered.
 * - **finding**: what one check noticed in one row or list; **correction**: what it changed by itself, which can be undone.
 * - **row decision**: what a person decided about one row: corrections undone, cells edited, the row left out.
 */
import { z } from "zod";
import { DisclosureRow } from "./disclosure-rows.ts";

/** What a column of a list can hold. */
export const listFields = [
  "name",
  "address",
  "street",
  "city",
  "region",
  "postcode",
  "country",
  "latitude",
  "longitude",
  "osId",
  "product",
  "partNumber",
  "component",
  "tier",
  "kind",
  "validFrom",
  "validTo",
  "workers",
] as const;
export const ListField = z.enum(listFields);
export type ListField = z.infer<typeof ListField>;

/** Languages headings are recognised in; `oshub` is the upload template of Open Supply Hub. */
export const headingLanguages = ["en", "de", "fr", "es", "nl", "sv", "zh", "oshub"] as const;
export const HeadingLanguage = z.enum(headingLanguages);
export type HeadingLanguage = z.infer<typeof HeadingLanguage>;

/** One sheet of the source. `rows` counts filled rows, `columns` the widest. */
export const SheetAbout = z.strictObject({
  index: z.int().nonnegative(),
  name: z.string(),
  hidden: z.boolean(),
  rows: z.int().nonnegative(),
  columns: z.int().nonnegative(),
});
export type SheetAbout = z.infer<typeof SheetAbout>;

/** A filled row of a sheet. `row` counts from 1 in the source. `changes`: what reading had to do, in sentences. */
export const GridRow = z.strictObject({
  row: z.int().positive(),
  cells: z.array(z.string()),
  changes: z.array(z.string()).optional(),
});
export type GridRow = z.infer<typeof GridRow>;

/** Which sheet is read, where its headings stand and what its columns hold. Columns that are not named are not read. */
export const ColumnMapping = z.strictObject({
  sheet: z.int().nonnegative(),
  /** Row number of the headings in the source; `null` when there are none. */
  headerRow: z.int().positive().nullable(),
  columns: z.array(z.strictObject({ index: z.int().nonnegative(), field: ListField })),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** A proposed mapping of one sheet with what a person needs to confirm it. */
export const ColumnProposal = z.strictObject({
  mapping: ColumnMapping,
  columns: z.array(
    z.strictObject({
      index: z.int().nonnegative(),
      title: z.string(),
      field: ListField.nullable(),
      /** How the field was found. `remembered`: confirmed before for a list of this supplier with the same headings. */
      from: z.enum(["heading", "remembered", "contents", "none"]),
      language: HeadingLanguage.nullable(),
      examples: z.array(z.string()).max(5),
    }),
  ),
  /** Title rows above the headings, fields that are missing, in sentences. */
  notes: z.array(z.string()),
  /** True when every needed field was found by heading or memory, so that nobody need confirm. */
  certain: z.boolean(),
});
export type ColumnProposal = z.infer<typeof ColumnProposal>;

export const findingSeverities = ["error", "warning", "note"] as const;
export const FindingSeverity = z.enum(findingSeverities);
export type FindingSeverity = z.infer<typeof FindingSeverity>;

/** What one check noticed. `error`: the row is rejected unless mended. `warning`: look at it. `note`: for information. */
export const Finding = z.strictObject({
  /** Code of the check; the catalogue in interchange holds title, what to do and the peer's code. */
  check: z.string(),
  severity: FindingSeverity,
  field: ListField.nullable(),
  message: z.string(),
  whatToDo: z.string(),
  /** What was changed by itself; undoing it leaves the cell as it stood. */
  correction: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
  /** Another row it speaks about (duplicates). */
  otherRow: z.int().positive().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** What a person decided about one row. Empty: nothing. */
export const RowDecision = z.strictObject({
  /** Codes of checks whose correction is undone. */
  undo: z.array(z.string()).max(60),
  /** Cells typed anew; they stand in for what the source says. */
  edits: z.partialRecord(ListField, z.string().max(2000)),
  /** The person leaves the row out; it is counted as rejected with that reason. */
  leaveOut: z.boolean(),
});
export type RowDecision = z.infer<typeof RowDecision>;

/** A row after its checks. */
export const CheckedRow = DisclosureRow.extend({
  findings: z.array(Finding),
  partNumber: z.string().nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  workers: z.int().nonnegative().nullable(),
});
export type CheckedRow = z.infer<typeof CheckedRow>;

/** Proposes what the columns of a sheet hold, with what a person needs to confirm it; and which sheet to read. */
import { createHash } from "node:crypto";
import type {
  ColumnMapping,
  ColumnProposal,
  GridRow,
  ListField,
  SheetAbout,
} from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";
import { isRejectTitle } from "../list/reject-titles.ts";
import { findColumns } from "./find-columns.ts";
import type { FoundColumns } from "./find-columns.ts";
import { filledCells } from "./infer-columns.ts";
import { sayColumns } from "./say-columns.ts";

const mostExamples = 5;
const longestExample = 120;
const places: readonly ListField[] = ["address", "street", "city", "postcode"];

function unreadable(sheet: SheetAbout): FoundColumns {
  return {
    header: -1,
    top: -1,
    at: new Map(),
    titles: [],
    inferred: [],
    languages: new Map(),
    doubts: [
      `No column of the sheet '${sheet.name}' could be told to hold names of sites. Please say which column holds what.`,
    ],
  };
}

/** Columns of a remembered mapping that are still there; `null` when one is not. */
function recall(
  sheet: SheetAbout,
  remembered: ColumnMapping | null,
): Map<ListField, number> | null {
  if (remembered === null || remembered.columns.length === 0) return null;
  if (remembered.columns.some(({ index }) => index >= sheet.columns)) return null;
  return new Map(remembered.columns.map(({ index, field }) => [field, index]));
}

/**
 * Proposes the columns of one sheet. `head`: its first filled rows, up to 300. `remembered`: what a person confirmed
 * before for a list of this supplier whose {@link mappingFingerprint} is the same; it then goes before headings and
 * contents, and the heading row is found anew, since title rows come and go.
 *
 * @example proposeColumns(source.sheets[0], head, null).certain; // true when nobody need confirm
 */
export function proposeColumns(
  sheet: SheetAbout,
  head: readonly GridRow[],
  remembered: ColumnMapping | null,
): ColumnProposal {
  const found = findColumns(head) ?? unreadable(sheet);
  const recalled = recall(sheet, remembered);
  const at = recalled ?? found.at;
  const body = head.slice(found.header + 1);
  const fieldOf = new Map([...at].map(([field, column]) => [column, field]));
  const inferred = new Set(recalled === null ? found.inferred : []);
  const width = Math.max(sheet.columns, found.titles.length);
  const columns = Array.from({ length: width }, (_, index) => {
    const field = fieldOf.get(index) ?? null;
    const from =
      field === null
        ? ("none" as const)
        : recalled !== null
          ? ("remembered" as const)
          : inferred.has(field)
            ? ("contents" as const)
            : ("heading" as const);
    return {
      index,
      title: found.titles[index] ?? "",
      field,
      from,
      language: from === "heading" ? (found.languages.get(index) ?? null) : null,
      examples: [...new Set(filledCells(body, index))]
        .slice(0, mostExamples)
        .map((cell) => cell.slice(0, longestExample).toWellFormed()),
    };
  });
  const headerRow = found.header < 0 ? null : (head[found.header]?.row ?? null);
  return {
    mapping: {
      sheet: sheet.index,
      headerRow,
      columns: columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }])),
    },
    columns,
    notes:
      recalled === null
        ? sayColumns(head, found)
        : [
            "The columns are read as confirmed before for a list with the same headings.",
            ...sayColumns(head, { ...found, at, inferred: [], doubts: [] }),
          ],
    certain:
      at.has("name") &&
      places.some((field) => at.has(field)) &&
      inferred.size === 0 &&
      (recalled !== null || found.doubts.length === 0),
  };
}

/**
 * What is remembered of headings: the same for the same titles in the same order, whatever their case, accents and
 * punctuation. Empty columns at the end and the two we add to a file of rejects do not count.
 *
 * @example mappingFingerprint(["Name", "Address"]) === mappingFingerprint(["NAME ", "address:", ""]); // true
 */
export function mappingFingerprint(titles: readonly string[]): string {
  const keys = titles.filter((title) => !isRejectTitle(title)).map(nameKey);
  while (keys.length > 0 && keys.at(-1) === "") keys.pop();
  return createHash("sha256").update(JSON.stringify(keys)).digest("hex").slice(0, 32);
}

/** One sheet with what was proposed for it. */
export interface ProposedSheet {
  readonly sheet: SheetAbout;
  readonly proposal: ColumnProposal;
}

function countRows(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`;
}

/**
 * Which sheet is proposed for reading: visible before hidden, with names and places before without, then the one with
 * most rows. Every other filled sheet is named. `undefined` when every sheet is empty.
 */
export function chooseSheet(
  proposals: readonly ProposedSheet[],
): { readonly chosen: ProposedSheet; readonly notes: string[] } | undefined {
  const filled = proposals.filter(({ sheet }) => sheet.rows > 0);
  const worth = ({ proposal }: ProposedSheet): number => {
    const fields = new Set(proposal.mapping.columns.map(({ field }) => field));
    if (!fields.has("name")) return 0;
    return [...places, "country" as const].some((field) => fields.has(field)) ? 2 : 1;
  };
  const chosen = filled.toSorted(
    (a, b) =>
      Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
      worth(b) - worth(a) ||
      b.sheet.rows - a.sheet.rows ||
      Number(b.proposal.certain) - Number(a.proposal.certain) ||
      a.sheet.index - b.sheet.index,
  )[0];
  if (chosen === undefined) return undefined;
  const others = filled.filter((one) => one !== chosen);
  if (others.length === 0) return { chosen, notes: [] };
  const named = others.map(
    ({ sheet }) => `'${sheet.name}' (${countRows(sheet.rows)}${sheet.hidden ? ", hidden" : ""})`,
  );
  return {
    chosen,
    notes: [
      `The sheet '${chosen.sheet.name}' is read.`,
      `Other sheets are not read: ${named.join(", ")}.`,
    ],
  };
}

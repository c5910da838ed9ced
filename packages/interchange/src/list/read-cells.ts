/** Sorts the cells of a row into fields, by the columns that were assigned and by what a person typed anew. */
import type { ListField } from "@throughline/domain";
import { repairWhitespace } from "../disclosure/repair-cell.ts";
import type { PlaceSource } from "./place-source.ts";
import { writeRawLine } from "./write-raw-line.ts";

/** Columns an address is put together from, in this order. */
export const addressParts = [
  "address",
  "street",
  "city",
  "region",
  "postcode",
] as const satisfies readonly ListField[];

/** The cells of one row as they stand. */
export interface RowCells {
  readonly row: number;
  readonly cells: readonly string[];
  readonly changes?: readonly string[] | undefined;
}

/** Which column holds what. */
export type ColumnsAt = ReadonlyMap<ListField, number>;

function joinAddress(said: (field: ListField) => string): { address: string; parts: number } {
  const parts: string[] = [];
  for (const field of addressParts) {
    const cell = said(field);
    const clean = repairWhitespace(cell).toLowerCase();
    if (clean === "" || parts.some((part) => repairWhitespace(part).toLowerCase().includes(clean)))
      continue;
    // The first part keeps its blanks, so that repairing them is reported.
    parts.push(parts.length === 0 ? cell : repairWhitespace(cell));
  }
  return { address: parts.join(", "), parts: parts.length };
}

/**
 * One row's cells by field. An edited cell stands in for the source's; an edited address for all its parts.
 * `isHeading` says that the row repeats the headings.
 */
export function readCells(
  row: RowCells,
  at: ColumnsAt,
  edits: Readonly<Partial<Record<ListField, string | undefined>>>,
  isHeading: boolean,
): PlaceSource {
  const raw = writeRawLine(row.cells);
  if (isHeading)
    return { row: row.row, name: "", address: "", country: "", raw, repeatsHeadings: true };
  const said = (field: ListField): string => {
    const edit = edits[field];
    if (edit !== undefined) return edit;
    const column = at.get(field);
    return column === undefined ? "" : (row.cells[column] ?? "");
  };
  const typed = edits.address;
  const hasPlace = (["address", "street", "city", "postcode"] as const).some(
    (field) => said(field).trim() !== "",
  );
  const joined =
    typed !== undefined
      ? { address: typed, parts: 1 }
      : hasPlace
        ? joinAddress(said)
        : { address: "", parts: 0 };
  return {
    row: row.row,
    name: said("name"),
    address: joined.address,
    addressParts: joined.parts,
    country: said("country"),
    // An address that somebody emptied stays empty.
    region: typed === undefined ? said("region") : "",
    postcode: typed === undefined ? said("postcode") : "",
    latitude: said("latitude"),
    longitude: said("longitude"),
    osId: said("osId"),
    product: said("product"),
    partNumber: said("partNumber"),
    component: said("component"),
    tier: said("tier"),
    kind: said("kind"),
    validFrom: said("validFrom"),
    validTo: said("validTo"),
    workers: said("workers"),
    changes: row.changes,
    fromColumns: true,
    raw,
  };
}

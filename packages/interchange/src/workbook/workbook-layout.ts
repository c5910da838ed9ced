/**
 * How the workbook of a record is laid out. Every sheet for filling in begins with a hidden row of codes, so that it is
 * known again when sheets or columns were moved, renamed or translated.
 */
import type { WorkbookTexts } from "./workbook-texts.ts";

/** Sheets for filling in. `links` stands in for `made` where the products are too many for a grid. */
export type WorkbookSheet = "sites" | "products" | "made" | "links" | "answers";

/** What a column's cells are. `shown` columns are for reading only and are not read back. */
type ColumnKind =
  | "key"
  | "text"
  | "number"
  | "date"
  | "country"
  | "tier"
  | "answer"
  | "yes_no"
  | "tick"
  | "site"
  | "product"
  | "about"
  | "shown";

/** One column of a sheet. Its code in the hidden row is `<sheet>.<code>`. */
export interface WorkbookColumn {
  readonly code: string;
  readonly kind: ColumnKind;
  readonly width: number;
  /** Protected: keys, and what is only shown. */
  readonly locked: boolean;
}

function column(code: string, kind: ColumnKind, width: number): WorkbookColumn {
  return { code, kind, width, locked: kind === "key" || kind === "shown" };
}

/** Columns of each sheet, in order. In `made` one column a product follows. */
export const workbookColumns: Readonly<Record<WorkbookSheet, readonly WorkbookColumn[]>> = {
  sites: [
    column("key", "key", 8),
    column("name", "text", 38),
    column("address", "text", 52),
    column("country", "country", 24),
    column("workers", "number", 12),
    column("latitude", "number", 12),
    column("longitude", "number", 12),
    column("osId", "text", 20),
    column("confirmedOn", "date", 16),
    column("verification", "shown", 20),
    column("masked", "shown", 24),
  ],
  products: [
    column("key", "key", 8),
    column("brand", "text", 22),
    column("family", "text", 34),
    column("partNumbers", "text", 50),
    column("asked", "shown", 14),
  ],
  made: [
    column("siteKey", "key", 8),
    column("site", "site", 38),
    column("tier", "tier", 22),
    column("component", "text", 22),
    column("from", "date", 13),
    column("to", "date", 13),
  ],
  links: [
    column("siteKey", "key", 8),
    column("site", "site", 38),
    column("productKey", "key", 8),
    column("product", "product", 34),
    column("tick", "tick", 10),
    column("tier", "tier", 22),
    column("component", "text", 22),
    column("from", "date", 13),
    column("to", "date", 13),
  ],
  answers: [
    column("key", "key", 8),
    column("productKey", "key", 8),
    column("about", "about", 34),
    column("answer", "answer", 30),
    column("reason", "text", 52),
    column("saidBy", "text", 26),
    column("document", "text", 30),
    column("answeredOn", "date", 16),
    column("selfReported", "yes_no", 16),
  ],
};

/** Rows of codes and headings above the rows for filling in. */
export const rowsAbove = 2;
/** More products than this are no grid a person fills: the links are listed then. */
export const mostGridProducts = 60;
/** Free columns in the grid for products that are added. */
export const freeColumns = 3;
/** What a tick says in the grid. */
export const ticks = { confirmed: "x", one_of_several: "?" } as const;

/** The code of a product's column in the grid. */
export function productCode(key: string): string {
  return `product:${key}`;
}

/** The heading of a column in one language. */
export function titleOf(texts: WorkbookTexts, sheet: WorkbookSheet, code: string): string {
  const titles: Readonly<Record<string, string>> = texts.columns;
  return titles[`${sheet}.${code}`] ?? titles[code] ?? code;
}

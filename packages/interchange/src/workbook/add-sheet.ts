/** Adds the sheets of the workbook: headings, drop-downs, protection, colours. */
import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import type { RecordProduct } from "@throughline/domain";
import { nameFamily, tiers } from "@throughline/domain";
import { alpha2Codes } from "../country/country-names.ts";
import { writeCountry, writeText } from "./cell-values.ts";
import type { AnyCell } from "./lay-links.ts";
import { rowsAbove, ticks, titleOf, workbookColumns } from "./workbook-layout.ts";
import type { WorkbookColumn, WorkbookSheet } from "./workbook-layout.ts";
import type { WorkbookTexts } from "./workbook-texts.ts";

/** Free rows below what is known. */
const freeRows = 300;
const listSheet = "lists";

const grey = "FFE8E6E1";
export const teal = "FF1F5F66";
const white = "FFFFFFFF";
const ink = "FF555555";
/** Named wherever something of a font is set: without a name programs fall back to their own. */
export const typeface = { name: "Calibri", size: 11 } as const;

type List = "countries" | "tiers" | "answers" | "yesNo" | "ticks" | "abouts" | "products";

/** Where each list stands on the hidden sheet. */
export type Lists = Readonly<Record<List, string>>;

/** The hidden sheet that the drop-downs choose from. */
export function addLists(
  book: Workbook,
  texts: WorkbookTexts,
  products: readonly RecordProduct[],
): Lists {
  const sheet = book.addWorksheet(listSheet, { state: "veryHidden" });
  const named = products.map(nameFamily);
  const values: Record<List, readonly string[]> = {
    countries: [...alpha2Codes].map(writeCountry).toSorted((a, b) => a.localeCompare(b, "en")),
    tiers: tiers.map((tier) => texts.tiers[tier]),
    answers: Object.values(texts.answers),
    yesNo: [texts.yes, texts.no],
    ticks: Object.values(ticks),
    abouts: [texts.everything, ...named],
    products: named,
  };
  const ranges = new Map<string, string>();
  Object.entries(values).forEach(([name, list], index) => {
    const letter = String.fromCodePoint(65 + index);
    list.forEach((value, at) => {
      sheet.getCell(`${letter}${at + 1}`).value = writeText(value);
    });
    ranges.set(name, `${listSheet}!$${letter}$1:$${letter}$${Math.max(1, list.length)}`);
  });
  const range = (list: List): string => ranges.get(list) ?? "";
  return {
    countries: range("countries"),
    tiers: range("tiers"),
    answers: range("answers"),
    yesNo: range("yesNo"),
    ticks: range("ticks"),
    abouts: range("abouts"),
    products: range("products"),
  };
}

function letterOf(index: number): string {
  return index < 26
    ? String.fromCodePoint(65 + index)
    : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);
}

interface Validation {
  readonly list?: string;
  readonly prompt: string;
}

function validationOf(
  column: WorkbookColumn,
  lists: Lists,
  texts: WorkbookTexts,
): Validation | null {
  const choose = (list: string): Validation => ({ list, prompt: texts.choose });
  switch (column.kind) {
    case "country":
      return choose(lists.countries);
    case "tier":
      return choose(lists.tiers);
    case "answer":
      return choose(lists.answers);
    case "yes_no":
      return choose(lists.yesNo);
    case "about":
      return choose(lists.abouts);
    case "product":
      return choose(lists.products);
    case "tick":
      return { list: lists.ticks, prompt: texts.tickPrompt };
    case "site":
      return choose(`'${texts.sheets.sites}'!$B$${rowsAbove + 1}:$B$5000`);
    case "date":
      return { prompt: texts.datePrompt };
    case "key":
    case "text":
    case "number":
    case "shown":
      return null;
    default:
      return column.kind satisfies never;
  }
}

/** One more column of the grid: a product's. */
interface ProductColumn {
  readonly code: string;
  readonly title: string;
}

/** Adds one sheet for filling in. */
export function addSheet(
  book: Workbook,
  name: WorkbookSheet,
  rows: readonly (readonly AnyCell[])[],
  about: {
    readonly texts: WorkbookTexts;
    readonly lists: Lists;
    readonly products?: readonly ProductColumn[];
  },
): Promise<void> {
  const { texts, lists, products = [] } = about;
  const columns: readonly WorkbookColumn[] = [
    ...workbookColumns[name],
    ...products.map(({ code }) => ({ code, kind: "tick" as const, width: 16, locked: false })),
  ];
  const fixed = workbookColumns[name];
  const sheet = book.addWorksheet(texts.sheets[name], {
    views: [{ state: "frozen", ySplit: rowsAbove, xSplit: name === "answers" ? 3 : 2 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map((column) => ({
    width: column.width,
    style: {
      protection: { locked: column.locked },
      alignment: {
        vertical: "top",
        wrapText: column.kind === "text" || column.kind === "shown",
        ...(column.kind === "tick" ? { horizontal: "center" as const } : {}),
      },
      ...(column.kind === "date" ? { numFmt: "yyyy-mm-dd" } : {}),
      ...(column.kind === "text" || column.kind === "key" ? { numFmt: "@" } : {}),
      ...(column.locked ? { font: { ...typeface, color: { argb: ink } }, fill: fillOf(grey) } : {}),
    },
  }));
  sheet.addRow(columns.map((column) => `${name}.${column.code}`)).hidden = true;
  addHeadings(
    sheet,
    columns.map((column, index) =>
      index < fixed.length
        ? titleOf(texts, name, column.code)
        : (products[index - fixed.length]?.title ?? ""),
    ),
  );
  for (const row of rows) sheet.addRow([...row]);
  const last = rowsAbove + rows.length + freeRows;
  columns.forEach((column, index) => {
    const validation = validationOf(column, lists, texts);
    if (validation === null) return;
    const letter = letterOf(index);
    sheet.dataValidations.add(`${letter}${rowsAbove + 1}:${letter}${last}`, {
      ...(validation.list === undefined
        ? { type: "any" }
        : { type: "list", formulae: [validation.list] }),
      allowBlank: true,
      showInputMessage: true,
      prompt: validation.prompt,
      // What is not in the list may be typed all the same; reading says what it could not take.
      showErrorMessage: validation.list !== undefined,
      errorStyle: "warning",
      error: validation.prompt,
    });
  });
  return protect(sheet);
}

function fillOf(argb: string): { type: "pattern"; pattern: "solid"; fgColor: { argb: string } } {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

function addHeadings(sheet: Worksheet, titles: readonly string[]): void {
  const head = sheet.addRow(titles.map(writeText));
  head.height = 32;
  titles.forEach((title, index) => {
    const cell = head.getCell(index + 1);
    cell.font = { ...typeface, bold: true, color: { argb: white } };
    cell.fill = fillOf(teal);
    cell.alignment = { vertical: "middle", wrapText: true };
    // A free column's heading is for the supplier to write.
    cell.protection = { locked: title !== "" };
  });
}

/** Against mistakes only: no password, and rows may be added, left out and sorted. */
export function protect(sheet: Worksheet): Promise<void> {
  return sheet.protect("", {
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}

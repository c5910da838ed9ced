/** Writes a supplier's record as a workbook that is filled in without an account and read back cell by cell. */
import { Workbook } from "@cj-tech-master/excelts";
import type { Worksheet } from "@cj-tech-master/excelts";
import type { RecordContent, RecordProduct } from "@throughline/domain";
import { tiers } from "@throughline/domain";
import { alpha2Codes } from "../country/country-names.ts";
import { companyKey, textKey } from "../record/compare-records.ts";
import { writeCountry, writeDate, writeText, writeValues } from "./cell-values.ts";
import { layLinks } from "./lay-links.ts";
import type { AnyCell } from "./lay-links.ts";
import { mostGridProducts, rowsAbove, ticks, titleOf, workbookColumns } from "./workbook-layout.ts";
import type { WorkbookColumn, WorkbookSheet } from "./workbook-layout.ts";
import type { AskedAbout, WorkbookLanguage, WorkbookTexts } from "./workbook-texts.ts";
import { workbookTexts } from "./workbook-texts.ts";

/** What somebody asks for: the products by a key that comes back on those that are added. */
export interface AskedProducts extends AskedAbout {
  readonly products: readonly Pick<RecordProduct, "key" | "brand" | "family" | "partNumbers">[];
}

/** What the workbook is made from. */
export interface RecordWorkbook {
  readonly content: RecordContent;
  readonly asked: AskedProducts | null;
  readonly language: WorkbookLanguage;
}

/** Free rows below what is known. */
const freeRows = 300;
/** Room a cell has for part numbers; more of them go on in further rows with the same key. */
const longestCell = 30_000;
const listSheet = "lists";

const grey = "FFE8E6E1";
const teal = "FF1F5F66";
const white = "FFFFFFFF";
const ink = "FF555555";

type List = "countries" | "tiers" | "answers" | "yesNo" | "ticks" | "abouts" | "products";

/** Column and length of each list on the hidden sheet. */
type Lists = Readonly<Record<List, string>>;

function addLists(book: Workbook, texts: WorkbookTexts, products: readonly RecordProduct[]): Lists {
  const sheet = book.addWorksheet(listSheet, { state: "veryHidden" });
  const named = products.map(nameProduct);
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

/** What a person calls a product. */
function nameProduct(product: Pick<RecordProduct, "brand" | "family">): string {
  return `${product.brand} ${product.family}`;
}

/** Products of the record, then those asked for that it does not hold yet. */
function joinProducts(content: RecordContent, asked: AskedProducts | null): RecordProduct[] {
  const key = (one: Pick<RecordProduct, "brand" | "family">): string =>
    `${companyKey(one.brand)}|${textKey(one.family)}`;
  const known = new Set(content.products.map(key));
  const keys = new Set(content.products.map((one) => one.key));
  const missing = (asked?.products ?? []).filter(
    (one) => !known.has(key(one)) && !keys.has(one.key),
  );
  return [
    ...content.products,
    ...missing.map((one) => ({ ...one, partNumbers: [...one.partNumbers] })),
  ];
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
export interface ProductColumn {
  readonly code: string;
  readonly title: string;
}

function addSheet(
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
      ...(column.locked ? { font: { color: { argb: ink } }, fill: fillOf(grey) } : {}),
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
    cell.font = { bold: true, color: { argb: white } };
    cell.fill = fillOf(teal);
    cell.alignment = { vertical: "middle", wrapText: true };
    // A free column's heading is for the supplier to write.
    cell.protection = { locked: title !== "" };
  });
}

/** Against mistakes only: no password, and rows may be added, left out and sorted. */
function protect(sheet: Worksheet): Promise<void> {
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

function addInstructions(
  book: Workbook,
  texts: WorkbookTexts,
  asked: AskedProducts | null,
): Promise<void> {
  const sheet = book.addWorksheet(texts.sheets.instructions, {
    views: [{ state: "normal", showGridLines: false }],
  });
  sheet.columns = [{ width: 110, style: { alignment: { wrapText: true, vertical: "top" } } }];
  sheet.addRow([texts.title]).font = { bold: true, size: 16, color: { argb: teal } };
  for (const line of texts.instructions(asked)) {
    const row = sheet.addRow([writeText(line)]);
    if (line.endsWith(":")) row.font = { bold: true };
    // Heights are not computed by every program that opens the file.
    row.height = 16 * Math.max(1, Math.ceil(line.length / 105));
  }
  return protect(sheet);
}

function siteRows(content: RecordContent, texts: WorkbookTexts): AnyCell[][] {
  return content.sites.map((site) => [
    writeText(site.key),
    writeText(site.name),
    writeText(site.address),
    writeCountry(site.country),
    site.workers ?? "",
    site.latitude ?? "",
    site.longitude ?? "",
    writeText(site.osId),
    writeDate(site.confirmedOn),
    texts.verification[site.verification],
    writeText(site.masked?.keptBy ?? null),
  ]);
}

/** Part numbers of a product in portions that fit a cell; at least one, perhaps empty. */
function portions(partNumbers: readonly string[]): string[] {
  const cells: string[][] = [[]];
  let length = 0;
  for (const value of partNumbers) {
    if (length + value.length > longestCell / 2) {
      cells.push([]);
      length = 0;
    }
    cells.at(-1)?.push(value);
    length += value.length + 3;
  }
  return cells.map(writeValues);
}

function productRows(
  products: readonly RecordProduct[],
  asked: AskedProducts | null,
  texts: WorkbookTexts,
): AnyCell[][] {
  const key = (one: Pick<RecordProduct, "brand" | "family">): string =>
    `${companyKey(one.brand)}|${textKey(one.family)}`;
  const wanted = new Set((asked?.products ?? []).map(key));
  return products.flatMap((product) =>
    portions(product.partNumbers).map((cell) => [
      writeText(product.key),
      writeText(product.brand),
      writeText(product.family),
      writeText(cell),
      wanted.has(key(product)) ? texts.yes : "",
    ]),
  );
}

function answerRows(
  content: RecordContent,
  products: readonly RecordProduct[],
  texts: WorkbookTexts,
): AnyCell[][] {
  const byKey = new Map(products.map((product) => [product.key, product]));
  return content.answers.map((answer) => {
    const product = answer.productKey === null ? undefined : byKey.get(answer.productKey);
    return [
      writeText(answer.key),
      writeText(answer.productKey),
      product === undefined ? texts.everything : writeText(nameProduct(product)),
      texts.answers[answer.answer],
      writeText(answer.reason),
      writeText(answer.saidBy),
      writeText(answer.document),
      writeDate(answer.answeredOn),
      answer.selfReported ? texts.yes : texts.no,
    ];
  });
}

/**
 * The record as a workbook (XLSX): instructions first, then sites, what is made where as a grid of ticks (a list where
 * more than 60 products would make the grid too wide), products, answers. Prefilled with what is known and what is
 * asked; drop-downs for countries, tiers, sites, answers; headings and keys protected without a password.
 * Verification, flags and masks are not part of it: {@link readRecordWorkbook} keeps them as the record has them.
 *
 * @example const bytes = await writeRecordWorkbook({ content, asked: null, language: "en" });
 */
export async function writeRecordWorkbook({
  content,
  asked,
  language,
}: RecordWorkbook): Promise<Uint8Array> {
  const texts = workbookTexts[language];
  const book = new Workbook();
  const products = joinProducts(content, asked);
  await addInstructions(book, texts, asked);
  // The lists come last in the book, but their places are needed first.
  const links = layLinks(content, products, texts);
  const lists = addLists(book, texts, products);
  await addSheet(book, "sites", siteRows(content, texts), { texts, lists });
  await addSheet(book, products.length > mostGridProducts ? "links" : "made", links.rows, {
    texts,
    lists,
    products: links.products,
  });
  await addSheet(book, "products", productRows(products, asked, texts), { texts, lists });
  await addSheet(book, "answers", answerRows(content, products, texts), { texts, lists });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

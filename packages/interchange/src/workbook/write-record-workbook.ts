/** Writes a supplier's record as a workbook that is filled in without an account and read back cell by cell. */
import { Workbook } from "@cj-tech-master/excelts";
import type { RecordContent } from "@throughline/domain";
import { addLists, addSheet, protect, teal, typeface } from "./add-sheet.ts";
import { writeText } from "./cell-values.ts";
import { layLinks } from "./lay-links.ts";
import { answerRows, joinProducts, productRows, siteRows } from "./lay-rows.ts";
import type { AskedProducts } from "./lay-rows.ts";
import { mostGridProducts } from "./workbook-layout.ts";
import type { WorkbookLanguage } from "./workbook-languages.ts";
import type { WorkbookTexts } from "./workbook-texts.ts";
import { workbookTexts } from "./workbook-languages.ts";

/** What the workbook is made from. */
export interface RecordWorkbook {
  readonly content: RecordContent;
  readonly asked: AskedProducts | null;
  readonly language: WorkbookLanguage;
}

function addInstructions(
  book: Workbook,
  texts: WorkbookTexts,
  asked: AskedProducts | null,
): Promise<void> {
  const sheet = book.addWorksheet(texts.sheets.instructions, {
    views: [{ state: "normal", showGridLines: false }],
    pageSetup: { fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 110, style: { alignment: { wrapText: true, vertical: "top" } } }];
  sheet.addRow([texts.title]).font = {
    ...typeface,
    bold: true,
    size: 16,
    color: { argb: teal },
  };
  for (const line of texts.instructions(asked)) {
    const row = sheet.addRow([writeText(line)]);
    if (line.endsWith(":")) row.font = { ...typeface, bold: true };
    // Heights are not computed by every program that opens the file.
    row.height = 16 * Math.max(1, Math.ceil(line.length / 105));
  }
  return protect(sheet);
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

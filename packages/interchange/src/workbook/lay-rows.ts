/** Lays out a record's sites, products and answers as rows of the workbook. */
import { nameFamily, type RecordContent, type RecordProduct } from "@throughline/domain";
import { companyKey, textKey } from "../record/compare-records.ts";
import { writeCountry, writeDate, writeText, writeValues } from "./cell-values.ts";
import type { AnyCell } from "./lay-links.ts";
import type { AskedAbout, WorkbookTexts } from "./workbook-texts.ts";

/** What somebody asks for: the products by a key that comes back on those that are added. */
export interface AskedProducts extends AskedAbout {
  readonly products: readonly Pick<RecordProduct, "key" | "brand" | "family" | "partNumbers">[];
}

/** Room a cell has for part numbers; more of them go on in further rows with the same key. */
const longestCell = 30_000;
/** Products of the record, then those asked for that it does not hold yet. */
export function joinProducts(content: RecordContent, asked: AskedProducts | null): RecordProduct[] {
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

/** Rows of the sites. */
export function siteRows(content: RecordContent, texts: WorkbookTexts): AnyCell[][] {
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

/** Rows of the products, one or more each. */
export function productRows(
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

/** Rows of the answers. */
export function answerRows(
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
      product === undefined ? texts.everything : writeText(nameFamily(product)),
      texts.answers[answer.answer],
      writeText(answer.reason),
      writeText(answer.saidBy),
      writeText(answer.document),
      writeDate(answer.answeredOn),
      answer.selfReported ? texts.yes : texts.no,
    ];
  });
}

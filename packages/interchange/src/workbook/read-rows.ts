/** Reads the rows of sites, products and answers out of a workbook that was filled in. */
import {
  nameFamily,
  type RecordAnswer,
  type RecordProduct,
  type RecordSite,
} from "@throughline/domain";
import { textKey } from "../record/compare-records.ts";
import {
  readAnswer,
  readCountry,
  readDate,
  readNumberCell,
  readText,
  readValues,
  readYesNo,
} from "./cell-values.ts";
import type { FilledSheet } from "./load-workbook.ts";
import { RowReader } from "./row-reader.ts";
import type { WorkbookFindings } from "./row-reader.ts";
import { workbookColumns } from "./workbook-layout.ts";
import type { WorkbookSheet } from "./workbook-layout.ts";
import { workbookTexts } from "./workbook-languages.ts";

/** What a record keeps of a product (RecordProduct). */
const mostPartNumbers = 500;

/** Codes of a sheet's cells that a person fills. */
function filledCodes(kind: WorkbookSheet): string[] {
  return workbookColumns[kind].filter(({ locked }) => !locked).map(({ code }) => code);
}

/** Keys of rows: the row's own, or one made from its number for rows that were added. */
class RowKeys {
  readonly #used = new Set<string>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  take(reader: RowReader, label: string): string {
    const own = readText(reader.cell("key"));
    if (own !== null && own.length <= 64 && !this.#used.has(own)) {
      this.#used.add(own);
      return own;
    }
    if (own !== null)
      reader.notice(
        "workbook_key_repeated",
        `'${label}' carries the key of a row above and was read as a new one.`,
      );
    let made = `${this.#prefix}-${reader.number}`;
    while (this.#used.has(made)) made = `${made}x`;
    this.#used.add(made);
    return made;
  }
}

/** A sheet about to be read, with what stood before. */
interface Reading<Thing> {
  readonly rows: readonly RowReader[];
  readonly before: ReadonlyMap<string, Thing>;
  readonly keys: RowKeys;
}

/** Rows of a sheet that say something; emptied ones are named. */
export function begin<Thing extends { readonly key: string }>(
  sheets: readonly FilledSheet[],
  kind: "sites" | "products" | "answers",
  before: readonly Thing[],
  findings: WorkbookFindings,
): Reading<Thing> {
  const codes = filledCodes(kind);
  const rows = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => {
      const reader = new RowReader(row, sheet, findings);
      if (!reader.isEmpty(codes)) return [reader];
      if (readText(reader.cell("key")) !== null)
        reader.notice("workbook_row_emptied", "only the key is left; the row is taken as removed.");
      return [];
    }),
  );
  const prefix = { sites: "new-site", products: "new-product", answers: "new-answer" }[kind];
  return {
    rows,
    before: new Map(before.map((thing) => [thing.key, thing])),
    keys: new RowKeys(prefix),
  };
}

function refuse(reader: RowReader, what: string): void {
  reader.notice("workbook_row_not_read", `${what} The row was not taken.`);
}

/** The sites of the workbook. */
export function readSites(reading: Reading<RecordSite>): RecordSite[] {
  return reading.rows.flatMap((reader) => {
    const said = readText(reader.cell("name"));
    const key = reading.keys.take(reader, said ?? "");
    const before = reading.before.get(key);
    const name = reader.text("name", before?.name ?? null, 400) ?? before?.name ?? null;
    if (said === null) refuse(reader, "The site has no name.");
    else if (name === null) refuse(reader, "The name has more than 400 characters.");
    if (name === null) return [];
    const number = (code: "workers" | "latitude" | "longitude", most: number): number | null =>
      reader.value<number | null>(code, before?.[code] ?? null, (cell) =>
        readNumberCell(cell, {
          least: code === "workers" ? 0 : -most,
          most,
          whole: code === "workers",
        }),
      );
    return [
      {
        key,
        name,
        address: reader.text("address", before?.address ?? null, 1_000),
        country: reader.value<string | null>("country", before?.country ?? null, readCountry),
        latitude: number("latitude", 90),
        longitude: number("longitude", 180),
        osId: reader.text("osId", before?.osId ?? null, 40),
        workers: number("workers", 100_000_000),
        confirmedOn: reader.value<string | null>(
          "confirmedOn",
          before?.confirmedOn ?? null,
          (cell) => readDate(cell, "begin"),
        ),
        // Not the workbook's to say: they stay as the record has them.
        flags: before?.flags ?? [],
        verification: before?.verification ?? "self_declared",
        masked: before?.masked ?? null,
      },
    ];
  });
}

/** The products of the workbook. */
export function readProducts(
  reading: Reading<RecordProduct>,
  findings: WorkbookFindings,
): RecordProduct[] {
  const products = new Map<string, RecordProduct>();
  for (const reader of reading.rows) {
    const own = readText(reader.cell("key"));
    const known = own === null ? undefined : products.get(own);
    const stood = own === null ? undefined : reading.before.get(own)?.partNumbers;
    const partNumbers = reader.value<string[]>("partNumbers", stood ?? [], (cell) => {
      const values = readValues(readText(cell) ?? "");
      return values.some((value) => value.length > 200) ? undefined : values;
    });
    const said = [readText(reader.cell("brand")), readText(reader.cell("family"))] as const;
    // A product with many part numbers goes on in further rows.
    if (known !== undefined && said[0] === known.brand && said[1] === known.family) {
      products.set(known.key, { ...known, partNumbers: [...known.partNumbers, ...partNumbers] });
      continue;
    }
    const key = reading.keys.take(reader, said[1] ?? "");
    const before = reading.before.get(key);
    const brand = reader.text("brand", before?.brand ?? null, 200) ?? before?.brand ?? null;
    const family = reader.text("family", before?.family ?? null, 300) ?? before?.family ?? null;
    if (said[0] === null || said[1] === null)
      refuse(reader, "A product needs its brand and its model family.");
    else if (brand === null || family === null)
      refuse(reader, "The brand or the model family is too long.");
    if (brand !== null && family !== null) products.set(key, { key, brand, family, partNumbers });
  }
  return [...products.values()].map((product) => {
    const beyond = product.partNumbers.length - mostPartNumbers;
    if (beyond > 0)
      findings.notice(
        "workbook_value_not_read",
        `'${product.brand} ${product.family}' has ${beyond} part numbers more than the ${mostPartNumbers} that can be kept; the last were not taken.`,
      );
    return { ...product, partNumbers: product.partNumbers.slice(0, mostPartNumbers) };
  });
}

const everything = new Set(Object.values(workbookTexts).map((texts) => textKey(texts.everything)));

function readAbout(
  reader: RowReader,
  products: readonly RecordProduct[],
): string | null | undefined {
  const about = readText(reader.cell("about"));
  const key = readText(reader.cell("productKey"));
  const known = products.find((product) => product.key === key);
  if (about === null) return known?.key ?? null;
  if (everything.has(textKey(about))) return null;
  const name = textKey(about) || about;
  const label = (product: RecordProduct): string =>
    textKey(nameFamily(product)) || nameFamily(product);
  if (known !== undefined && label(known) === name) return known.key;
  const named = products.filter(
    (product) =>
      label(product) === name ||
      textKey(product.family) === name ||
      textKey(`${product.brand} ${product.family}`) === name,
  );
  return named.length === 1 ? named[0]?.key : known?.key;
}

/** The answers of the workbook. */
export function readAnswers(
  reading: Reading<RecordAnswer>,
  products: readonly RecordProduct[],
): RecordAnswer[] {
  return reading.rows.flatMap((reader) => {
    const key = reading.keys.take(reader, readText(reader.cell("reason")) ?? "");
    const before = reading.before.get(key);
    const reason = reader.text("reason", before?.reason ?? null, 2_000) ?? before?.reason ?? null;
    const answer = reader.value("answer", before?.answer ?? null, readAnswer);
    const answeredOn = reader.value<string | null>(
      "answeredOn",
      before?.answeredOn ?? null,
      (cell) => readDate(cell, "begin"),
    );
    const about = readAbout(reader, products);
    if (about === undefined)
      reader.notice(
        "workbook_value_not_read",
        `the product '${readText(reader.cell("about")) ?? ""}' does not stand in the sheet of products; the answer was read as being about everything asked.`,
      );
    const [what, when] = [answer ?? before?.answer, answeredOn ?? before?.answeredOn];
    if (reason === null || what === undefined || when === undefined) {
      refuse(reader, "An answer needs what it is, its reason and its date.");
      return [];
    }
    return [
      {
        key,
        productKey: about ?? null,
        answer: what,
        saidBy: reader.text("saidBy", before?.saidBy ?? null, 300),
        reason,
        document: reader.text("document", before?.document ?? null, 400),
        answeredOn: when,
        selfReported:
          reader.value<boolean | null>("selfReported", before?.selfReported ?? null, readYesNo) ??
          false,
      },
    ];
  });
}

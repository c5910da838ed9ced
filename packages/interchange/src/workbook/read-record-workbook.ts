/** Reads a record's workbook that was filled in: tolerant of what people and programs do to it. */
import type {
  Finding,
  RecordAnswer,
  RecordContent,
  RecordProduct,
  RecordSite,
} from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { defaultLimits } from "../disclosure/limits.ts";
import { textKey } from "../record/compare-records.ts";
import { openTable, openTableBytes } from "../table/open-table.ts";
import {
  readAnswer,
  readCountry,
  readDate,
  readNumberCell,
  readText,
  readValues,
  readYesNo,
} from "./cell-values.ts";
import { loadWorkbook } from "./load-workbook.ts";
import type { FilledSheet } from "./load-workbook.ts";
import { readLinks } from "./read-links.ts";
import { RowReader, WorkbookFindings } from "./row-reader.ts";
import { workbookColumns } from "./workbook-layout.ts";
import type { WorkbookSheet } from "./workbook-layout.ts";
import { workbookTexts } from "./workbook-texts.ts";

/** What a workbook says. */
export interface ReadWorkbook {
  readonly content: RecordContent;
  readonly findings: readonly Finding[];
}

const nothing: RecordContent = { sites: [], products: [], links: [], answers: [] };
/** The grid has one column a product. */
const limits = { ...defaultLimits, maxColumns: 400 };

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

interface Reading<Thing> {
  readonly rows: readonly RowReader[];
  readonly before: ReadonlyMap<string, Thing>;
  readonly keys: RowKeys;
}

/** Rows of a sheet that say something; emptied ones are named. */
function begin<Thing extends { readonly key: string }>(
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

function readSites(reading: Reading<RecordSite>): RecordSite[] {
  return reading.rows.flatMap((reader) => {
    const said = readText(reader.cell("name"));
    const key = reading.keys.take(reader, said ?? "");
    const before = reading.before.get(key);
    const name = reader.text("name", before?.name ?? null, 400) ?? before?.name ?? null;
    if (said === null) refuse(reader, "The site has no name.");
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

function readProducts(reading: Reading<RecordProduct>): RecordProduct[] {
  const products = new Map<string, RecordProduct>();
  for (const reader of reading.rows) {
    const own = readText(reader.cell("key"));
    const known = own === null ? undefined : products.get(own);
    const partNumbers = reader.value<string[]>("partNumbers", [], (cell) => {
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
    if (brand !== null && family !== null) products.set(key, { key, brand, family, partNumbers });
  }
  return [...products.values()].map((product) => ({
    ...product,
    partNumbers: product.partNumbers.slice(0, 500),
  }));
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
  const label = ({ brand, family }: RecordProduct): string =>
    textKey(`${brand} ${family}`) || `${brand} ${family}`;
  if (known !== undefined && label(known) === name) return known.key;
  const named = products.filter(
    (product) => label(product) === name || textKey(product.family) === name,
  );
  return named.length === 1 ? named[0]?.key : known?.key;
}

function readAnswers(
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

/**
 * Reads a record's workbook, from a file or from memory, in the capped process that reads every workbook. Sheets and
 * columns may have been moved or renamed, rows added without a key, the file saved by another program.
 *
 * `before` is the record as the workbook was made from: a cell that cannot be read keeps its value, a sheet that is
 * missing keeps its rows, and verification, flags and masks come from it alone. Rows that were added get keys such as
 * `new-site-12`; products that were asked for and are not in the record carry the key they were asked under.
 *
 * @throws AppError as {@link openTable}; `columns_not_recognised` when it is no workbook of a record.
 * @example const { content, findings } = await readRecordWorkbook("filled.xlsx", before);
 */
export async function readRecordWorkbook(
  input: string | Uint8Array,
  before: RecordContent | null = null,
): Promise<ReadWorkbook> {
  const source =
    typeof input === "string"
      ? await openTable(input, { limits })
      : await openTableBytes(input, { limits });
  let sheets: FilledSheet[];
  try {
    sheets = await loadWorkbook(source);
  } finally {
    await source.close();
  }
  const of = (...kinds: readonly WorkbookSheet[]): FilledSheet[] =>
    sheets.filter(({ kind }) => kinds.includes(kind));
  if (of("sites").length === 0)
    throw new AppError(
      "columns_not_recognised",
      "This is not the workbook of a record: it has no sheet of sites with our headings.",
    );
  const stood = before ?? nothing;
  const findings = new WorkbookFindings();
  const orKept = <Thing>(
    kinds: readonly WorkbookSheet[],
    what: string,
    kept: readonly Thing[],
    read: (found: readonly FilledSheet[]) => Thing[],
  ): Thing[] => {
    const found = of(...kinds);
    if (found.length > 0) return read(found);
    findings.notice(
      "workbook_sheet_missing",
      `The sheet of ${what} is missing; ${what} stay as they were.`,
    );
    return [...kept];
  };
  const sites = readSites(begin(of("sites"), "sites", stood.sites, findings));
  const products = orKept(["products"], "products", stood.products, (found) =>
    readProducts(begin(found, "products", stood.products, findings)),
  );
  const links = orKept(["made", "links"], "what is made where", stood.links, (found) =>
    readLinks(found, sites, products, findings),
  );
  const answers = orKept(["answers"], "answers", stood.answers, (found) =>
    readAnswers(begin(found, "answers", stood.answers, findings), products),
  );
  return { content: { sites, products, links, answers }, findings: findings.findings };
}

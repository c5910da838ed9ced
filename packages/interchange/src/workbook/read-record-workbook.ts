/** Reads a record's workbook that was filled in: tolerant of what people and programs do to it. */
import type { Finding, RecordContent } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { defaultLimits } from "../disclosure/limits.ts";
import { openTable, openTableBytes } from "../table/open-table.ts";
import { loadWorkbook } from "./load-workbook.ts";
import type { FilledSheet } from "./load-workbook.ts";
import { readLinks } from "./read-links.ts";
import { begin, readAnswers, readProducts, readSites } from "./read-rows.ts";
import { WorkbookFindings } from "./row-reader.ts";
import type { WorkbookSheet } from "./workbook-layout.ts";

/** What a workbook says. */
export interface ReadWorkbook {
  readonly content: RecordContent;
  readonly findings: readonly Finding[];
}

const nothing: RecordContent = { sites: [], products: [], links: [], answers: [] };
/** The grid has one column a product. */
const limits = { ...defaultLimits, maxColumns: 400 };

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
    readProducts(begin(found, "products", stood.products, findings), findings),
  );
  const links = orKept(["made", "links"], "what is made where", stood.links, (found) =>
    readLinks(found, sites, products, findings),
  );
  const answers = orKept(["answers"], "answers", stood.answers, (found) =>
    readAnswers(begin(found, "answers", stood.answers, findings), products),
  );
  return { content: { sites, products, links, answers }, findings: findings.findings };
}

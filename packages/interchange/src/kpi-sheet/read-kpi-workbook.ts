/** Reads a KPI workbook that somebody filled in. Every row with something in it is told: what it says, or why it cannot be read. */
import { AppError, IsoDate, type KpiSection } from "@throughline/domain";
import { openTable } from "../table/open-table.ts";
import { kpiColumns, kpiSheets, neededColumns, type KpiColumn } from "./kpi-sheet-layout.ts";

/** One row that was filled in. */
export interface ReadKpiRow {
  readonly sheet: string;
  /** Section the sheet is for; `null` for a sheet of another name. */
  readonly section: KpiSection | null;
  readonly row: number;
  readonly kpi: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly judgement: string | null;
  readonly evidence: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  /** Why it cannot be read; empty where it can. */
  readonly faults: readonly string[];
}

// A contract has some tens of KPIs and periods; more is another kind of list.
const mostRows = 20_000;

const plain = (text: string): string => text.trim().replace(/\s+/gu, " ").toLowerCase();

function findHeadings(cells: readonly string[]): ReadonlyMap<KpiColumn, number> | null {
  const found = new Map<KpiColumn, number>();
  for (const [at, cell] of cells.entries()) {
    const column = kpiColumns.find((one) => plain(one) === plain(cell));
    if (column !== undefined && !found.has(column)) found.set(column, at);
  }
  return neededColumns.every((column) => found.has(column)) ? found : null;
}

/** `4`, `4.5`, `4,5`, `66.7 %`. `1,234` may be either of two numbers: not guessed. */
function readNumber(text: string, column: KpiColumn, faults: string[]): number | null {
  const bare = text.replace(/%$/u, "").replaceAll(/[\s\u00A0\u202F']/gu, "");
  if (bare === "" || bare === "–" || bare === "-") return null;
  if (/^-?\d{1,3}(?:[.,]\d{3})+$/u.test(bare)) {
    if (!/^-?\d+\.\d{3}$/u.test(bare)) {
      faults.push(`${column}: '${text}' may be read in two ways; write it without separators.`);
      return null;
    }
  }
  const number = Number(bare.replace(/^(-?\d+),(\d+)$/u, "$1.$2"));
  if (Number.isFinite(number) && bare !== "") return number;
  faults.push(`${column}: '${text}' is not a number.`);
  return null;
}

function readDay(text: string, column: KpiColumn, faults: string[]): IsoDate | null {
  const given = text.trim();
  // Spreadsheets that keep a day as a day hand it on with midnight.
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ]00:00)/u.exec(given)?.[0] ?? given;
  if (IsoDate.safeParse(day).success) return day;
  faults.push(
    given === ""
      ? `${column}: the day is missing.`
      : `${column}: '${given}' is not a day such as 2026-03-31.`,
  );
  return null;
}

/**
 * Reads it, sheet by sheet, from a file on disk (XLSX, ODS or CSV). Rows without figure or judgement are left out: they say
 * nothing.
 *
 * @throws AppError `columns_not_recognised` where no sheet has the headings; what {@link openTable} throws of a bad file
 * @example (await readKpiWorkbook("kpis.xlsx")).filter(({ faults }) => faults.length > 0)
 */
export async function readKpiWorkbook(path: string): Promise<ReadKpiRow[]> {
  const source = await openTable(path);
  try {
    const rows: ReadKpiRow[] = [];
    let recognised = false;
    for (const { index, name } of source.sheets) {
      const section = sectionOf(name);
      let headings: ReadonlyMap<KpiColumn, number> | null = null;
      for await (const batch of source.rows(index))
        for (const { row, cells } of batch) {
          if (headings === null) {
            headings = findHeadings(cells);
            continue;
          }
          recognised = true;
          const read = readRow(headings, cells, { sheet: name, section, row });
          if (read !== null) rows.push(read);
          if (rows.length > mostRows)
            throw new AppError("file_takes_too_much", `At most ${mostRows} rows are read.`);
        }
      recognised ||= headings !== null;
    }
    if (!recognised)
      throw new AppError(
        "columns_not_recognised",
        `No sheet has a row with the headings ${neededColumns.join(", ")}.`,
      );
    return rows;
  } finally {
    await source.close();
  }
}

function sectionOf(sheet: string): KpiSection | null {
  const found = (["supplier_conduct", "worker_outcomes", "own_practice"] as const).find(
    (section) => plain(kpiSheets[section]) === plain(sheet),
  );
  return found ?? null;
}

function readRow(
  headings: ReadonlyMap<KpiColumn, number>,
  cells: readonly string[],
  place: Pick<ReadKpiRow, "sheet" | "section" | "row">,
): ReadKpiRow | null {
  const cell = (column: KpiColumn): string => {
    const at = headings.get(column);
    const text = at === undefined ? "" : (cells[at] ?? "");
    // What we wrote so that no cell runs as a formula is taken off again.
    return text.replace(/^'(?=[=+\-@])/u, "").trim();
  };
  const filled = ["Numerator", "Denominator", "Value", "Judgement"] as const;
  if (filled.every((column) => cell(column) === "")) return null;
  const faults: string[] = [];
  const text = (column: KpiColumn): string | null => cell(column) || null;
  const read = {
    ...place,
    kpi: cell("KPI").toUpperCase(),
    from: readDay(cell("From"), "From", faults),
    to: readDay(cell("To"), "To", faults),
    numerator: readNumber(cell("Numerator"), "Numerator", faults),
    denominator: readNumber(cell("Denominator"), "Denominator", faults),
    value: readNumber(cell("Value"), "Value", faults),
    judgement: text("Judgement"),
    evidence: text("Evidence"),
    reference: text("Reference"),
    note: text("Note"),
  };
  return { ...read, faults };
}

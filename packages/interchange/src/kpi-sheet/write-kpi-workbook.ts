import type { IsoDate, KpiSection } from "@throughline/domain";
import { writeXlsxTables } from "../release/write-tables.ts";
import { kpiColumns, kpiSheets } from "./kpi-sheet-layout.ts";

/** One line of the workbook: a KPI in a period, with what stands and what is to be filled in. */
export interface KpiLine {
  readonly section: KpiSection;
  readonly kpi: string;
  readonly name: string;
  readonly unit: string;
  readonly formula: string;
  readonly target: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** For comparison; what is typed there is not read. */
  readonly computed: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly judgement: string | null;
  readonly evidence: string | null;
  readonly reference: string | null;
  readonly note: string | null;
}

/**
 * The KPIs of a contract as a workbook to keep and fill in: a sheet for cooperation and information, another for what workers
 * got, a third for our own practice; each also where it is empty.
 *
 * @example const bytes = await writeKpiWorkbook(lines); // three sheets, read back by `readKpiWorkbook`
 */
export async function writeKpiWorkbook(lines: readonly KpiLine[]): Promise<Uint8Array> {
  const sections = ["supplier_conduct", "worker_outcomes", "own_practice"] as const;
  return writeXlsxTables(
    sections.map((section) => ({
      name: kpiSheets[section],
      titles: kpiColumns,
      rows: lines
        .filter((line) => line.section === section)
        .map((line) => [
          line.kpi,
          line.name,
          line.unit,
          line.formula,
          line.target,
          line.from,
          line.to,
          line.computed,
          line.numerator,
          line.denominator,
          line.value,
          line.judgement,
          line.evidence,
          line.reference,
          line.note,
        ]),
    })),
  );
}

/** What the sheets of a KPI workbook are called and hold. Written and read by the same list, so that the two cannot part. */
import type { KpiSection } from "@throughline/domain";

/** What the supplier does and what workers got never stand on one sheet. */
export const kpiSheets = {
  supplier_conduct: "Cooperation, information",
  worker_outcomes: "Outcomes for workers",
  own_practice: "Own practice",
} as const satisfies Record<KpiSection, string>;

export const kpiColumns = [
  "KPI",
  "Name",
  "Unit",
  "Formula",
  "Target",
  "From",
  "To",
  "Computed here",
  "Numerator",
  "Denominator",
  "Value",
  "Judgement",
  "Evidence",
  "Reference",
  "Note",
] as const;
export type KpiColumn = (typeof kpiColumns)[number];

/** Columns without which a sheet cannot be read. */
export const neededColumns: readonly KpiColumn[] = ["KPI", "From", "To", "Value"];

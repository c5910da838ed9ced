/** Figures of KPIs in words; what has no data says so and is never a number. */
import { unitInWords, type KpiPeriod, type KpiTarget } from "@throughline/domain";
import { formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** A value with its unit: "67 %", "12 days"; `null` is "no data". */
export function sayValue(value: number | null, unit: string): string {
  if (value === null) return t("kpis.noData");
  if (unit.startsWith("yes/no")) return t(value === 1 ? "kpis.yes" : "kpis.no");
  return `${formatNumber(Math.round(value * 10) / 10)} ${unitInWords(unit)}`.trim();
}

/** "4 of 6", where the figure has parts. */
export function sayParts(figure: {
  readonly numerator: number | null;
  readonly denominator: number | null;
}): string | null {
  const { numerator, denominator } = figure;
  if (denominator === null) return numerator === null ? null : formatNumber(numerator);
  return t("kpis.parts", {
    numerator: formatNumber(numerator ?? 0),
    denominator: formatNumber(denominator),
  });
}

/** What somebody asked for. */
export function sayTarget(target: KpiTarget, unit: string): string {
  if (target.number !== null) return sayValue(target.number, unit);
  return target.words ?? t("kpis.noTarget");
}

/** "Q3 2026" for a quarter of the year, else both days. */
export function sayPeriod({ from, to, months }: KpiPeriod): string {
  const month = Number(from.slice(5, 7));
  if (months === 3 && month % 3 === 1)
    return t("kpis.quarter", { quarter: (month + 2) / 3, year: from.slice(0, 4) });
  if (months === 12 && month === 1) return from.slice(0, 4);
  return `${formatDate(from)} – ${formatDate(to)}`;
}

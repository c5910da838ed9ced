import { unitInWords, type Sentence } from "@throughline/domain";
import { sayIn, type SentenceParams } from "@throughline/tracing";
import { kpiTexts, type KpiTextCode } from "./texts.en.ts";

/**
 * Says a sentence of the KPIs.
 *
 * @example sayKpi("T10.share", { n: 4, of: 6 }).text // "4 of 6 products are traced to a site that makes them."
 */
export const sayKpi: (code: KpiTextCode, params?: SentenceParams) => Sentence = sayIn(kpiTexts);

/**
 * A value in its unit, as people read it.
 *
 * @example sayValue(66.666, "%") // "66.7 %"
 */
export function sayValue(value: number, unit: string): string {
  if (unit.startsWith("yes/no")) return sayKpi(value === 0 ? "no" : "yes").text;
  return `${plain.format(value)} ${unitInWords(unit)}`.trim();
}

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

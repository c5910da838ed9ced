/** Figures and facts for tests, and the verdict of one law. */
import { applicableLaws, type LawVerdict } from "./applicable-laws.ts";
import type { LawFacts, LawFigure, RateLookup } from "./law-facts.ts";

export const today = "2026-11-20";
export const yearEnd = "2025-12-31";

/** An amount of the last year, with the group. */
export function money(value: number, currency: string, more: Partial<LawFigure> = {}): LawFigure {
  return { value, currency, asOf: yearEnd, withGroup: true, ...more };
}
/** A number of people at the end of the last year, with the group. */
export function people(value: number, more: Partial<LawFigure> = {}): LawFigure {
  return { value, currency: null, asOf: yearEnd, withGroup: true, ...more };
}
/** What is said of one law. */
export function verdict(
  law: string,
  facts: LawFacts,
  onDate = today,
  rates: RateLookup | null = null,
): LawVerdict {
  const found = applicableLaws(facts, onDate, rates).find((one) => one.law === law);
  if (found === undefined) throw new Error(`no law ${law}`);
  return found;
}
/** The reasons as one text. */
export const said = ({ because }: LawVerdict): string => because.map(({ text }) => text).join(" ");

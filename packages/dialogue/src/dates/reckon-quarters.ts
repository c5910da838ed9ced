/** Quarters of the year, on ISO dates. */
import { addMonths, type IsoDate } from "@throughline/domain";

/** The quarter of a day. @example quarterOf("2024-05-01") // "2024-Q2" */
export function quarterOf(date: IsoDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Quarters from one day to another, in order. @example quartersBetween("2023-11-02", "2024-01-05") // ["2023-Q4", "2024-Q1"] */
export function quartersBetween(from: IsoDate, until: IsoDate): string[] {
  const quarters: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= until; day = addMonths(day, 1)) {
    const quarter = quarterOf(day);
    if (quarters.at(-1) !== quarter) quarters.push(quarter);
  }
  return quarters;
}

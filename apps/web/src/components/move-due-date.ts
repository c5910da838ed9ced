import { formatLongDate } from "../texts/format.ts";

/**
 * The letter says by which day it asks to be answered, and why then. Another day chosen beside it is said in the
 * letter, too, without the reason, which was that of the old day. What a person has rewritten is left alone.
 *
 * @example moveDueDate("Please answer by 18 December 2026. That is …", "2026-12-18", "2027-01-08")
 */
export function moveDueDate(body: string, before: string, after: string): string {
  if (before === "" || after === "") return body;
  return body.replace(
    new RegExp(`(answer by )${formatLongDate(before)}\\.[^\\n]*`),
    (_all, lead: string) => `${lead}${formatLongDate(after)}.`,
  );
}

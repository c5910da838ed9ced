/** Cells that spreadsheets would run as formulas, made text, and back. Used by every export of ours, CSV or workbook. */

/** What spreadsheets take for the beginning of a formula, in ASCII and full width, also behind blanks. */
const runs = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
/** Ordinary numbers stay: no program runs "-12.5". */
const ordinaryNumber = /^-?\d+(?:[.,]\d+)*$/u;

function wouldRun(cell: string): boolean {
  return runs.test(cell) && !ordinaryNumber.test(cell);
}

/**
 * The cell with an apostrophe before it where a spreadsheet would run it (OWASP's list: `=`, `+`, `-`, `@`, tab and
 * carriage return, with line feed and the full-width signs); other cells as they stand.
 * {@link restoreFormulaText} takes the apostrophe off again, for every text.
 *
 * @example neutraliseFormula("=1+1") // → "'=1+1"
 */
export function neutraliseFormula(cell: string): string {
  return wouldRun(cell) ? `'${cell}` : cell;
}

/**
 * What {@link neutraliseFormula} was given.
 *
 * @example restoreFormulaText("'=1+1") // → "=1+1"
 */
export function restoreFormulaText(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell;
}

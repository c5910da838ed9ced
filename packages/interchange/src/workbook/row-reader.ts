/** Reads the cells of one row of the workbook, and says what could not be read. */
import type { Finding, GridRow } from "@throughline/domain";
import { workbookChecks } from "../list/workbook-checks.ts";
import type { WorkbookCheckCode } from "../list/workbook-checks.ts";
import { readText } from "./cell-values.ts";
import type { FilledSheet } from "./load-workbook.ts";

/** Collects findings of a workbook. */
export class WorkbookFindings {
  readonly findings: Finding[] = [];

  /** `where`: sheet and row, in words. */
  notice(check: WorkbookCheckCode, message: string): void {
    const { severity, whatToDo } = workbookChecks[check];
    this.findings.push({
      check,
      severity,
      field: null,
      message,
      whatToDo,
      correction: null,
      otherRow: null,
    });
  }
}

/** One row. Values that cannot be read fall back to what stood before. */
export class RowReader {
  readonly where: string;
  readonly #row: GridRow;
  readonly #sheet: FilledSheet;
  readonly #findings: WorkbookFindings;

  constructor(row: GridRow, sheet: FilledSheet, findings: WorkbookFindings) {
    this.where = `Sheet '${sheet.name}', row ${row.row}`;
    this.#row = row;
    this.#sheet = sheet;
    this.#findings = findings;
  }

  get number(): number {
    return this.#row.row;
  }

  /** The cell under a code, as it stands. */
  cell(code: string): string | undefined {
    const index = this.#sheet.at.get(code);
    return index === undefined ? undefined : this.#row.cells[index];
  }

  /** The cell of a column, as it stands. */
  at(index: number): string | undefined {
    return this.#row.cells[index];
  }

  notice(check: WorkbookCheckCode, sentence: string): void {
    this.#findings.notice(check, `${this.where}: ${sentence}`);
  }

  /** True when none of these cells says anything. */
  isEmpty(codes: readonly string[]): boolean {
    return codes.every((code) => readText(this.cell(code)) === null);
  }

  /**
   * A value read by `read` (`undefined`: cannot be read). A column that is not there, and a cell that cannot be read,
   * leave what stood before.
   */
  value<Value>(
    code: string,
    before: Value,
    read: (cell: string | undefined) => Value | undefined,
  ): Value {
    if (!this.#sheet.at.has(code)) return before;
    const value = read(this.cell(code));
    if (value !== undefined) return value;
    this.notice(
      "workbook_value_not_read",
      `'${(this.cell(code) ?? "").slice(0, 60)}' cannot be read; what stood before was kept.`,
    );
    return before;
  }

  /** A text of at most `most` characters. */
  text(code: string, before: string | null, most: number): string | null {
    return this.value(code, before, (cell) => {
      const text = readText(cell);
      return text !== null && text.length > most ? undefined : text;
    });
  }
}

/** What every reader does to the cells of a row, whatever the format. */
import type { GridRow } from "@throughline/domain";
import type { DisclosureLimits } from "../disclosure/limits.ts";
import { TableFault } from "./table-fault.ts";

/** Keeps count of one sheet while its rows come by. */
export class SheetTally {
  rows = 0;
  columns = 0;
  readonly #limits: DisclosureLimits;
  #wideRows = 0;

  constructor(limits: DisclosureLimits) {
    this.#limits = limits;
  }

  /**
   * The row as it is handed on, or `null` when it is blank: trailing empty cells left off, no half characters, cells
   * no longer and no more numerous than a list has.
   *
   * @throws TableFault `file_too_large` at one row more than is allowed.
   */
  keep(row: number, raw: readonly string[], changes: readonly string[] = []): GridRow | null {
    let end = raw.length;
    while (end > 0 && (raw[end - 1] ?? "") === "") end -= 1;
    if (!raw.some((cell) => cell.trim() !== "")) return null;
    const { maxColumns, maxCellLength, maxRows } = this.#limits;
    if (end > maxColumns) {
      this.#wideRows += 1;
      end = maxColumns;
    }
    this.rows += 1;
    if (this.rows > maxRows)
      throw new TableFault(
        "file_too_large",
        `The list has more than ${maxRows.toLocaleString("en")} rows. Split it.`,
      );
    this.columns = Math.max(this.columns, end);
    const cells: string[] = [];
    const said = new Set(changes);
    for (let at = 0; at < end; at += 1) {
      let cell = raw[at] ?? "";
      if (cell.length > maxCellLength) {
        cell = cell.slice(0, maxCellLength);
        said.add(
          `A cell was longer than ${maxCellLength.toLocaleString("en")} characters; what went beyond was left out.`,
        );
      }
      if (cell.includes("\0") || !cell.isWellFormed()) {
        cell = cell.replaceAll("\0", "\uFFFD").toWellFormed();
        said.add("A character that cannot be stored was replaced.");
      }
      cells.push(cell);
    }
    return said.size === 0 ? { row, cells } : { row, cells, changes: [...said] };
  }

  /** What a person should know, in sentences; `where` names the sheet where there are several. */
  notes(where: string): string[] {
    if (this.#wideRows === 0) return [];
    const beyond =
      this.#wideRows === 1 ? "one row goes" : `${this.#wideRows.toLocaleString("en")} rows go`;
    return [
      `${where} has more than ${this.#limits.maxColumns} columns; the first ${this.#limits.maxColumns} are read (${beyond} beyond).`,
    ];
  }
}

/** Gathers rows into batches that a database transaction and a heap can hold. */
import type { GridRow } from "@throughline/domain";

const mostRows = 1_000;
const mostCharacters = 2_000_000;

/** Batches of at most 1,000 rows or about two million characters, in order; nothing is lost. */
export class RowBatch {
  #rows: GridRow[] = [];
  #characters = 0;

  /** Adds a row; gives the batch back when it is full. */
  add(row: GridRow): GridRow[] | null {
    this.#rows.push(row);
    for (const cell of row.cells) this.#characters += cell.length;
    return this.#rows.length >= mostRows || this.#characters >= mostCharacters ? this.take() : null;
  }

  /** What has been gathered; the batch is empty afterwards. */
  take(): GridRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    return rows;
  }
}

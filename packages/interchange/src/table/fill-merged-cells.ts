/** Writes the value of a merged cell into each row it stands for. */
import type { MergedCell } from "./find-merged-cells.ts";

/** Walks along a sheet's rows with the merges that are open at each. */
export class MergeFiller {
  readonly #waiting: readonly MergedCell[];
  readonly #values = new Map<MergedCell, string>();
  #open: MergedCell[] = [];
  #next = 0;

  /** `merges` ordered by their first row. */
  constructor(merges: readonly MergedCell[]) {
    this.#waiting = merges;
  }

  /** Opens a merge that begins at the row that is filled next. */
  add(merge: MergedCell): void {
    // Merges of a sound file never overlap, so one is open per column at most.
    if (!this.#open.some((one) => one.column === merge.column && one.toRow >= merge.fromRow))
      this.#open.push(merge);
  }

  /** Fills the cells of a row; rows must come in order. True when something was filled. */
  fill(row: number, cells: string[]): boolean {
    if (this.#next >= this.#waiting.length && this.#open.length === 0) return false;
    for (;;) {
      const merge = this.#waiting[this.#next];
      if (merge === undefined || merge.fromRow > row) break;
      this.#next += 1;
      if (merge.toRow >= row) this.add(merge);
    }
    this.#open = this.#open.filter((merge) => {
      if (merge.toRow >= row) return true;
      this.#values.delete(merge);
      return false;
    });
    // A row that is blank but for a merge stays blank: the merge reaches beyond the list.
    const blank = !cells.some((cell) => cell !== undefined && cell.trim() !== "");
    let filled = false;
    for (const merge of this.#open) {
      if (row === merge.fromRow) this.#values.set(merge, cells[merge.column] ?? "");
      else if (!blank && (cells[merge.column] ?? "") === "") {
        const value = this.#values.get(merge) ?? "";
        if (value === "") continue;
        while (cells.length < merge.column) cells.push("");
        cells[merge.column] = value;
        filled = true;
      }
    }
    return filled;
  }
}

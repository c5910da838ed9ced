import type { SearchIndex } from "./search-index.ts";

/** Where a site stands among what was found: lower comes first; then by a number of its id, then by the id. */
export interface Rank {
  readonly order: number;
  readonly tie: number;
  readonly id: string;
}

/** Below 0 when `a` comes first. */
export function compareRanks(a: Rank, b: Rank): number {
  return a.order - b.order || a.tie - b.tie || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export interface PageEntry extends Rank {
  readonly index: SearchIndex;
  readonly ordinal: number;
}

/** Keeps the first few of what is offered, behind a given one. */
export class Page {
  readonly entries: PageEntry[] = [];
  readonly #limit: number;
  readonly #after: Rank | null;
  /** What is surely too late, and surely too early. */
  #lastOrder = Number.POSITIVE_INFINITY;
  #lastTie = 0;
  readonly #firstOrder: number;

  constructor(limit: number, after: Rank | null) {
    this.#limit = limit;
    this.#after = after;
    this.#firstOrder = after?.order ?? -1;
  }

  offer(index: SearchIndex, ordinal: number, order: number): void {
    if (order > this.#lastOrder || order < this.#firstOrder) return;
    const tie = index.ties[ordinal] ?? 0;
    if (order === this.#lastOrder && tie > this.#lastTie) return;
    const after = this.#after;
    if (after !== null && order === after.order && tie < after.tie) return;
    const entry: PageEntry = { index, ordinal, order, tie, id: index.idOf(ordinal) };
    if (after !== null && compareRanks(entry, after) <= 0) return;
    const { entries } = this;
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = entries[middle];
      if (other !== undefined && compareRanks(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    entries.splice(low, 0, entry);
    if (entries.length > this.#limit) entries.pop();
    const last = entries.length < this.#limit ? undefined : entries.at(-1);
    if (last === undefined) return;
    this.#lastOrder = last.order;
    this.#lastTie = last.tie;
  }
}

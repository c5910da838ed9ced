/** Sorts what is broken into what is overdue, due soon, to decide, and the rest. Pure. */
import type { TodayItem } from "@throughline/contract";
import type { IsoDate } from "@throughline/domain";
import type { z } from "zod";

type Item = z.infer<typeof TodayItem>;

/** Two weeks: time enough to ask somebody and get an answer. */
export const soonDays = 14;
/** Half a year: a procurement to follow takes that long. */
export const endingDays = 180;

export interface SortedItems {
  readonly overdue: Item[];
  readonly dueSoon: Item[];
  readonly toDecide: Item[];
  readonly others: Item[];
}

const rankOfSeverity = { severe: 0, serious: 1, minor: 2 } as const;

function before(a: Item, b: Item): number {
  return (
    rankOfSeverity[a.severity] - rankOfSeverity[b.severity] ||
    compare(a.action.dueOn ?? "9999", b.action.dueOn ?? "9999") ||
    compare(a.contractTitle, b.contractTitle) ||
    compare(a.action.id, b.action.id)
  );
}

function byDue(a: Item, b: Item): number {
  return compare(a.action.dueOn ?? "9999", b.action.dueOn ?? "9999") || before(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What was said at a table about several contracts is to be done once: it stays at the first of them.
 *
 * @param items of the contracts in their order
 */
export function onceForEachTable(items: readonly Item[]): Item[] {
  const told = new Set<string>();
  return items.filter(({ station, action }) => {
    if (station !== "acted") return true;
    const key = [action.kind, ...action.refs.map(({ id }) => id)].join(" ");
    return action.refs.length === 0 || (!told.has(key) && told.add(key).size > 0);
  });
}

/** A decision is a decision whenever it is due; everything else goes by its date. */
export function sortItems(items: readonly Item[], today: IsoDate, soon: IsoDate): SortedItems {
  const sorted: SortedItems = { overdue: [], dueSoon: [], toDecide: [], others: [] };
  for (const item of items) {
    const { kind, dueOn } = item.action;
    if (kind === "decide_hit" || kind === "decide_match") sorted.toDecide.push(item);
    else if (dueOn !== null && dueOn < today) sorted.overdue.push(item);
    else if (dueOn !== null && dueOn <= soon) sorted.dueSoon.push(item);
    else sorted.others.push(item);
  }
  sorted.overdue.sort(byDue);
  sorted.dueSoon.sort(byDue);
  sorted.toDecide.sort(before);
  sorted.others.sort(before);
  return sorted;
}

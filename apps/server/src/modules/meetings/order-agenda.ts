/** The order of an agenda: where the host put others' items, and everybody's own where it stands. Pure. */
import type { AgendaRow } from "./agenda.store.ts";

/** Items that stand, in order, numbered from 1. */
export function orderAgenda(
  rows: readonly AgendaRow[],
  places: Readonly<Record<string, number>>,
): AgendaRow[] {
  return rows
    .filter(({ removed }) => !removed)
    .map((row) => ({ ...row, position: places[row.id] ?? row.position }))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((row, at) => ({ ...row, position: at + 1 }));
}

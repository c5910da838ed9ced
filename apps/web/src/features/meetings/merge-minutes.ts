/** Minutes while they are written: beside each item of the agenda what was said, in the agenda's order. */
import type { MinutesContent } from "@throughline/contract";

export interface MinutesRow {
  readonly agendaItemId: string | null;
  readonly title: string;
  readonly text: string;
}

/**
 * One row for each item of the agenda, with what is written on it; after them what was written on items that are no longer
 * on it. Nothing that was written is lost.
 *
 * @example mergeMinutes([{ id: "a", title: "Sites" }], { summary: "", items: [] })[0] // { agendaItemId: "a", title: "Sites", text: "" }
 */
export function mergeMinutes(
  items: readonly { readonly id: string; readonly title: string }[],
  content: MinutesContent,
): MinutesRow[] {
  const written = new Map(content.items.map((item) => [item.agendaItemId, item]));
  const known = new Set(items.map(({ id }) => id));
  return [
    ...items.map(({ id, title }) => ({
      agendaItemId: id,
      title,
      text: written.get(id)?.text ?? "",
    })),
    ...content.items.filter(
      ({ agendaItemId, text }) =>
        (agendaItemId === null || !known.has(agendaItemId)) && text.trim() !== "",
    ),
  ];
}

/** As it is kept and sent: what nothing was written on is left out. */
export function contentOf(summary: string, rows: readonly MinutesRow[]): MinutesContent {
  return {
    summary,
    items: rows.filter(({ text }) => text.trim() !== "").map((row) => ({ ...row })),
  };
}

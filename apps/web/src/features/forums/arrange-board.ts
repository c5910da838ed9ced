/** Lays a board out for reading: under each question its entries, under each entry what was merged into it and its comments. */
import type { PublicBoard } from "@throughline/contract";
import { orderEntries, type BoardEntry, type ForumPrompt } from "@throughline/domain";

export interface ArrangedEntry {
  readonly entry: BoardEntry;
  readonly merged: readonly BoardEntry[];
  readonly comments: readonly BoardEntry[];
}

export interface ArrangedSection {
  /** `null` for what stands under no question. */
  readonly prompt: ForumPrompt | null;
  readonly entries: readonly ArrangedEntry[];
}

/**
 * @param order ids in the order they are shown; what is not among them follows, most votes first. Somebody who reads or
 *   votes by keyboard is not moved about by the votes of others.
 */
export function arrangeBoard(
  { prompts, entries }: Pick<PublicBoard, "prompts" | "entries">,
  order: readonly string[] = [],
): ArrangedSection[] {
  const places = new Map(order.map((id, at) => [id, at]));
  const shown = orderEntries(entries).toSorted(
    (a, b) => (places.get(a.id) ?? order.length) - (places.get(b.id) ?? order.length),
  );
  const whole = (entry: BoardEntry): ArrangedEntry => {
    const merged = shown.filter(({ mergedInto }) => mergedInto === entry.id);
    const under = new Set([entry.id, ...merged.map(({ id }) => id)]);
    return {
      entry,
      merged,
      comments: shown.filter(({ parentId }) => parentId !== null && under.has(parentId)),
    };
  };
  const tops = shown.filter((entry) => entry.parentId === null && entry.mergedInto === null);
  const sections = [...prompts, null].map((prompt) => ({
    prompt,
    entries: tops.filter(({ promptId }) => promptId === (prompt?.id ?? null)).map(whole),
  }));
  // What belongs to a question that is gone is shown all the same.
  const known = new Set<string | null>([null, ...prompts.map(({ id }) => id)]);
  const lost = tops.filter(({ promptId }) => !known.has(promptId)).map(whole);
  return sections.map((section) =>
    section.prompt === null ? { ...section, entries: [...section.entries, ...lost] } : section,
  );
}

/** The order of a board as it stands by votes, to be kept until one asks for it anew. */
export function orderByVotes(entries: readonly BoardEntry[]): string[] {
  return orderEntries(entries).map(({ id }) => id);
}

export interface BoardNews {
  readonly ideas: number;
  readonly questions: number;
  readonly comments: number;
}

/** What has been said since: for the line that is read out now and then. Votes are no news. */
export function newsSince(seen: ReadonlySet<string>, entries: readonly BoardEntry[]): BoardNews {
  const fresh = entries.filter(({ id }) => !seen.has(id));
  const count = (kind: BoardEntry["kind"]): number =>
    fresh.filter((entry) => entry.kind === kind).length;
  return { ideas: count("idea"), questions: count("question"), comments: count("comment") };
}

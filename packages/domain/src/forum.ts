/**
 * Forums: sessions of a series with many participants, held under the Chatham House Rule. What was said is kept; who said
 * it is never stored.
 *
 * Vocabulary
 *   forum        one session, hosted by one organisation
 *   seat         an invitation of one person to it, opened by a personal link
 *   ticket       what admits to the board: random, signed blindly, so that nobody can tell to which seat it was given
 *   board        the questions put, what participants said about them, and votes
 *   entry        an idea, a question or a comment on the board; it has no author, no time and no number
 *   nullifier    what a vote leaves behind so that it counts once: an HMAC over ticket and entry under the board's own key
 */
import { z } from "zod";

/** `attributed` sessions are not held here: their record is the minutes of a meeting. */
export const forumRules = ["chatham_house"] as const;
export const ForumRule = z.enum(forumRules);
export type ForumRule = z.infer<typeof ForumRule>;

/** `preparing`: people are invited and take their tickets. `open`: the board works. `closed`: nothing can be said any more. */
export const forumStates = ["preparing", "open", "closed"] as const;
export const ForumState = z.enum(forumStates);
export type ForumState = z.infer<typeof ForumState>;

/** To whom a question is put. A heading, not a lock: who belongs to which group is not known of a ticket. */
export const audiences = ["all", "public_buyers", "resellers", "brands", "monitors"] as const;
export const Audience = z.enum(audiences);
export type Audience = z.infer<typeof Audience>;

export const entryKinds = ["idea", "question", "comment"] as const;
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;

/** A question the host puts to the participants. */
export const ForumPrompt = z.object({
  id: z.uuid(),
  audience: Audience,
  text: z.string().min(1).max(500),
});
export type ForumPrompt = z.infer<typeof ForumPrompt>;

/** What was said on the board, as everybody sees it. */
export const BoardEntry = z.object({
  id: z.uuid(),
  /** The question it answers; `null` for what stands on its own. */
  promptId: z.uuid().nullable(),
  /** The idea or question it comments on. */
  parentId: z.uuid().nullable(),
  kind: EntryKind,
  /** `null` where the host has hidden it; the reason stands instead. */
  text: z.string().nullable(),
  /** What the host grouped it under. */
  theme: z.string().nullable(),
  /** The entry the host merged it into. */
  mergedInto: z.uuid().nullable(),
  hiddenReason: z.string().nullable(),
  answered: z.boolean(),
  votes: z.int().nonnegative(),
});
export type BoardEntry = z.infer<typeof BoardEntry>;

/**
 * Fewer tickets than this, and a sentence is as good as signed: the board does not open. Five is the smallest group in
 * which every participant has at least four others it could have been.
 */
export const fewestTickets = 5;

export type BoardOpening =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing: number; readonly reason: string };

/**
 * Whether the board may open with so many tickets taken.
 *
 * @example
 * mayOpenBoard(3); // { ok: false, missing: 2, reason: "The board opens once 5 people have taken their tickets; …" }
 */
export function mayOpenBoard(tickets: number): BoardOpening {
  const missing = fewestTickets - tickets;
  if (missing <= 0) return { ok: true };
  const so =
    tickets === 0 ? "none has so far" : `${tickets} ${tickets === 1 ? "has" : "have"} so far`;
  return {
    ok: false,
    missing,
    reason: `The board opens once ${fewestTickets} people have taken their tickets; ${so}. With fewer, what is said could be told from who is there.`,
  };
}

/**
 * Names in the order of the alphabet, each once, whatever its capitals: the list of institutions in a summary.
 *
 * @example
 * listInstitutions(["SCC Plc.", "Adda", "adda"]); // ["Adda", "SCC Plc."]
 */
export function listInstitutions(names: readonly string[]): string[] {
  const collator = new Intl.Collator("en", { sensitivity: "base" });
  const kept: string[] = [];
  for (const name of names.map((given) => given.trim()).filter((given) => given !== ""))
    if (!kept.some((known) => collator.compare(known, name) === 0)) kept.push(name);
  return kept.toSorted(collator.compare);
}

/**
 * Entries as a board or a summary shows them: most votes first, and among equals by the id, which is random. Never by when
 * they were said.
 */
export function orderEntries<E extends Pick<BoardEntry, "id" | "votes">>(
  entries: readonly E[],
): E[] {
  return entries.toSorted((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

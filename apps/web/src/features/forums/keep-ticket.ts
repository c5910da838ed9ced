/**
 * The ticket in this browser. It stands in the browser's storage so that a closed tab costs nobody the seat, and goes when
 * the board is closed, when one leaves, and after three days. What was blinded is kept until its signature has come: sent
 * again, it is signed again.
 */
import { z } from "zod";

const prefix = "throughline-board-";
const keptMs = 3 * 86_400_000;

const Kept = z.object({
  forumId: z.string(),
  ticket: z.string().nullable(),
  /** Message, blinded message and the inverse of the blinding, until the ticket is there. */
  pending: z.object({ message: z.string(), blinded: z.string(), inverse: z.string() }).nullable(),
  until: z.number(),
});
export type KeptTicket = z.infer<typeof Kept>;

/** Where storage is forbidden, the page itself remembers. */
const inPage = new Map<string, string>();

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function read(key: string): string | null {
  return storage()?.getItem(key) ?? inPage.get(key) ?? null;
}

/** What is kept for a forum; what is too old is thrown away. */
export function keptTicket(forumId: string, now: number): KeptTicket | null {
  const text = read(prefix + forumId);
  if (text === null) return null;
  try {
    const kept = Kept.parse(JSON.parse(text));
    if (kept.until > now) return kept;
  } catch {
    // Not ours, or of an earlier version.
  }
  forgetTicket(forumId);
  return null;
}

export function keepTicket(
  kept: Pick<KeptTicket, "forumId" | "ticket" | "pending">,
  now: number,
): void {
  const text = JSON.stringify({ ...kept, until: now + keptMs });
  inPage.set(prefix + kept.forumId, text);
  try {
    storage()?.setItem(prefix + kept.forumId, text);
  } catch {
    // Full or forbidden: it lives as long as the page.
  }
}

export function forgetTicket(forumId: string): void {
  inPage.delete(prefix + forumId);
  storage()?.removeItem(prefix + forumId);
}

/** Forums this browser holds a ticket of. */
export function ticketsKept(now: number): KeptTicket[] {
  const store = storage();
  const keys = new Set(inPage.keys());
  for (let at = 0; at < (store?.length ?? 0); at += 1) {
    const key = store?.key(at) ?? "";
    if (key.startsWith(prefix)) keys.add(key);
  }
  return [...keys].flatMap((key) => {
    const kept = keptTicket(key.slice(prefix.length), now);
    return kept === null || kept.ticket === null ? [] : [kept];
  });
}

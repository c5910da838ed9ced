/**
 * How often one ticket may act, and how often one may follow a board at once. Counts of acts are kept in this process's memory under a hash with a salt of the process, and all
 * are forgotten each minute: nothing of who did how much is left.
 */
import { AppError } from "@throughline/domain";
import { createHmac, randomBytes } from "node:crypto";

const most = 120;
const windowMs = 60_000;

/** Tabs and screens one has open; a browser over HTTP/1.1 keeps six. */
const mostFollowed = 12;

const salt = randomBytes(32);
let counts = new Map<string, number>();
let began = 0;

/**
 * Counts one act of a ticket.
 *
 * @param now milliseconds of a clock that only goes forward
 * @throws AppError `rate_limited`
 */
export function countAct(ticket: Uint8Array, now: number = performance.now()): void {
  if (now - began >= windowMs) {
    counts = new Map();
    began = now;
  }
  const key = createHmac("sha256", salt).update(ticket).digest("base64url");
  const count = (counts.get(key) ?? 0) + 1;
  if (count > most) throw new AppError("rate_limited");
  counts.set(key, count);
}

const followed = new Map<string, number>();

/**
 * Counts one stream of a ticket, or of a member, until it is let go; what is kept of a ticket meanwhile is a salted hash in
 * memory. Without it one ticket could hold as many connections as the server has.
 *
 * @returns how it is let go, once
 * @throws AppError `rate_limited`
 */
export function countFollowing(who: Uint8Array | string): () => void {
  const key = createHmac("sha256", salt).update(who).digest("base64url");
  const count = followed.get(key) ?? 0;
  if (count >= mostFollowed)
    throw new AppError("rate_limited", "This board is open in too many places. Close some first.");
  followed.set(key, count + 1);
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = (followed.get(key) ?? 1) - 1;
    if (left === 0) followed.delete(key);
    else followed.set(key, left);
  };
}

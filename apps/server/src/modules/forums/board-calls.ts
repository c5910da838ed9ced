/**
 * What is particular about calls to `/api/board`: they are read without whatever else a browser may send along, and are
 * counted by ticket instead of by network address once the ticket was found good, so that a room full of participants
 * behind one address is not taken for one person.
 */
import { ticketHeader } from "@throughline/contract";
import { createHmac, randomBytes } from "node:crypto";

type SentHeaders = Record<string, string | string[] | undefined>;

const places = /^\/api\/board(?:[/?]|$)/u;

/** Headers a call to the board is read with; `null` for any other call. Cookies and tokens of members are never looked at. */
export function anonymise(call: {
  readonly url: string;
  readonly headers: SentHeaders;
}): SentHeaders | null {
  if (!places.test(call.url)) return null;
  return {
    [ticketHeader]: call.headers[ticketHeader],
    "content-type": call.headers["content-type"],
    accept: call.headers["accept"],
  };
}

const salt = randomBytes(32);
const keptMs = 60_000;
let good = new Set<string>();
let began = 0;

function keyOf(ticket: string): string {
  return createHmac("sha256", salt).update(ticket).digest("base64url");
}

function forgetEachMinute(now: number): void {
  if (now - began < keptMs) return;
  good = new Set();
  began = now;
}

/** Remembers for a minute, in memory and as a salted hash, that a ticket was good. */
export function noteGoodTicket(header: string, now: number = performance.now()): void {
  forgetEachMinute(now);
  good.add(keyOf(header));
}

/** By what a call to the board is counted; `null`: by its network address, like any other. */
export function boardKeyOf(
  call: { readonly url: string; readonly headers: SentHeaders },
  now: number = performance.now(),
): string | null {
  const header = call.headers[ticketHeader];
  if (!places.test(call.url) || typeof header !== "string" || header.length > 1000) return null;
  forgetEachMinute(now);
  const key = keyOf(header);
  return good.has(key) ? `ticket:${key}` : null;
}

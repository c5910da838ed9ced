/**
 * Takes a ticket by blind signature (RFC 9474, RSABSSA-SHA384-PSS-Randomized). Loaded when somebody joins and not before:
 * it brings the arithmetic along.
 */
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { keepTicket, keptTicket } from "./keep-ticket.ts";

export interface TicketOffer {
  readonly hostId: string;
  readonly forumId: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/**
 * Blinds a new random ticket, or the one that is still waiting for its signature, has it signed by `sign`, checks what came
 * back and keeps the ticket.
 */
export async function takeTicket(
  { hostId, forumId, publicKey }: TicketOffer,
  sign: (blinded: string) => Promise<string>,
  now: number,
): Promise<string> {
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const key = await crypto.subtle.importKey(
    "spki",
    toBytes(publicKey),
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );
  let pending = keptTicket(forumId, now)?.pending ?? null;
  if (pending === null) {
    const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
    const { blindedMsg, inv } = await suite.blind(key, message);
    pending = { message: toText(message), blinded: toText(blindedMsg), inverse: toText(inv) };
    keepTicket({ forumId, ticket: null, pending }, now);
  }
  const signature = await suite.finalize(
    key,
    toBytes(pending.message),
    toBytes(await sign(pending.blinded)),
    toBytes(pending.inverse),
  );
  const ticket = [hostId, forumId, pending.message, toText(signature)].join(".");
  keepTicket({ forumId, ticket, pending: null }, now);
  return ticket;
}

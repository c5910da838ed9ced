/**
 * Calls of a participant: with its ticket and nothing else. The browser is told to send no cookies, so that somebody who is
 * signed in besides is nobody here.
 */
import { createClient, ticketHeader, type ApiClient } from "@throughline/contract";

/** Headers of a participant. */
export function ticketHeaders(ticket: string | null): Record<string, string> {
  return ticket === null ? {} : { [ticketHeader]: ticket };
}

/** The part of the API that participants call; `null`: before there is a ticket. */
export function boardClient(ticket: string | null): ApiClient["board"] {
  return createClient({
    origin: globalThis.location.origin,
    headers: () => ticketHeaders(ticket),
    fetch: (request, init) =>
      globalThis.fetch(
        new Request(request, { credentials: "omit", referrerPolicy: "no-referrer" }),
        init,
      ),
  }).board;
}

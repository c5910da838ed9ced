/** A client that sits at a table by link, code and word, for tests: opens the seat and keeps the cookie. */
import type { ApiClient } from "@throughline/contract";
import { secretOf } from "./as-guest.ts";
import type { TestApp } from "./start-test-app.ts";

export interface SeatGuest {
  readonly seriesId: string;
  /** Whoever opens a seat first chooses its word. */
  readonly first: boolean;
  readonly client: ApiClient;
  /** Headers that make a raw call this guest's. */
  readonly headers: Record<string, string>;
}

export const plantedWord = "a word of our own";

/** Opens the seat as nobody and answers a client that sits on it. */
export async function openSeatAsGuest(
  server: TestApp,
  offered: { readonly link: string; readonly code: string },
  word = plantedWord,
): Promise<SeatGuest> {
  const answer = await server.call({
    method: "POST",
    url: "/api/dialogue/seat/open",
    body: { secret: secretOf(offered.link), code: offered.code, word },
  });
  if (answer.statusCode !== 200) throw new Error(`The seat did not open: ${answer.body}`);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const headers = { cookie, "throughline-as": "guest" };
  const opened = answer.json<{ seriesId: string; first: boolean }>();
  return { ...opened, headers, client: server.withHeaders(headers) };
}

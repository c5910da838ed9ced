/** A client that holds a request's link and code, for tests: opens it and keeps the cookie. */
import { createClient, type ApiClient } from "@throughline/contract";
import type { TestApp } from "./start-test-app.ts";

/** What the link carries behind `#`. */
export function secretOf(link: string): string {
  return link.split("#")[1] ?? "";
}

export interface Guest {
  readonly deliveryId: string;
  readonly client: ApiClient;
  /** Headers that make a raw call a guest's. */
  readonly headers: Record<string, string>;
}

/** Opens the request as nobody and answers a client that is its guest. */
export async function openAsGuest(
  server: TestApp,
  sent: { readonly link: string; readonly code: string },
): Promise<Guest> {
  const answer = await server.call({
    method: "POST",
    url: "/api/answering/open",
    body: { secret: secretOf(sent.link), code: sent.code },
  });
  if (answer.statusCode !== 200) throw new Error(`The link did not open: ${answer.body}`);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const headers = { cookie, "throughline-as": "guest" };
  const { deliveryId } = answer.json<{ deliveryId: string }>();
  return { deliveryId, headers, client: server.withHeaders(headers) };
}

/** The same cookie beside a session: somebody who is signed in and holds link and code. */
export async function asGuestAndMember(
  server: TestApp,
  guest: Guest,
  personId: string,
  organisationId: string,
): Promise<ApiClient> {
  const session = await server.headersOf(personId, organisationId);
  return createClient({
    origin: "http://localhost",
    fetch: async (request) => {
      const body = await request.text();
      const answer = await server.call({
        method: request.method as "POST",
        url: request.url.replace("http://localhost", ""),
        headers: {
          ...session,
          ...guest.headers,
          cookie: `${session["cookie"] ?? ""}; ${guest.headers["cookie"] ?? ""}`,
        },
        ...(body === "" ? {} : { body: JSON.parse(body) as unknown }),
      });
      return new Response(
        answer.rawPayload.length === 0 ? null : new Uint8Array(answer.rawPayload),
        {
          status: answer.statusCode,
          headers: { "content-type": String(answer.headers["content-type"]) },
        },
      );
    },
  });
}

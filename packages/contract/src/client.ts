/** The typed client, for the browser, the command line and tests. */
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { apiContract } from "./contract.ts";
import { decodeProblem } from "./problem.ts";

export type ApiClient = ContractRouterClient<typeof apiContract>;

export interface ClientOptions {
  /** Address of the server, without `/api`. */
  readonly origin: string;
  /** Headers for each request, for instance `authorization: Bearer …`. */
  readonly headers?: () => Record<string, string>;
  /** The `fetch` to use; the platform's unless given. */
  readonly fetch?: (
    request: Request,
    init: { redirect?: Request["redirect"] },
  ) => Promise<Response>;
}

/**
 * Makes a client for the API at `origin`. Failures are thrown as errors that {@link problemOf} reads.
 *
 * @example
 * const client = createClient({ origin: "http://localhost:4400", headers: () => ({ authorization: `Bearer ${token}` }) });
 * const { items } = await client.contracts.list({});
 */
export function createClient(options: ClientOptions): ApiClient {
  const send = options.fetch ?? ((request, init) => globalThis.fetch(request, init));
  const link = new OpenAPILink(apiContract, {
    url: `${options.origin}/api`,
    headers: () => options.headers?.() ?? {},
    // The id of a site that was merged away leads to the one that was kept (308); only reading leads anywhere.
    fetch: async (request, init) =>
      asPlainJson(await send(request, request.method === "GET" ? { redirect: "follow" } : init)),
    customErrorResponseBodyDecoder: decodeProblem,
  });
  // The link speaks every endpoint of the contract it was made from.
  return createORPCClient(link) as ApiClient;
}

/** The transport reads `application/problem+json` as a file; name it JSON so that it is parsed. */
function asPlainJson(response: Response): Response {
  if (!(response.headers.get("content-type") ?? "").startsWith("application/problem+json"))
    return response;
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/json");
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

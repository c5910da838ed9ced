/**
 * The whole server in-process, for route tests: nothing listens, requests are injected. Planted people get a sign-in
 * row and a session on first use, without the cost of a password.
 */
import { createHmac } from "node:crypto";
import { createClient, type ApiClient } from "@throughline/contract";
import type { Database } from "@throughline/db";
import type { Permission } from "@throughline/domain";
import type { LightMyRequestResponse } from "fastify";
import { buildApp, type App, type AppParts } from "../app.ts";
import type { Mailer } from "../modules/mail/index.ts";
import type { WorkedOff } from "../platform/jobs/work-off-jobs.ts";
import { runJobs, testSecret } from "./run-jobs.ts";

/** One raw request. `body` is sent as JSON. */
export interface TestRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Address with `/api`. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface TestApp {
  readonly app: App;
  readonly secret: string;
  /** A typed client signed in as a planted member, acting for the organisation. */
  as(personId: string, organisationId: string): ApiClient;
  /** A typed client that sends an API token. */
  withToken(token: string): ApiClient;
  /** A typed client that is nobody. */
  anonymous(): ApiClient;
  /** A typed client that sends these headers with each request. */
  withHeaders(headers: Record<string, string>): ApiClient;
  /** Makes an API token of a planted member and answers its secret. */
  tokenFor(
    personId: string,
    organisationId: string,
    scopes: readonly Permission[],
    expiresInDays?: number,
  ): Promise<string>;
  /** Headers that sign a planted member in, for raw requests. */
  headersOf(personId: string, organisationId: string): Promise<Record<string, string>>;
  /** Sends a raw request as nobody, or with the headers given. */
  call(request: TestRequest): Promise<LightMyRequestResponse>;
  /**
   * Works off what is queued, in this process.
   *
   * @param until also what is delayed, or to be tried again, up to this instant; jobs then see it as now
   */
  runJobs(until?: Date): Promise<WorkedOff[]>;
  close(): Promise<void>;
}

export type TestAppOptions = Pick<AppParts, "database"> &
  Partial<Pick<AppParts, "now" | "publicUrl" | "webFolder" | "requestsPerMinute" | "log">> & {
    /** How mail leaves; without one it is held. */
    readonly mailer?: Mailer;
  };

const secret = testSecret;

/**
 * Builds the server on a test database.
 *
 * @example
 * const server = await startTestApp({ database: db.database });
 * const planted = await plantOrganisation(db.database);
 * const { items } = await server.as(planted.people.owner, planted.organisationId).contracts.list({});
 */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const { mailer, ...parts } = options;
  const app = await buildApp({
    databaseKind: "embedded",
    secret,
    publicUrl: "http://localhost",
    webFolder: null,
    requestsPerMinute: 100_000,
    smtpConfigured: mailer !== undefined,
    ...parts,
  });
  await app.http.ready();
  const sessions = new Map<string, Promise<string>>();

  function sessionOf(personId: string, organisationId: string): Promise<string> {
    const known = sessions.get(personId);
    if (known !== undefined) return known;
    const made = signInPlanted(app, options.database, personId, organisationId);
    sessions.set(personId, made);
    return made;
  }

  async function headersOf(
    personId: string,
    organisationId: string,
  ): Promise<Record<string, string>> {
    return {
      cookie: await sessionOf(personId, organisationId),
      "throughline-organisation": organisationId,
    };
  }

  function clientWith(headers: () => Promise<Record<string, string>>): ApiClient {
    return createClient({
      origin: "http://localhost",
      fetch: async (request) => {
        for (const [name, value] of Object.entries(await headers()))
          request.headers.set(name, value);
        const body = Buffer.from(await request.arrayBuffer());
        const answer = await app.http.inject({
          // The typed client sends only methods of the contract.
          method: request.method as TestRequest["method"],
          url: request.url,
          headers: Object.fromEntries(request.headers),
          ...(body.length === 0 ? {} : { payload: body }),
        });
        return asResponse(answer);
      },
    });
  }

  return {
    app,
    secret,
    as: (personId, organisationId) => clientWith(() => headersOf(personId, organisationId)),
    withToken: (token) => clientWith(async () => ({ authorization: `Bearer ${token}` })),
    withHeaders: (headers) => clientWith(async () => headers),
    anonymous: () => clientWith(async () => ({})),
    async tokenFor(personId, organisationId, scopes, expiresInDays = 30) {
      await sessionOf(personId, organisationId);
      const made = await app.signIn.library.api.createApiKey({
        body: {
          name: "planted",
          userId: personId,
          expiresIn: expiresInDays * 86_400,
          metadata: { organisationId, scopes: [...scopes] },
        },
      });
      return made.key;
    },
    headersOf,
    call: ({ method, url, body, headers }) =>
      app.http.inject({
        method,
        url,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }),
    runJobs: (until) =>
      runJobs(options.database, {
        mailer: mailer ?? null,
        publicUrl: options.publicUrl ?? "http://localhost",
        now: () => until ?? options.now?.() ?? new Date(),
        ...(until === undefined ? {} : { until }),
      }),
    close: () => app.http.close(),
  };
}

/** Gives a planted member a sign-in row and a session; answers the cookie header that carries it. */
export async function signInPlanted(
  app: App,
  database: Database,
  personId: string,
  organisationId: string,
): Promise<string> {
  const member = await database.withActor({ organisationId, personId }, (tx) =>
    tx
      .selectFrom("members")
      .select(["name", "email"])
      .where("organisation_id", "=", organisationId)
      .where("person_id", "=", personId)
      .executeTakeFirst(),
  );
  await database.signInPool.query(
    `insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true) on conflict (id) do nothing`,
    [
      personId,
      member?.name ?? "Somebody planted",
      (member?.email ?? `${personId}@planted.example`).toLowerCase(),
    ],
  );
  const context = await app.signIn.library.$context;
  const session = await context.internalAdapter.createSession(personId);
  // The library signs its cookies with HMAC-SHA256, base64, behind a dot.
  const signature = createHmac("sha256", context.secret).update(session.token).digest("base64");
  return `${context.authCookies.sessionToken.name}=${encodeURIComponent(`${session.token}.${signature}`)}`;
}

function asResponse(answer: LightMyRequestResponse): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, String(value));
  }
  const hasNoBody = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(hasNoBody ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers,
  });
}

/** Composition root: everything that makes the server, on one screen. */
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import { ResponseHeadersPlugin } from "@orpc/server/plugins";
import type { Database } from "@throughline/db";
import Fastify, { type FastifyInstance } from "fastify";
import { randomUUID } from "node:crypto";
import { pino, type Logger } from "pino";
import { registerCommitmentFiles } from "./modules/commitments/index.ts";
import { registerContractFiles } from "./modules/contracts/index.ts";
import { registerDisclosureFiles } from "./modules/disclosures/index.ts";
import { registerDialogueFiles } from "./modules/dialogues/index.ts";
import { registerDutyFiles } from "./modules/duties/index.ts";
import {
  anonymise,
  boardKeyOf,
  registerForumFiles,
  registerLiveBoards,
} from "./modules/forums/index.ts";
import { registerHarmonisationFiles } from "./modules/harmonisation/index.ts";
import { registerIntakeFiles } from "./modules/intakes/index.ts";
import { registerKpiFiles } from "./modules/kpis/index.ts";
import { registerSitePage } from "./modules/sites/index.ts";
import type { ApiContext } from "./platform/api.ts";
import { registerMailFiles } from "./modules/mail/index.ts";
import { registerMeetingFiles } from "./modules/meetings/index.ts";
import { registerPolicyFiles } from "./modules/policies/index.ts";
import { registerProcurementFiles } from "./modules/procurements/index.ts";
import { registerReleaseFiles } from "./modules/releases/index.ts";
import { registerRequirementFiles } from "./modules/requirements/index.ts";
import { registerApiDescription } from "./platform/api-description.ts";
import { sendRedirects } from "./platform/permanent-redirect.ts";
import { readGuest } from "./platform/guest.ts";
import { asTransportError, problem, problemFrom } from "./platform/problem.ts";
import { createSignIn, type SignIn } from "./platform/sign-in.ts";
import { networkOf, refuseForeignOrigin, wantedOrganisation } from "./platform/request-headers.ts";
import { registerWeb } from "./platform/web.ts";
import { router } from "./router.ts";

export interface AppParts {
  readonly database: Database;
  readonly databaseKind: "embedded" | "server";
  readonly secret: string;
  readonly publicUrl: string;
  /** Folder of the built web, or `null` to serve the API alone. */
  readonly webFolder: string | null;
  readonly log?: Logger;
  /** Whether mail leaves by itself. */
  readonly smtpConfigured?: boolean;
  /** The clock; tests give their own. */
  readonly now?: () => Date;
  /** Requests a minute and address; tests raise it. */
  readonly requestsPerMinute?: number;
  /** Addresses or networks of the proxies whose word is taken for where a request came from. */
  readonly trustProxy?: readonly string[];
}

export interface App {
  readonly http: FastifyInstance;
  readonly signIn: SignIn;
}

const jsonLimit = 12 * 1024 * 1024;

/** Builds the server without listening. */
export async function buildApp(parts: AppParts): Promise<App> {
  const log = parts.log ?? pino({ level: "silent" });
  const now = parts.now ?? ((): Date => new Date());
  const signIn = createSignIn(parts.database, { secret: parts.secret, publicUrl: parts.publicUrl });
  const http = Fastify({
    bodyLimit: jsonLimit,
    genReqId: () => randomUUID(),
    trustProxy: parts.trustProxy === undefined ? false : [...parts.trustProxy],
    // An upload over a slow line takes minutes; somebody who never finishes does not hold on for ever.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 200 },
    // An address that is no address never reaches the handler below.
    frameworkErrors: (_error, request, reply) => {
      reply.raw
        .writeHead(404, {
          "content-type": "application/problem+json",
          "x-content-type-options": "nosniff",
        })
        .end(JSON.stringify(problem("not_found", request.id)));
    },
  });

  await http.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: parts.publicUrl.startsWith("https:"),
  });
  await http.register(rateLimit, {
    max: parts.requestsPerMinute ?? 1200,
    timeWindow: "1 minute",
    keyGenerator: (request) => boardKeyOf(request) ?? networkOf(request.ip),
  });
  http.setErrorHandler(async (error, request, reply) => {
    const found = problemFrom(error, request.id, log);
    return reply.status(found.status).type("application/problem+json").send(found);
  });

  http.addHook("onRequest", async (request, reply) => {
    refuseForeignOrigin(request.method, request.headers, parts.publicUrl);
    if (request.url.startsWith("/api/"))
      reply.headers({ "cache-control": "no-store", "x-request-id": request.id });
  });
  http.addHook("onSend", async (request, reply) => {
    // The transport says JSON for every body; failures are problem documents.
    if (request.url.startsWith("/api/") && reply.statusCode >= 400)
      reply.type("application/problem+json");
  });

  sendRedirects(http);

  async function contextOf(request: {
    id: string;
    ip: string;
    url: string;
    headers: Record<string, string | string[] | undefined>;
  }): Promise<ApiContext> {
    const at = now();
    const requestHeaders = new Headers();
    const resHeaders = new Headers();
    // Whoever speaks on a board is nobody: neither who is signed in nor where the call came from is looked at.
    const anonymous = anonymise(request);
    for (const [name, value] of Object.entries(anonymous ?? request.headers)) {
      if (value !== undefined)
        requestHeaders.set(name, Array.isArray(value) ? value.join(", ") : value);
    }
    return {
      database: parts.database,
      databaseKind: parts.databaseKind,
      secret: parts.secret,
      smtpConfigured: parts.smtpConfigured ?? false,
      signIn,
      requestId: request.id,
      now: at,
      publicUrl: parts.publicUrl,
      caller: await signIn.authenticate(requestHeaders, resHeaders),
      guest: readGuest(requestHeaders, { secret: parts.secret, now: at }),
      wantedOrganisationId: wantedOrganisation(requestHeaders),
      requestHeaders,
      clientAddress: anonymous === null ? networkOf(request.ip) : "",
      resHeaders,
    };
  }

  await registerDisclosureFiles(http, contextOf);
  await registerIntakeFiles(http, contextOf);
  await registerReleaseFiles(http, contextOf);
  registerRequirementFiles(http, contextOf);
  registerPolicyFiles(http, contextOf);
  await registerProcurementFiles(http, contextOf);
  registerContractFiles(http, contextOf);
  registerDutyFiles(http, contextOf);
  registerMeetingFiles(http, contextOf);
  registerDialogueFiles(http, contextOf);
  registerCommitmentFiles(http, contextOf);
  registerMailFiles(http, contextOf);
  registerHarmonisationFiles(http, contextOf);
  await registerKpiFiles(http, contextOf);
  registerForumFiles(http, contextOf);
  registerLiveBoards(http, contextOf, parts.database);
  registerApiDescription(http);
  const handler = new OpenAPIHandler<ApiContext>(router, {
    plugins: [new ResponseHeadersPlugin()],
    clientInterceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw asTransportError(error, call.context.requestId, log);
        }
      },
    ],
    customErrorResponseBodyEncoder: (error): unknown => error.data,
  });
  http.all("/api/*", async (request, reply) => {
    const context = await contextOf(request);
    const { matched } = await handler.handle(request, reply, { prefix: "/api", context });
    if (!matched)
      await reply
        .status(404)
        .type("application/problem+json")
        .send(problem("not_found", request.id));
    return reply;
  });
  if (parts.webFolder !== null) {
    await registerWeb(http, parts.webFolder);
    registerSitePage(http, contextOf);
  }
  return { http, signIn };
}

/** Sign-in by a well-kept library: passwords, sessions, second factor, personal API tokens, in the `auth` schema. */
import { apiKey } from "@better-auth/api-key";
import { Permission } from "@throughline/domain";
import type { Database } from "@throughline/db";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import { Kysely, PostgresDialect } from "kysely";
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import type { Caller } from "./caller.ts";

const deriveKey = promisify(argon2);

// OWASP Password Storage Cheat Sheet: Argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** Hashes a password as `argon2id$memory$passes$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await deriveKey("argon2id", { message: password, nonce, ...cost });
  return [
    "argon2id",
    cost.memory,
    cost.passes,
    nonce.toString("base64url"),
    tag.toString("base64url"),
  ].join("$");
}

/** Compares in constant time, with the cost the hash was made with. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [kind, memory, passes, salt, tag] = hash.split("$");
  if (kind !== "argon2id" || salt === undefined || tag === undefined) return false;
  const expected = Buffer.from(tag, "base64url");
  const made = await deriveKey("argon2id", {
    message: password,
    nonce: Buffer.from(salt, "base64url"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: cost.parallelism,
    tagLength: expected.length,
  });
  return timingSafeEqual(made, expected);
}

/** What a token remembers beside its hash. */
export const TokenMetadata = z.object({ organisationId: z.uuid(), scopes: z.array(Permission) });

export interface SignInSettings {
  readonly secret: string;
  readonly publicUrl: string;
}

function buildLibrary(database: Database, settings: SignInSettings) {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: database.signInPool }),
  }).withSchema("auth");
  return betterAuth({
    appName: "Throughline",
    secret: settings.secret,
    baseURL: settings.publicUrl,
    basePath: "/api/auth",
    database: { db, type: "postgres" },
    // Failures come back as thrown errors; the mapper logs them, once.
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 },
    advanced: {
      // The library lists at most 100 rows unless told: nobody's sessions or tokens may be beyond listing.
      database: { generateId: "uuid", defaultFindManyLimit: 10_000 },
      useSecureCookies: settings.publicUrl.startsWith("https:"),
      cookiePrefix: "throughline",
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
    },
    plugins: [
      twoFactor({ issuer: "Throughline" }),
      apiKey({
        defaultPrefix: "tl_",
        enableMetadata: true,
        maximumNameLength: 80,
        rateLimit: { enabled: false },
      }),
    ],
  });
}

/** The library's server-side calls. */
export type SignInLibrary = ReturnType<typeof buildLibrary>;

export interface SignIn {
  readonly library: SignInLibrary;
  /**
   * Who sent these headers: a session cookie or `authorization: Bearer tl_…`. A session in use is prolonged; the cookie
   * that says so goes into `answer`.
   */
  authenticate(headers: Headers, answer?: Headers): Promise<Caller | null>;
}

/** Builds the sign-in over the database's login role. */
export function createSignIn(database: Database, settings: SignInSettings): SignIn {
  const library = buildLibrary(database, settings);
  return {
    library,
    async authenticate(headers, answer) {
      const bearer = /^Bearer\s+(tl_[A-Za-z0-9_-]+)$/.exec(headers.get("authorization") ?? "")?.[1];
      if (bearer !== undefined) return authenticateToken(database, library, bearer);
      if (!(headers.get("cookie") ?? "").includes("throughline.")) return null;
      const { headers: cookies, response: found } = await library.api.getSession({
        headers,
        returnHeaders: true,
      });
      if (found === null) return null;
      for (const cookie of cookies.getSetCookie()) answer?.append("set-cookie", cookie);
      return {
        personId: found.user.id,
        sessionId: found.session.id,
        tokenId: null,
        tokenOrganisationId: null,
        scopes: null,
      };
    },
  };
}

async function authenticateToken(
  database: Database,
  library: SignInLibrary,
  secret: string,
): Promise<Caller | null> {
  const verified = await library.api.verifyApiKey({ body: { key: secret } });
  if (!verified.valid || verified.key === null) {
    // The library answers "not valid" when the database does not answer, too: that is not the token's fault.
    await database.ping();
    return null;
  }
  const metadata = TokenMetadata.safeParse(verified.key.metadata);
  if (!metadata.success) return null;
  return {
    personId: verified.key.referenceId,
    sessionId: null,
    tokenId: verified.key.id,
    tokenOrganisationId: metadata.data.organisationId,
    scopes: metadata.data.scopes,
  };
}

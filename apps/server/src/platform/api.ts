/**
 * The travel of a request: authenticate → parse → `act` (transaction, role, permission) → use case → parse output.
 * Route files only join an endpoint of the contract to a use case.
 */
import { implement } from "@orpc/server";
import { apiContract } from "@throughline/contract";
import type { Database, Tx } from "@throughline/db";
import {
  AppError,
  permits,
  type Actor,
  type IsoDate,
  type MemberRole,
  type Permission,
} from "@throughline/domain";
import type { Caller } from "./caller.ts";
import { enqueueIn, type Enqueue } from "./jobs/enqueue-job.ts";
import type { SignIn } from "./sign-in.ts";

/** What a use case works with: its transaction, who acts, and what time it is. */
export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly tokenId: string | null;
  readonly now: Date;
  readonly today: IsoDate;
  /** Queues a job in this transaction: committed with it, rolled back with it. */
  readonly enqueue: Enqueue;
}

/** Puts together what a use case works with. */
export function makeWork(parts: Pick<Work, "tx" | "actor" | "tokenId" | "now">): Work {
  const { tx, actor, tokenId, now } = parts;
  return {
    tx,
    actor,
    tokenId,
    now,
    today: isoDate(now),
    enqueue: enqueueIn(tx, actor.organisationId),
  };
}

/** What every procedure is given. */
export interface ApiContext {
  readonly database: Database;
  readonly signIn: SignIn;
  readonly requestId: string;
  readonly now: Date;
  readonly publicUrl: string;
  readonly databaseKind: "embedded" | "server";
  /** What links and codes are derived from; it never leaves the server. */
  readonly secret: string;
  /** Whether mail leaves by itself; otherwise it is held for a person to hand over. */
  readonly smtpConfigured: boolean;
  readonly caller: Caller | null;
  /** Hash of link and code where the call means to be a guest's; empty where it holds none. See `guest.ts`. */
  readonly guest: string | null;
  /** The organisation asked for by header or cookie. */
  readonly wantedOrganisationId: string | null;
  readonly requestHeaders: Headers;
  /** Network address the request came from; used for counting tries, never kept. */
  readonly clientAddress: string;
  /** Headers of the answer, for cookies; sent by the transport's response-headers plugin. */
  readonly resHeaders: Headers;
}

/** Implements endpoints of the contract. */
export const api = implement(apiContract).$context<ApiContext>();

/** The caller, or `not_signed_in`. */
export function requireCaller(context: ApiContext): Caller {
  if (context.caller === null) throw new AppError("not_signed_in");
  return context.caller;
}

/** A browser session's caller: what belongs to the person itself is not for tokens. */
export function requireSession(context: ApiContext): Caller & { readonly sessionId: string } {
  const caller = requireCaller(context);
  if (caller.sessionId === null) throw new AppError("not_allowed", "An API token cannot do this.");
  return { ...caller, sessionId: caller.sessionId };
}

/**
 * Runs `work` in one transaction for the acting organisation, after checking that the caller is a member there and
 * may. Everything the use case writes is rolled back when it throws.
 */
export async function act<T>(
  context: ApiContext,
  permission: Permission,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const caller = requireCaller(context);
  const organisationId = await chooseOrganisation(context, caller);
  return context.database.withActor({ organisationId, personId: caller.personId }, async (tx) => {
    const member = await tx
      .selectFrom("members")
      .select("role")
      .where("organisation_id", "=", organisationId)
      .where("person_id", "=", caller.personId)
      .executeTakeFirst();
    if (member === undefined) throw new AppError("not_found");
    const actor: Actor = {
      organisationId,
      personId: caller.personId,
      // The column's check constraint holds the vocabulary.
      role: member.role as MemberRole,
      scopes: caller.scopes,
      requestId: context.requestId,
    };
    const permitted = permits(actor, permission);
    if (!permitted.ok)
      throw new AppError(
        permitted.code,
        permitted.code === "token_scope_missing"
          ? `Scope needed: ${permitted.missing}.`
          : undefined,
      );
    return work(makeWork({ tx, actor, tokenId: caller.tokenId, now: context.now }));
  });
}

async function chooseOrganisation(context: ApiContext, caller: Caller): Promise<string> {
  if (caller.tokenOrganisationId !== null) return caller.tokenOrganisationId;
  if (context.wantedOrganisationId !== null) return context.wantedOrganisationId;
  const first = await context.database.withActor(
    { organisationId: null, personId: caller.personId },
    (tx) =>
      tx
        .selectFrom("members")
        .select("organisation_id")
        .where("person_id", "=", caller.personId)
        .orderBy("joined_at")
        .orderBy("organisation_id")
        .executeTakeFirst(),
  );
  if (first === undefined)
    throw new AppError("not_found", "You are not a member of any organisation here.");
  return first.organisation_id;
}

/** The member who acts, or `not_allowed`: a guest and the system are none. */
export function memberOf(actor: Actor): { readonly personId: string; readonly role: MemberRole } {
  const { personId, role } = actor;
  if (personId === null || role === "guest" || role === "system") {
    throw new AppError("not_allowed", "Only a member of the organisation can do this.");
  }
  return { personId, role };
}

/** Under whose key the free text of an act is sealed: the person's, or the organisation's own where nobody signed in. */
export function subjectOf(actor: Actor): string {
  return actor.personId ?? actor.organisationId;
}

/** Asks for a second right, where a use case touches what has one of its own. */
export function requirePermission(work: Work, permission: Permission): void {
  const permitted = permits(work.actor, permission);
  if (!permitted.ok)
    throw permitted.code === "not_allowed"
      ? new AppError("not_allowed")
      : new AppError("token_scope_missing", `Scope needed: ${permission}.`);
}

/** What the actor may, as booleans for a response's `can`. */
export function may(work: Work, permission: Permission): boolean {
  return permits(work.actor, permission).ok;
}

/** The calendar date of an instant, in UTC. */
export function isoDate(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10);
}

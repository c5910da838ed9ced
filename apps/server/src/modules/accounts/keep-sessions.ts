/** A person's sessions: listed and ended by id. The secret of a session never leaves the server. */
import type { SessionInfo } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { requireSession, type ApiContext } from "../../platform/api.ts";
import { sendCookies } from "../../platform/call-library.ts";

async function readSessions(
  context: ApiContext,
  personId: string,
): Promise<
  readonly {
    id: string;
    token: string;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
    userAgent?: string | null | undefined;
  }[]
> {
  const library = await context.signIn.library.$context;
  return library.internalAdapter.listSessions(personId, { onlyActiveSessions: true });
}

/** The caller's sessions that have not ended, last used first. */
export async function listSessions(context: ApiContext): Promise<{ items: SessionInfo[] }> {
  const caller = requireSession(context);
  const found = await readSessions(context, caller.personId);
  const items = found
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .map((session) => ({
      id: session.id,
      current: session.id === caller.sessionId,
      startedAt: session.createdAt.toISOString(),
      lastSeenAt: session.updatedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      device: session.userAgent || null,
    }));
  return { items };
}

/** Ends one of the caller's sessions at once. Somebody else's session and a made-up id are both `not_found`. */
export async function revokeSession(
  context: ApiContext,
  input: { readonly id: string },
): Promise<{ done: true }> {
  const caller = requireSession(context);
  if (input.id === caller.sessionId) {
    const { headers } = await context.signIn.library.api.signOut({
      headers: context.requestHeaders,
      returnHeaders: true,
    });
    sendCookies(context, headers);
    return { done: true };
  }
  const session = (await readSessions(context, caller.personId)).find((one) => one.id === input.id);
  if (session === undefined) throw new AppError("not_found");
  const library = await context.signIn.library.$context;
  await library.internalAdapter.deleteSession(session.token);
  return { done: true };
}

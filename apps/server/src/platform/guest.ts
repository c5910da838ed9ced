/**
 * The holder of a request's link and code, without an account. Both travel in a cookie that only this server reads;
 * calls that mean it carry the header `throughline-as: guest`. What is stored is their hash alone.
 */
import { createHash } from "node:crypto";
import { AppError, permits, type Actor, type Permission } from "@throughline/domain";
import { act, isoDate, makeWork, type ApiContext, type Work } from "./api.ts";

const cookieName = "throughline-answer";

/** Hash under which row security shows a delivery. `code` is read without hyphens and in capitals. */
export function hashLinkAndCode(secret: string, code: string): string {
  return createHash("sha256")
    .update(`${secret}:${normaliseCode(code)}`)
    .digest("hex");
}

/** Codes as people type them: small letters, blanks and hyphens do not matter. */
export function normaliseCode(code: string): string {
  return code.replace(/[\s-]/gu, "").toUpperCase();
}

/** The hash of what the guest's cookie holds, when the call means to be a guest's. */
export function readGuest(headers: Headers): string | null {
  if (headers.get("throughline-as") !== "guest") return null;
  const cookie = (headers.get("cookie") ?? "")
    .split(/;\s*/u)
    .find((part) => part.startsWith(`${cookieName}=`));
  const [secret, code] = cookie?.slice(cookieName.length + 1).split(".") ?? [];
  return secret === undefined || code === undefined || code === ""
    ? null
    : hashLinkAndCode(secret, code);
}

/** Sets the cookie, or with `null` removes it. It lives as long as the browser's session, half a day at most. */
export function keepGuest(
  context: ApiContext,
  opened: { readonly secret: string; readonly code: string } | null,
): void {
  const value = opened === null ? "" : `${opened.secret}.${normaliseCode(opened.code)}`;
  const secure = context.publicUrl.startsWith("https:") ? "; Secure" : "";
  context.resHeaders.append(
    "set-cookie",
    `${cookieName}=${value}; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${opened === null ? 0 : 43_200}${secure}`,
  );
}

/**
 * Runs `work` for whoever answers requests: a member of the acting organisation (as {@link act} does), or a guest in
 * the workspace that answers the request it opened. A workspace that has members is theirs: its links open nothing.
 */
export async function actAsAnswerer<T>(
  context: ApiContext,
  permission: Permission,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const requestHash = context.guest;
  if (requestHash === null) return act(context, permission, work);
  const organisationId = await context.database.withActor(
    { organisationId: null, personId: null, requestHash },
    async (tx) => {
      const delivery = await tx
        .selectFrom("request_deliveries")
        .select("answering_id")
        .where("secret_hash", "=", requestHash)
        .where("expires_on", ">=", isoDate(context.now))
        .executeTakeFirst();
      return delivery?.answering_id ?? null;
    },
  );
  if (organisationId === null) throw new AppError("not_found");
  return context.database.withActor({ organisationId, personId: null, requestHash }, async (tx) => {
    const claimed = await tx
      .selectFrom("members")
      .select("person_id")
      .where("organisation_id", "=", organisationId)
      .limit(1)
      .executeTakeFirst();
    if (claimed !== undefined)
      throw new AppError(
        "not_signed_in",
        "This request is answered by an organisation with members. Sign in to go on.",
      );
    const actor: Actor = {
      organisationId,
      personId: null,
      role: "guest",
      scopes: null,
      requestId: context.requestId,
    };
    const permitted = permits(actor, permission);
    if (!permitted.ok) throw new AppError(permitted.code);
    return work(makeWork({ tx, actor, tokenId: null, now: context.now }));
  });
}

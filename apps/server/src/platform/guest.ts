/**
 * The holder of the link and code of a request or of a seat in a dialogue, without an account. Opening counts the tries and answers with a cookie that
 * only this server reads: the hash of both, until when it is good, and the server's own signature. A cookie that this
 * server did not sign opens nothing, so that codes cannot be tried through it, and one that is stolen tells neither
 * link nor code. Calls that mean it carry the header `throughline-as: guest`.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
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

/** Half a day: the browser forgets the cookie then, and so does the server. */
const goodForSeconds = 43_200;

/** What a call holds that means to be a guest's and has no cookie of ours: it opens nothing. */
const nothing = "";

/**
 * The hash of link and code that were opened, when the call means to be a guest's; `null` when it does not. A call that
 * means it without a good cookie holds nothing, and is never taken for the member's who happens to be signed in.
 */
export function readGuest(
  headers: Headers,
  { secret, now }: { readonly secret: string; readonly now: Date },
): string | null {
  if (headers.get("throughline-as") !== "guest") return null;
  const cookie = (headers.get("cookie") ?? "")
    .split(/;\s*/u)
    .find((part) => part.startsWith(`${cookieName}=`));
  const [hash, until, signature] = cookie?.slice(cookieName.length + 1).split(".") ?? [];
  if (hash === undefined || until === undefined || signature === undefined) return nothing;
  const given = Buffer.from(signature, "base64url");
  const own = sign(secret, hash, until);
  const good = given.length === own.length && timingSafeEqual(given, own);
  return good && Number(until) > now.getTime() / 1000 ? hash : nothing;
}

function sign(secret: string, hash: string, until: string): Buffer {
  return createHmac("sha256", secret).update(`guest-cookie:${hash}:${until}`).digest();
}

/** Sets the cookie, or with `null` removes it. It lives as long as the browser's session, half a day at most. */
export function keepGuest(
  context: ApiContext,
  opened: { readonly secret: string; readonly code: string } | null,
): void {
  const value = opened === null ? "" : signedCookie(context, opened);
  const secure = context.publicUrl.startsWith("https:") ? "; Secure" : "";
  context.resHeaders.append(
    "set-cookie",
    `${cookieName}=${value}; Path=/api; HttpOnly; SameSite=Strict; Max-Age=${opened === null ? 0 : goodForSeconds}${secure}`,
  );
}

function signedCookie(
  { secret, now }: ApiContext,
  opened: { readonly secret: string; readonly code: string },
): string {
  const hash = hashLinkAndCode(opened.secret, opened.code);
  const until = String(Math.floor(now.getTime() / 1000) + goodForSeconds);
  return `${hash}.${until}.${sign(secret, hash, until).toString("base64url")}`;
}

/** What a guest opened, and the workspace it works in. */
interface Opened {
  readonly organisationId: string | null;
  readonly what: "request" | "seat";
}

/** Finds what the hash of link and code opens: a request that is answered, or a seat that was taken. */
async function findOpened(context: ApiContext, requestHash: string): Promise<Opened | undefined> {
  const today = isoDate(context.now);
  return context.database.withActor(
    { organisationId: null, personId: null, requestHash },
    async (tx) => {
      const delivery = await tx
        .selectFrom("request_deliveries")
        .select("answering_id")
        .where("secret_hash", "=", requestHash)
        .where("expires_on", ">=", today)
        .executeTakeFirst();
      if (delivery !== undefined) return { organisationId: delivery.answering_id, what: "request" };
      const link = await tx
        .selectFrom("dialogue_links")
        .select("taken_by")
        .where("secret_hash", "=", requestHash)
        .where("ended_at", "is", null)
        .where("expires_on", ">=", today)
        .executeTakeFirst();
      return link === undefined ? undefined : { organisationId: link.taken_by, what: "seat" };
    },
  );
}

/**
 * Runs `work` for whoever answers requests or sits at a table: a member of the acting organisation (as {@link act} does),
 * or a guest in the workspace that answers the request, or sits on the seat, that it opened. A request's link opens no
 * table and a seat's no record: nobody asked for more. A workspace that has members is theirs: its links open nothing.
 */
export async function actAsAnswerer<T>(
  context: ApiContext,
  permission: Permission,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const requestHash = context.guest;
  if (requestHash === null) return act(context, permission, work);
  if (requestHash === nothing)
    throw new AppError("not_signed_in", "Open the request or the seat again by its link and code.");
  const opened = await findOpened(context, requestHash);
  if (opened === undefined || opened.organisationId === null) throw new AppError("not_found");
  const { organisationId } = opened;
  if ((opened.what === "seat") !== permission.startsWith("dialogue."))
    throw new AppError(
      "not_signed_in",
      opened.what === "seat"
        ? "The link of a seat opens its table alone. Sign in for more."
        : "The link of a request opens that request alone. Open the seat by its own link.",
    );
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
        opened.what === "seat"
          ? "An organisation with members sits there. Sign in to go on."
          : "This request is answered by an organisation with members. Sign in to go on.",
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

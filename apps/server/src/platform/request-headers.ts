/** What request headers decide before anything is read: the acting organisation, and whether a foreign page sent this. */
import { AppError } from "@throughline/domain";
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";

/** The organisation asked for: `throughline-organisation` header, else the cookie of that name; `null` when neither is a UUID. */
export function wantedOrganisation(headers: Headers): string | null {
  const cookie = /(?:^|;\s*)throughline-organisation=([0-9a-f-]{36})/.exec(headers.get("cookie") ?? "")?.[1];
  const wanted = z.uuid().safeParse(headers.get("throughline-organisation") ?? cookie);
  return wanted.success ? wanted.data : null;
}

/**
 * Refuses a change that another site's page sent with our cookie (cross-site request forgery). Cookies are
 * SameSite=Lax already; this is the second lock.
 */
export function refuseForeignOrigin(method: string, headers: IncomingHttpHeaders): void {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS" || headers.cookie === undefined || headers.origin === undefined) return;
  if (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host) return;
  throw new AppError("not_allowed", "This change was sent from another site's page.");
}

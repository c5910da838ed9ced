/** What is decided of a request before anything is read: the acting organisation, where it came from, whether a foreign page sent it. */
import { AppError } from "@throughline/domain";
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { z } from "zod";

/** The organisation asked for: `throughline-organisation` header, else the cookie of that name; `null` when neither is a UUID. */
export function wantedOrganisation(headers: Headers): string | null {
  const cookie = /(?:^|;\s*)throughline-organisation=([0-9a-f-]{36})/.exec(
    headers.get("cookie") ?? "",
  )?.[1];
  const wanted = z.uuid().safeParse(headers.get("throughline-organisation") ?? cookie);
  return wanted.success ? wanted.data : null;
}

/**
 * Refuses a change that another site's page sent with our cookie (cross-site request forgery). Cookies are
 * SameSite=Lax already; this is the second lock. Our own page is one at the address that was asked, or at the public
 * address: a proxy may ask by another name than people do.
 */
export function refuseForeignOrigin(
  method: string,
  headers: IncomingHttpHeaders,
  publicUrl: string,
): void {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return;
  if (headers.cookie === undefined || headers.origin === undefined) return;
  if (URL.canParse(headers.origin)) {
    const origin = new URL(headers.origin);
    if (origin.host === headers.host || origin.origin === new URL(publicUrl).origin) return;
  }
  throw new AppError("not_allowed", "This change was sent from another site's page.");
}

/**
 * What tries are counted by: an IPv4 address, or the /64 network of an IPv6 address, because one subscriber has all
 * addresses of it.
 *
 * @example networkOf("2001:db8::1") // "2001:db8:0:0::/64"
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(plain) !== 6) return plain;
  const [front = "", back] = (plain.split("%")[0] ?? "").split("::");
  const head = front === "" ? [] : front.split(":");
  const tail = back === undefined || back === "" ? [] : back.split(":");
  const zeros = back === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: zeros }, () => "0"), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

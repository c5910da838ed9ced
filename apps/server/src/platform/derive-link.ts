/**
 * Links and codes that open something without an account. Both are derived from the server's secret, so that nothing
 * secret is stored and a mail can be filled in later; what is stored is their hash. A new generation makes new ones, and
 * the old stop working.
 */
import { createHmac } from "node:crypto";
import { hashLinkAndCode } from "./guest.ts";

/** What links and codes are made of. */
export interface LinkParts {
  /** The server's secret. */
  readonly secret: string;
  readonly publicUrl: string;
}

export interface LinkSecrets {
  /** Address with the secret behind `#`, which browsers do not send: it reaches no log. */
  readonly link: string;
  /** `ABCD-EFGH`. */
  readonly code: string;
  /** What the link carries: 256 bits, base64url. */
  readonly linkSecret: string;
  /** What is stored. */
  readonly hash: string;
}

/** Thirty-two signs, none of which is taken for another: no 0, 1, I, O. */
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const codeLength = 8;

/**
 * Derives link and code of one generation of what is opened.
 *
 * @param opened what it is, by kind (part of the derivation), page of the web and id
 * @example deriveLink({ secret, publicUrl: "https://hub.example" }, { kind: "seat", page: "seat", id: seatId }, 1).link // "https://hub.example/seat#…"
 */
export function deriveLink(
  { secret, publicUrl }: LinkParts,
  opened: { readonly kind: "request" | "seat"; readonly page: string; readonly id: string },
  generation: number,
): LinkSecrets {
  const of = (what: "link" | "code"): Buffer =>
    createHmac("sha256", secret)
      .update(`${opened.kind}-${what}:${opened.id}:${generation}`)
      .digest();
  const linkSecret = of("link").toString("base64url");
  // Five bits of each byte choose one of thirty-two signs: no sign is likelier than another.
  const signs = [...of("code").subarray(0, codeLength)]
    .map((byte) => codeAlphabet[byte & 31])
    .join("");
  const code = `${signs.slice(0, 4)}-${signs.slice(4)}`;
  return {
    link: `${publicUrl.replace(/\/$/, "")}/${opened.page}#${linkSecret}`,
    code,
    linkSecret,
    hash: hashLinkAndCode(linkSecret, code),
  };
}

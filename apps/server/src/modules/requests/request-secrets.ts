/**
 * Link and code of a delivery. Both are derived from the server's secret, so that nothing secret is stored and a mail
 * can be filled in later; what is stored is their hash. A new generation makes new ones, and the old stop working.
 */
import { createHmac } from "node:crypto";
import { hashLinkAndCode } from "../../platform/guest.ts";

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
 * Derives link and code of one generation of a delivery.
 *
 * @example deriveSecrets({ secret, publicUrl: "https://hub.example" }, deliveryId, 1).link // "https://hub.example/answer#…"
 */
export function deriveSecrets(
  { secret, publicUrl }: LinkParts,
  deliveryId: string,
  generation: number,
): LinkSecrets {
  const of = (what: string): Buffer =>
    createHmac("sha256", secret).update(`${what}:${deliveryId}:${generation}`).digest();
  const linkSecret = of("request-link").toString("base64url");
  // Five bits of each byte choose one of thirty-two signs: no sign is likelier than another.
  const signs = [...of("request-code").subarray(0, codeLength)]
    .map((byte) => codeAlphabet[byte & 31])
    .join("");
  const code = `${signs.slice(0, 4)}-${signs.slice(4)}`;
  return {
    link: `${publicUrl.replace(/\/$/, "")}/answer#${linkSecret}`,
    code,
    linkSecret,
    hash: hashLinkAndCode(linkSecret, code),
  };
}

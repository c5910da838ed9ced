/**
 * Personal links. They are derived from the server's secret, so that a mail can be filled in later and nothing secret is
 * stored; what is stored is a hash. The part before the dot says whose forum it is, so that it is looked for there alone.
 */
import { createHash, createHmac } from "node:crypto";

/** What links are made of. */
export interface LinkParts {
  /** The server's secret. */
  readonly secret: string;
  readonly publicUrl: string;
}

export interface PersonalSecrets {
  /** Address with the secret behind `#`, which browsers do not send: it reaches no log. */
  readonly link: string;
  /** What is stored. */
  readonly hash: string;
}

/** The link of a seat. */
export function derivePersonalLink(
  { secret, publicUrl }: LinkParts,
  organisationId: string,
  seatId: string,
): PersonalSecrets {
  const part = createHmac("sha256", secret).update(`forum-seat:${seatId}`).digest("base64url");
  const host = Buffer.from(organisationId.replaceAll("-", ""), "hex").toString("base64url");
  return {
    link: `${publicUrl.replace(/\/$/, "")}/forum#${host}.${part}`,
    hash: hashOfLink(part),
  };
}

function hashOfLink(part: string): string {
  return createHash("sha256").update(`forum-seat:${part}`).digest("hex");
}

/** Whose forum a link is for, and the hash its seat is found by. */
export function readPersonalLink(link: string): { organisationId: string; hash: string } {
  const [host = "", part = ""] = link.split(".");
  const hex = Buffer.from(host, "base64url").toString("hex").padEnd(32, "0").slice(0, 32);
  return {
    organisationId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5"),
    hash: hashOfLink(part),
  };
}

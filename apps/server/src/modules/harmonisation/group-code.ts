/** Codes by which one organisation joins a group: twelve signs without look-alikes, 60 random bits; only their hash is kept. */
import { createHash, randomBytes } from "node:crypto";
import { normaliseCode } from "../../platform/guest.ts";
import type { TryLimit } from "../../platform/limit-tries.ts";

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const signs = 12;

/** Codes one network address tried in vain. */
export const groupCodeTries: TryLimit = { name: "group-code", most: 20, seconds: 600 };

/** Makes a code, printed in fours. 256 is a multiple of 32: every sign is as likely as every other. */
export function makeGroupCode(): string {
  const code = [...randomBytes(signs)].map((byte) => alphabet[byte & 31]).join("");
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join("-");
}

/** What is kept of a code; small letters, blanks and hyphens do not matter. */
export function hashGroupCode(typed: string): string {
  return createHash("sha256")
    .update(`group:${normaliseCode(typed)}`)
    .digest("hex");
}

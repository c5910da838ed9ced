/**
 * Share codes: eight signs of an alphabet of 32 without look-alikes (no 0, 1, I, O), so 40 random bits.
 *
 * With N live codes a guesser needs 32^8 / N tries on average: 1.1 million million for one code, still over ten million
 * with a hundred thousand codes alive at once. Tries are limited per person and per network address besides.
 */
import { randomBytes } from "node:crypto";
import { normaliseCode } from "../../platform/guest.ts";
import type { TryLimit } from "../../platform/limit-tries.ts";

const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const signs = 8;

/** Codes one person, or one guest, tried in vain. */
export const releaseTriesPerPerson: TryLimit = {
  name: "release-person",
  most: 20,
  seconds: 600,
};
/** Codes tried in vain from one network address. */
export const releaseTriesPerAddress: TryLimit = {
  name: "release-address",
  most: 60,
  seconds: 600,
};

/**
 * Makes a code. 256 is a multiple of 32: every sign is as likely as every other.
 *
 * @param random at least eight random bytes
 */
export function makeShareCode(random: Uint8Array = randomBytes(signs)): string {
  let code = "";
  for (const byte of random.subarray(0, signs)) code += alphabet[byte & 31] ?? "";
  if (code.length < signs) throw new Error("A share code needs eight random bytes.");
  return code;
}

/** A code as it was typed, in the form it is kept; `null` for what can be no code. */
export function readShareCode(typed: string): string | null {
  const code = normaliseCode(typed);
  return code.length === signs && [...code].every((sign) => alphabet.includes(sign)) ? code : null;
}

/** @example printShareCode("ABCD2345") // "ABCD-2345" */
export function printShareCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** How many random tries are needed on average to meet one of so many live codes. */
export function expectedTries(liveCodes: number): number {
  return alphabet.length ** signs / liveCodes;
}

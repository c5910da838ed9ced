/**
 * Our own identity of a production site: `TL`, nine symbols of Crockford base 32 and one check character after
 * ISO 7064 MOD 37,36 computed over everything before it. Stored without separators, printed `TL-XXXXX-XXXXX`.
 * The check character is always one of the 32 symbols too: an id whose check character would be I, L, O or U is not issued.
 */
import { hybridCheckCharacter } from "./compute-check-characters.ts";
import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";
import { crockfordAlphabet } from "./parse-os-id.ts";

const bodyLength = 9;

/**
 * Makes a site id from at least nine random bytes (five bits of each are used: 45 bits, 35 million million ids; the
 * caller still guards uniqueness). Pure: the same bytes give the same id. Throws `RangeError` on fewer bytes.
 *
 * @example makeSiteId(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
 */
export function makeSiteId(randomBytes: Uint8Array): string {
  if (randomBytes.length < bodyLength)
    throw new RangeError(`makeSiteId needs ${bodyLength} random bytes, got ${randomBytes.length}.`);
  const symbols = [...randomBytes.subarray(0, bodyLength)].map((byte) => byte % 32);
  const head = symbols
    .slice(0, -1)
    .map((symbol) => crockfordAlphabet[symbol])
    .join("");
  const lastSymbol = symbols[bodyLength - 1] ?? 0;
  // Neighbouring last symbols have different check characters, so at most four steps pass over I, L, O and U.
  for (let step = 0; step < 32; step += 1) {
    const body = `TL${head}${crockfordAlphabet[(lastSymbol + step) % 32]}`;
    const check = hybridCheckCharacter(body, 36);
    if (check !== null && crockfordAlphabet.includes(check)) return body + check;
  }
  throw new RangeError("No check character was found; this cannot happen with a MOD 37,36 check.");
}

/**
 * Reads a site id as people write it: blanks, hyphens, lower case, O for 0, I or L for 1. Every other wrong character is found.
 *
 * @example parseSiteId("tl-7k2qm-x9rto") // O is read as 0
 */
export function parseSiteId(text: string): IdentifierCheck {
  const compact = compactIdentifier(text);
  if (compact.length !== bodyLength + 3) {
    return refuse(
      "length",
      `A site id has ${bodyLength + 3} characters without the hyphens; this one has ${compact.length}.`,
    );
  }
  if (!/^T[LI1]/.test(compact)) return refuse("characters", "A site id begins with TL.");
  const symbols = compact.slice(2).replaceAll("O", "0").replace(/[IL]/g, "1");
  for (const symbol of symbols) {
    if (!crockfordAlphabet.includes(symbol))
      return refuse("characters", `A site id never contains "${symbol}".`);
  }
  const value = `TL${symbols}`;
  if (hybridCheckCharacter(value.slice(0, -1), 36) !== value.at(-1)) {
    return refuse("check_digit", "The last character of the site id does not fit the rest.");
  }
  return { ok: true, value, checked: "check_digit" };
}

/**
 * Groups a stored site id for reading aloud.
 *
 * @example printSiteId("TL7K2QMX9RT4") // → "TL-7K2QM-X9RT4"
 */
export function printSiteId(siteId: string): string {
  return `${siteId.slice(0, 2)}-${siteId.slice(2, 7)}-${siteId.slice(7)}`;
}

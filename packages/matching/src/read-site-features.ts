import { parseOsId } from "@throughline/domain";
import { compactName, foldText, looksBroken, nameTokens } from "./normalise-name.ts";
import { trigrams, type WeightedWord } from "./compare-words.ts";
import type { SiteRecord } from "./site-record.ts";
import {
  addressWords,
  fillerWords,
  numberWords,
  placeWords,
  romanNumbers,
  tradeWords,
} from "./word-lists.ts";

/** A site's values in the form they are compared. */
export interface SiteFeatures {
  readonly name: string;
  readonly words: readonly WeightedWord[];
  readonly compact: string;
  readonly broken: boolean;
  /** Numbers in the name: unit 14, factory 2. */
  readonly unitNumbers: ReadonlySet<string>;
  readonly country: string | null;
  readonly osId: string | null;
  readonly hasAddress: boolean;
  /** The whole address, folded. */
  readonly address: string;
  /** The words of the address without blanks. */
  readonly addressText: string;
  /** Three-letter pieces of the words that name a street or quarter, and of those that only name a town, province or country. */
  readonly streetPieces: ReadonlySet<string>;
  readonly placePieces: ReadonlySet<string>;
  readonly streetWords: readonly WeightedWord[];
  readonly houseNumbers: ReadonlySet<string>;
  /** The first of them: mostly the door. */
  readonly firstNumber: string | null;
  readonly postalCodes: ReadonlySet<string>;
}

/** How much a word of a name says: 1 for a name of its own, less for trades and places. */
export function wordWeight(word: string): number {
  if (placeWords.has(word)) return 0.35;
  if (tradeWords.has(word)) return 0.35;
  return word.length <= 2 ? 0.5 : 1;
}

/** True for countries, provinces and cities of our list. */
export function isPlaceWord(word: string): boolean {
  return placeWords.has(word);
}

/** Reads what is compared out of a record. Cost: linear in the length of name and address. */
export function readSiteFeatures(record: SiteRecord): SiteFeatures {
  const tokens = nameTokens(record.name);
  const broken = looksBroken(foldText(record.name).split(" "));
  // Spaced-apart letters ("pr i v ate") make Roman figures that are none.
  const isNumber = (token: string): boolean =>
    /\d/.test(token) || (!broken && romanNumbers[token] !== undefined);
  const unitNumbers = new Set(
    tokens.filter(isNumber).map((token) => romanNumbers[token] ?? withoutLeadingZeros(token)),
  );
  const words = tokens
    .filter((token) => !isNumber(token))
    .map((word) => ({ word, weight: wordWeight(word) }));
  const address = readAddress(record.address ?? "");
  const osId = record.osId === undefined || record.osId === null ? null : parseOsId(record.osId);
  return {
    name: tokens.join(" "),
    words,
    compact: compactName(record.name),
    broken,
    unitNumbers,
    country: record.country,
    osId: osId !== null && osId.ok ? osId.value : null,
    address: foldText(record.address ?? ""),
    ...address,
  };
}

function readAddress(
  text: string,
): Pick<
  SiteFeatures,
  | "hasAddress"
  | "addressText"
  | "streetPieces"
  | "placePieces"
  | "streetWords"
  | "houseNumbers"
  | "firstNumber"
  | "postalCodes"
> {
  const tokens = foldText(text)
    .replace(/(?<=\d)o\b/gu, "0")
    .replace(/(\d)(?:st|nd|rd|th)\b/gu, "$1")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/(\d)(\p{L}{2})/gu, "$1 $2")
    .split(" ")
    .filter((token) => token !== "")
    .map((token) => numberWords[token] ?? token);
  const numbers = tokens.filter((token) => /\d/.test(token));
  const plain = tokens.filter((token) => !/\d/.test(token) && !fillerWords.has(token));
  const telling = plain.filter((token) => !addressWords.has(token));
  // Without blanks, since real addresses come with blanks lost ("lomasensenada") or added.
  const streetPieces = trigrams(telling.filter((word) => !placeWords.has(word)).join(""));
  const placePieces = trigrams(telling.filter((word) => placeWords.has(word)).join(""));
  const houseNumbers = numbers.filter((token) => token.length < 5).map(withoutLeadingZeros);
  return {
    hasAddress: telling.length > 0 || numbers.length > 0,
    addressText: plain.join(""),
    streetPieces,
    placePieces,
    streetWords: telling.map((word) => ({ word, weight: placeWords.has(word) ? 0.5 : 1 })),
    houseNumbers: new Set(houseNumbers),
    firstNumber: houseNumbers[0] ?? null,
    postalCodes: new Set(numbers.filter((token) => /^\d{5,7}$/.test(token))),
  };
}

function withoutLeadingZeros(token: string): string {
  return token.replace(/^0+(?=\d)/, "");
}

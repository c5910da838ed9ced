/**
 * Flags rows that repeat an earlier row of the same list, or nearly do. Nothing is dropped.
 * Exact repeats by key; near repeats by sorted neighbourhood (two orders, a window of six), so the cost is
 * n log n and 200,000 rows take seconds. Numbers must agree: "No. 307" and "No. 888" of one road are two places.
 */
import type { DisclosureRow, RowFlag } from "@throughline/domain";
import { nameKey } from "../country/country-names.ts";

const window = 6;
const nearEnough = 0.86;
const formWords =
  /\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|pvt|private|pte|sdn|bhd|llc|gmbh|sa|plc)\b/gu;

/** Words that addresses shorten as they please. */
const shortened: Readonly<Record<string, string>> = {
  rd: "road",
  st: "street",
  str: "street",
  ave: "avenue",
  dist: "district",
  ind: "industrial",
  bldg: "building",
  blk: "block",
  prov: "province",
  hwy: "highway",
  vill: "village",
  fl: "floor",
  nr: "no",
  number: "no",
};

function widen(words: string): string {
  return words.replace(/\b[a-z]{2,6}\b/gu, (word) => shortened[word] ?? word);
}

interface Candidate {
  readonly index: number;
  readonly name: string;
  readonly address: string;
  readonly numbers: string;
  readonly about: string;
  /** The same but for case, blanks and punctuation. */
  readonly exact: string;
  /** Filled when first compared. */
  readonly pairs: { name?: Uint32Array; address?: Uint32Array };
}

/** A repeat: which row repeats which (positions in the list). */
export interface Repeat {
  readonly index: number;
  readonly of: number;
  readonly near: boolean;
}

/** Character pairs of a text as sorted numbers, so that two texts are compared in one walk. */
function pairsOf(text: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
  }
  return pairs.sort();
}

/** Dice coefficient of character pairs, 0..1. */
function alike(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.6) return 0;
  let both = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length;) {
    const one = a[left] ?? 0;
    const other = b[right] ?? 0;
    if (one === other) both += 1;
    if (one <= other) left += 1;
    if (other <= one) right += 1;
  }
  return (2 * both) / (a.length + b.length);
}

function isNear(a: Candidate, b: Candidate): boolean {
  if (a.name !== b.name && alike(pairs(a, "name"), pairs(b, "name")) < nearEnough) return false;
  return a.address === b.address || alike(pairs(a, "address"), pairs(b, "address")) >= nearEnough;
}

function pairs(candidate: Candidate, field: "name" | "address"): Uint32Array {
  const known = candidate.pairs[field];
  if (known !== undefined) return known;
  const made = pairsOf(candidate[field]);
  candidate.pairs[field] = made;
  return made;
}

function toCandidate(row: DisclosureRow, index: number): Candidate {
  const nameWords = nameKey(row.name);
  const addressAsIs = nameKey(row.address);
  const addressWords = widen(addressAsIs);
  const about = [row.product, row.component, row.tier].map((part) => part ?? "").join("\u0000");
  return {
    index,
    name: nameWords.replace(formWords, " ").replaceAll(" ", "") || nameWords.replaceAll(" ", ""),
    address: addressWords.replaceAll(" ", ""),
    numbers: (`${nameWords} ${addressWords}`.match(/\d+/gu) ?? []).toSorted().join(","),
    about,
    exact: [nameWords, addressAsIs, about].join("\u0000").replaceAll(" ", ""),
    pairs: {},
  };
}

function findRepeats(candidates: readonly Candidate[]): Repeat[] {
  const repeats = new Map<number, Repeat>();
  const note = (a: Candidate, b: Candidate, near: boolean): void => {
    const [first, second] = a.index < b.index ? [a, b] : [b, a];
    const known = repeats.get(second.index);
    if (known === undefined || (known.near && !near))
      repeats.set(second.index, { index: second.index, of: first.index, near });
  };
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const first = seen.get(candidate.exact);
    if (first === undefined) seen.set(candidate.exact, candidate);
    else note(first, candidate, false);
  }
  const distinct = [...seen.values()];
  const orders = [
    (one: Candidate): string => one.name + one.address,
    (one: Candidate): string => one.address + one.name,
  ];
  for (const keyOf of orders) {
    const sorted = distinct
      .map((one) => ({ one, key: keyOf(one) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.index - b.one.index));
    for (let at = 0; at < sorted.length; at += 1) {
      for (let next = at + 1; next < Math.min(sorted.length, at + window); next += 1) {
        const a = sorted[at]?.one;
        const b = sorted[next]?.one;
        if (a === undefined || b === undefined || a.about !== b.about || a.numbers !== b.numbers)
          continue;
        if (a.address === "" || b.address === "") continue;
        if (isNear(a, b)) note(a, b, true);
      }
    }
  }
  return [...repeats.values()].toSorted((a, b) => a.index - b.index);
}

/**
 * Rows with `duplicate_in_list` or `near_duplicate_in_list` added, and what repeats what. Rows about different
 * products or components do not repeat each other; rejected rows are left alone. Countries must agree.
 */
export function flagDuplicates(rows: readonly DisclosureRow[]): {
  rows: DisclosureRow[];
  repeats: Repeat[];
} {
  const byCountry = new Map<string, Candidate[]>();
  rows.forEach((row, index) => {
    if (row.outcome === "rejected") return;
    const key = row.country ?? "";
    const list = byCountry.get(key);
    if (list === undefined) byCountry.set(key, [toCandidate(row, index)]);
    else list.push(toCandidate(row, index));
  });
  const repeats = [...byCountry.values()]
    .flatMap(findRepeats)
    .toSorted((a, b) => a.index - b.index);
  const flagged = [...rows];
  for (const repeat of repeats) {
    const row = flagged[repeat.index];
    if (row === undefined) continue;
    const flag: RowFlag = repeat.near ? "near_duplicate_in_list" : "duplicate_in_list";
    flagged[repeat.index] = { ...row, flags: [...row.flags, flag] };
  }
  return { rows: flagged, repeats };
}

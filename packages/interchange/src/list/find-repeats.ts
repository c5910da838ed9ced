/**
 * Finds rows that repeat an earlier row of the same list, or nearly do. Exact repeats by key; repeats but for numbers
 * by the text without its numbers; near repeats by sorted neighbourhood (two orders, a window of six), so the cost is
 * n log n and 200,000 rows take seconds. For near repeats numbers must agree: "No. 307" and "No. 888" of one road are
 * two places. Countries must agree, and so must product, component and tier.
 */
import { nameKey } from "../country/country-names.ts";

/** How two rows repeat each other, surest first. */
export const repeatKinds = [
  "identical_rows",
  "very_similar_rows",
  "differs_in_factory_number",
  "differs_only_in_numbers",
  "possibly_similar_rows",
] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** A repeat: which row repeats which earlier one (positions in the list). */
export interface Repeat {
  readonly index: number;
  readonly of: number;
  readonly kind: RepeatKind;
}

/** What is compared of a row. */
export interface ComparedRow {
  readonly name: string;
  readonly address: string;
  readonly country: string | null;
  readonly product: string | null;
  readonly component: string | null;
  readonly tier: string | null;
}

const window = 6;
const nearEnough = 0.86;
const perhapsEnough = 0.72;
/** Rows after which the work lets others in. */
const stride = 2_000;

const formWords =
  /\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|pvt|private|pte|sdn|bhd|llc|gmbh|sa|plc)\b/gu;
const factoryNumber =
  /\b(?:unit|plant|factory|phase|workshop|works|fab|mill|site|werk|usine|planta|fabrik)\s+(?:no\s+)?(\d+|[ivx]{1,4}|[a-h])\b|\b(\d+)(?:st|nd|rd|th)?\s+(?:unit|plant|factory|phase|workshop|mill)\b|([\d一二三四五六七八九十]+)\s*(?:号厂|號廠|厂|廠|分厂|分廠|车间|車間|期)/gu;

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

/** A row made ready for comparing. */
export interface Candidate {
  readonly index: number;
  readonly group: string;
  readonly name: string;
  readonly address: string;
  readonly numbers: string;
  /** Numbers of factories and units, where the text names such. */
  readonly factories: string;
  readonly about: string;
  /** Number made of the row's text but for case, blanks and punctuation: a list of 200,000 keeps no copy of it. */
  readonly exact: number;
  /** Character pairs; filled when first compared, emptied when the window has passed. */
  namePairs: Uint32Array | null;
  addressPairs: Uint32Array | null;
}

/** 52 bits of a text (two runs of FNV-1a). Rows with one number are compared in full before they are called the same. */
function digest(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ at, 0x85ebca6b);
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0);
}

function compact(words: string): string {
  return words.replaceAll(" ", "");
}

/** Makes a row ready; `index` is its position in the list. */
export function toCandidate(row: ComparedRow, index: number): Candidate {
  const nameWords = nameKey(row.name);
  const addressAsIs = nameKey(row.address);
  const addressWords = widen(addressAsIs);
  const about = [row.product, row.component, row.tier].map((part) => part ?? "").join("\u0000");
  const both = `${nameWords} / ${addressWords}`;
  return {
    index,
    group: row.country ?? "",
    name: compact(nameWords.replace(formWords, " ")) || compact(nameWords),
    address: compact(addressWords),
    numbers: (both.match(/\d+/gu) ?? []).toSorted().join(","),
    factories: [...both.matchAll(factoryNumber)].map((hit) => hit[1] ?? hit[2] ?? hit[3]).join(","),
    about,
    exact: digest(compact([nameWords, addressAsIs, about].join("\u0000"))),
    namePairs: null,
    addressPairs: null,
  };
}

/** Character pairs of a text as sorted numbers, so that two texts are compared in one walk. */
function pairsOf(text: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, text.length - 1));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
  }
  return pairs.sort();
}

/** Dice coefficient of character pairs, 0..1; 0 where the lengths alone tell. */
function alike(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (Math.min(a.length, b.length) / Math.max(a.length, b.length) < 0.55) return 0;
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

function compare(a: Candidate, b: Candidate): RepeatKind | null {
  const name =
    a.name === b.name
      ? 1
      : alike((a.namePairs ??= pairsOf(a.name)), (b.namePairs ??= pairsOf(b.name)));
  if (name < perhapsEnough) return null;
  const address =
    a.address === b.address
      ? 1
      : alike((a.addressPairs ??= pairsOf(a.address)), (b.addressPairs ??= pairsOf(b.address)));
  const least = Math.min(name, address);
  if (least < perhapsEnough) return null;
  return least >= nearEnough ? "very_similar_rows" : "possibly_similar_rows";
}

/** The text without what tells one unit or house number from the next. */
function skeletonOf(candidate: Candidate): string {
  const strip = (text: string): string => text.replace(/\d+/gu, "#");
  return `${strip(candidate.name)}|${strip(candidate.address)}|${candidate.about}`;
}

/** Sorts by key in small portions, letting others in between. */
function* sortByKey(
  candidates: readonly Candidate[],
  keyOf: (one: Candidate) => string,
): Generator<void, Candidate[]> {
  const buckets = new Map<string, { one: Candidate; key: string }[]>();
  for (const one of candidates) {
    const key = keyOf(one);
    const bucket = buckets.get(key.slice(0, 3));
    if (bucket === undefined) buckets.set(key.slice(0, 3), [{ one, key }]);
    else bucket.push({ one, key });
  }
  yield;
  const sorted: Candidate[] = [];
  let since = 0;
  for (const start of [...buckets.keys()].toSorted()) {
    const bucket = buckets.get(start) ?? [];
    bucket.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.index - b.one.index));
    for (const { one } of bucket) sorted.push(one);
    since += bucket.length;
    if (since > stride) {
      since = 0;
      yield;
    }
  }
  return sorted;
}

type Note = (a: Candidate, b: Candidate, kind: RepeatKind) => void;

function* compareNeighbours(
  candidates: readonly Candidate[],
  keyOf: (one: Candidate) => string,
  note: Note,
): Generator<void, void> {
  const sorted = yield* sortByKey(candidates, keyOf);
  for (const [at, a] of sorted.entries()) {
    for (let next = at + 1; next < Math.min(sorted.length, at + window); next += 1) {
      const b = sorted[next];
      if (b === undefined || a.about !== b.about || a.numbers !== b.numbers) continue;
      if (a.address === "" || b.address === "") continue;
      const kind = compare(a, b);
      if (kind !== null) note(a, b, kind);
    }
    a.namePairs = null;
    a.addressPairs = null;
    if (at % stride === 0) yield;
  }
}

function* compareWithoutNumbers(
  candidates: readonly Candidate[],
  note: Note,
): Generator<void, void> {
  const seen = new Map<string, Candidate>();
  for (const [at, one] of candidates.entries()) {
    if (at % stride === 0) yield;
    if (one.numbers === "" && one.factories === "") continue;
    const skeleton = skeletonOf(one);
    const before = seen.get(skeleton);
    if (before !== undefined && before.numbers !== one.numbers)
      note(
        before,
        one,
        before.factories === one.factories
          ? "differs_only_in_numbers"
          : "differs_in_factory_number",
      );
    // The last one, so that a long run of numbered units is a chain and not a star around its first.
    seen.set(skeleton, one);
  }
}

function* findInGroup(candidates: readonly Candidate[], note: Note): Generator<void, void> {
  const seen = new Map<number, Candidate>();
  const distinct: Candidate[] = [];
  for (const [at, candidate] of candidates.entries()) {
    if (at % stride === 0) yield;
    const first = seen.get(candidate.exact);
    const same =
      first !== undefined && first.name === candidate.name && first.address === candidate.address;
    if (same) note(first, candidate, "identical_rows");
    else distinct.push(candidate);
    if (first === undefined) seen.set(candidate.exact, candidate);
  }
  seen.clear();
  yield* compareWithoutNumbers(distinct, note);
  yield* compareNeighbours(distinct, (one) => one.name + one.address, note);
  yield* compareNeighbours(distinct, (one) => one.address + one.name, note);
}

/**
 * Every row that repeats an earlier one, with the surest kind, in the order of the list. A generator, so that a server
 * can let others in between its steps; {@link findRepeats} runs it through.
 */
export function* searchRepeats(candidates: readonly Candidate[]): Generator<void, Repeat[]> {
  const repeats = new Map<number, Repeat>();
  const rank = (kind: RepeatKind): number => repeatKinds.indexOf(kind);
  const note: Note = (a, b, kind) => {
    const [first, second] = a.index < b.index ? [a, b] : [b, a];
    const known = repeats.get(second.index);
    if (known === undefined || rank(kind) < rank(known.kind))
      repeats.set(second.index, { index: second.index, of: first.index, kind });
  };
  const groups = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const group = groups.get(one.group);
    if (group === undefined) groups.set(one.group, [one]);
    else group.push(one);
  }
  for (const group of groups.values()) yield* findInGroup(group, note);
  return [...repeats.values()].toSorted((a, b) => a.index - b.index);
}

/** {@link searchRepeats} in one go. */
export function findRepeats(candidates: readonly Candidate[]): Repeat[] {
  const search = searchRepeats(candidates);
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

import { asciiBytes } from "./word-list.ts";
import { field, fields, type SearchIndex } from "./search-index.ts";
import type { TypedReading, TypedWord } from "./read-query.ts";
import { countSlips, longEnoughToSlip, NearlySpeller, slipsAllowed } from "./spell-nearly.ts";
import { isNumber, pairMark } from "./read-words.ts";

/**
 * How a word was found: as typed, beginning so (or another form of it), with one slip, with two; and for what is too short to be
 * looked for everywhere, beginning so in names only. Lower is better.
 */
export const quality = { exact: 1, begins: 2, slip: 3, slips: 4, inNames: 5 } as const;

/** In which fields (name begins, name, alias, address) a word of each quality counts. */
const counted: readonly (readonly boolean[])[] = [
  [false, false, false, false],
  [true, true, true, true],
  [true, true, true, true],
  [true, true, true, true],
  [true, true, true, true],
  [true, true, true, false],
];

/** True where a word found so counts in a field. */
export function counts(how: number, where: number): boolean {
  return counted[how]?.[where] === true;
}

/** The words of one index that a typed word finds. */
export interface Expansion {
  readonly words: readonly number[];
  readonly qualities: Uint8Array;
  /** Records that have it as two words side by side in a name: "Tech Front" for "techfront". */
  readonly parted: readonly number[];
  /** How often the words stand in live records. */
  readonly frequency: number;
  /** Instead of words: what the names themselves begin with. */
  readonly beginning: Uint8Array | null;
}

/** Names in which a word in two parts is looked for: no more than have the rarer of the parts. */
const mostParted = 5000;

/** Finds the words of an index for each typed word; with `nearly`, those with slips too. */
export function expandReading(
  index: SearchIndex,
  reading: TypedReading,
  nearly: boolean,
): readonly Expansion[] {
  return reading.map((typed) => expandWord(index, typed, nearly));
}

function expandWord(index: SearchIndex, typed: TypedWord, nearly: boolean): Expansion {
  if (typed.within === "beginnings") return expandBeginning(index, typed.word);
  const { marks } = index.scratch();
  const { words: list } = index;
  const found: number[] = [];
  let frequency = 0;
  const put = (word: number, how: number): void => {
    const before = marks[word] ?? 0;
    if (before !== 0) {
      if (how < before) marks[word] = how;
      return;
    }
    let own = 0;
    for (let where = 0; where < fields; where += 1)
      if (counts(how, where)) own += index.counts[word * fields + where] ?? 0;
    if (own === 0) return;
    frequency += own;
    found.push(word);
    marks[word] = how;
  };
  const itself = list.findText(typed.word);
  if (itself !== -1) put(itself, quality.exact);
  const begun = typed.within === "everywhere" ? quality.begins : quality.inNames;
  if (typed.open) eachBeginning(index, typed.word, (word) => put(word, begun));
  for (const form of index.formsOf(typed.word)) put(form, begun);
  for (const { word, open } of typed.joined) {
    const whole = list.findText(word);
    if (whole !== -1) put(whole, quality.begins);
    if (open) eachBeginning(index, word, (one) => put(one, quality.begins));
  }
  if (nearly) eachNearly(index, typed, put);
  const qualities = new Uint8Array(found.length);
  for (let at = 0; at < found.length; at += 1) {
    const word = found[at] ?? 0;
    qualities[at] = marks[word] ?? 0;
    marks[word] = 0;
  }
  const parted = findParted(index, typed);
  frequency += parted.length;
  return { words: found, qualities, parted, frequency, beginning: null };
}

/** Names that begin with so little: too many words to look at one by one, and their records lie side by side. */
function expandBeginning(index: SearchIndex, typed: string): Expansion {
  const beginning = asciiBytes(typed);
  let frequency = 0;
  eachThatBegins(index, beginning, () => {
    frequency += 1;
  });
  const qualities = new Uint8Array(0);
  return { words: [], qualities, parted: [], frequency, beginning };
}

/** Tells every live record whose name begins so. */
export function eachThatBegins(
  index: SearchIndex,
  typed: Uint8Array,
  tell: (ordinal: number) => void,
): void {
  const { byFirstWord, firstWordStarts, removed, data, offsets } = index;
  const end = firstWordStarts[firstNotBefore(index, typed, true)] ?? 0;
  const from = firstWordStarts[firstNotBefore(index, typed, false)] ?? 0;
  for (let at = from; at < end; at += 1) {
    const ordinal = byFirstWord[at] ?? 0;
    if (removed[ordinal] === 0) tell(ordinal);
  }
  for (let ordinal = index.settled; ordinal < index.size; ordinal += 1) {
    const place = offsets[ordinal] ?? 0;
    if (removed[ordinal] === 1 || place === offsets[ordinal + 1]) continue;
    const packed = data[place] ?? 0;
    if ((packed & 3) === field.nameBegins && begins(index, packed >>> 2, typed)) tell(ordinal);
  }
}

function eachBeginning(index: SearchIndex, typed: string, tell: (word: number) => void): void {
  const bytes = asciiBytes(typed);
  const { words, sortedWords } = index;
  const end = firstNotBefore(index, bytes, true);
  for (let at = firstNotBefore(index, bytes, false); at < end; at += 1) tell(sortedWords[at] ?? 0);
  for (let word = index.settledWords; word < words.size; word += 1)
    if (begins(index, word, bytes)) tell(word);
}

/** The first place of the sorted words that is not before `typed`; or not before it and all that begins so. */
function firstNotBefore(
  { words, sortedWords }: SearchIndex,
  typed: Uint8Array,
  behind: boolean,
): number {
  let low = 0;
  let high = sortedWords.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = sortedWords[middle] ?? 0;
    const start = words.starts[word] ?? 0;
    const length = words.length(word);
    let difference = 0;
    for (let at = 0; at < typed.length && difference === 0; at += 1)
      difference = (at < length ? (words.bytes[start + at] ?? 0) : -1) - (typed[at] ?? 0);
    if (difference < 0 || (behind && difference === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a word begins with what was typed. */
export function begins({ words }: SearchIndex, word: number, typed: Uint8Array): boolean {
  if (words.length(word) < typed.length) return false;
  const start = words.starts[word] ?? 0;
  for (let at = 0; at < typed.length; at += 1)
    if (words.bytes[start + at] !== typed[at]) return false;
  return true;
}

function eachNearly(
  index: SearchIndex,
  { word: typed, open }: TypedWord,
  put: (word: number, how: number) => void,
): void {
  const most = slipsAllowed(typed);
  if (most === 0) return;
  const { words, sortedWords } = index;
  new NearlySpeller(words, sortedWords).find(asciiBytes(typed), open, {
    word: (word, slips) => put(word, slips === 1 ? quality.slip : quality.slips),
    beginning: (from, to) => {
      for (let at = from; at < to; at += 1) put(sortedWords[at] ?? 0, quality.slip);
    },
  });
  for (let word = index.settledWords; word < words.size; word += 1) {
    if (words.length(word) < typed.length - most) continue;
    const text = words.text(word);
    if (!/^[a-z]+$/.test(text)) continue;
    const slips = slipsOf(text, typed, most, open);
    if (slips > 0 && slips <= most) put(word, slips === 1 ? quality.slip : quality.slips);
  }
}

/** How many slips a word is away from what was typed, `most` + 1 for too many; where it may go on, its beginnings count too. */
export function slipsOf(text: string, typed: string, most: number, open: boolean): number {
  if (most === 2 && text[0] !== typed[0] && text[0] !== typed[1]) return most + 1;
  const whole = countSlips(text, typed, most);
  if (whole <= 1 || !open || typed.length < longEnoughToSlip) return whole;
  for (let cut = typed.length - 1; cut <= typed.length + 1 && cut < text.length; cut += 1)
    if (countSlips(text.slice(0, cut), typed, 1) <= 1) return 1;
  return whole;
}

/** Records with the typed word as two words side by side in a name. */
function findParted(index: SearchIndex, { word: typed, open }: TypedWord): readonly number[] {
  if (typed.length < 6 || isNumber(typed) || typed.startsWith(pairMark)) return [];
  const found: number[] = [];
  for (let cut = 3; cut <= typed.length - 3; cut += 1) {
    const first = index.words.findText(typed.slice(0, cut));
    if (first === -1) continue;
    const rest = typed.slice(cut);
    const second = index.words.findText(rest);
    // A part that is still being typed may be any word that begins so.
    if (second === -1 && !open) continue;
    const isSecondRarer = !open && inNames(index, second) < inNames(index, first);
    const rarer = isSecondRarer ? second : first;
    if (inNames(index, rarer) > mostParted) continue;
    const bytes = asciiBytes(rest);
    const fits = (word: number): boolean => (open ? begins(index, word, bytes) : word === second);
    eachNamed(index, rarer, (ordinal) => {
      if (standSideBySide(index, ordinal, first, fits)) found.push(ordinal);
    });
  }
  return found.length > 1 ? [...new Set(found)] : found;
}

function inNames({ counts }: SearchIndex, word: number): number {
  let sum = 0;
  for (let where = 0; where < field.address; where += 1) sum += counts[word * fields + where] ?? 0;
  return sum;
}

function eachNamed(index: SearchIndex, word: number, tell: (ordinal: number) => void): void {
  for (let where = 0; where < field.address; where += 1) {
    const key = word * fields + where;
    for (let at = index.starts[key] ?? 0; at < (index.starts[key + 1] ?? 0); at += 1) {
      const ordinal = index.postings[at] ?? 0;
      if (index.removed[ordinal] === 0) tell(ordinal);
    }
  }
  for (let ordinal = index.settled; ordinal < index.size; ordinal += 1) {
    if (index.removed[ordinal] === 1) continue;
    for (let at = index.offsets[ordinal] ?? 0; at < (index.offsets[ordinal + 1] ?? 0); at += 1) {
      const packed = index.data[at] ?? 0;
      if (packed % fields !== field.address && Math.floor(packed / fields) === word) tell(ordinal);
    }
  }
}

function standSideBySide(
  { data, offsets }: SearchIndex,
  ordinal: number,
  first: number,
  fits: (word: number) => boolean,
): boolean {
  for (let at = offsets[ordinal] ?? 0; at + 1 < (offsets[ordinal + 1] ?? 0); at += 1) {
    const [one = 0, next = 0] = [data[at], data[at + 1]];
    if (one >>> 2 !== first || (one & 3) === field.address || (next & 3) === field.address)
      continue;
    if (fits(next >>> 2)) return true;
  }
  return false;
}

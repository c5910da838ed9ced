import { counts, eachThatBegins, type Expansion, quality } from "./expand-word.ts";
import { field, fields, type SearchIndex } from "./search-index.ts";

/**
 * What a word's place and quality are worth, one class each, best first; four bits of a record's number for each typed word. The
 * beginning of a name comes before a whole word of an address, because the last word is still being typed.
 */
const classes: readonly (readonly [how: number, where: number])[] = [
  [quality.exact, field.nameBegins],
  [quality.exact, field.name],
  [quality.exact, field.alias],
  [quality.begins, field.nameBegins],
  [quality.begins, field.name],
  [quality.begins, field.alias],
  [quality.exact, field.address],
  [quality.begins, field.address],
  [quality.slip, field.nameBegins],
  [quality.slip, field.name],
  [quality.slip, field.alias],
  [quality.slip, field.address],
  [quality.slips, field.name],
  [quality.slips, field.alias],
  [quality.slips, field.address],
];
/** 0 where a word found so does not count. */
const classOf = new Uint8Array(6 * fields);
for (const [at, [how, where]] of classes.entries()) classOf[how * fields + where] = at + 1;
classOf[quality.slips * fields + field.nameBegins] =
  classOf[quality.slips * fields + field.name] ?? 0;
for (let where = 0; where < fields; where += 1)
  if (counts(quality.inNames, where))
    classOf[quality.inNames * fields + where] = classOf[quality.begins * fields + where] ?? 0;
const beginsClass = classOf[quality.begins * fields + field.nameBegins] ?? 0;
const partedClass = classOf[quality.begins * fields + field.name] ?? 0;
const lastAsTyped = 8;
const lastOneSlip = 12;
/** An order is slips, then score, then the length of the name, in one number. Eight words of weight 24 are worth 2,880 at most. */
const mostScore = 4096;
const nameLengths = 64;
const bits = 4;

/** From this order on, a site has a word only nearly as typed. */
export const nearlyFrom: number = mostScore * nameLengths;

/** Which records may be found; null: all. */
export type Filter = ((ordinal: number) => boolean) | null;

/** A word of what is looked for, in the order in which words are looked at. */
interface Slot {
  readonly expansion: Expansion;
  readonly weight: number;
}

/**
 * Tells every live record that has all the words, each once, with its order. The rarest word leads; of a later one either its
 * postings are walked, or the words of the records left, whichever are fewer.
 */
export function scanRecords(
  index: SearchIndex,
  expansions: readonly Expansion[],
  weights: readonly number[],
  filter: Filter,
  tell: (ordinal: number, order: number) => void,
): void {
  if (expansions.length === 0 || expansions.some(({ frequency }) => frequency === 0)) return;
  const slots = expansions
    .map((expansion, at): Slot => ({ expansion, weight: weights[at] ?? 1 }))
    .toSorted((a, b) => a.expansion.frequency - b.expansion.frequency);
  const { classes: found, touched } = index.scratch();
  let count = 0;
  for (const [at, { expansion }] of slots.entries()) {
    const shift = at * bits;
    const { marks } = index.scratch();
    for (const [place, word] of expansion.words.entries())
      marks[word] = expansion.qualities[place] ?? 0;
    if (expansion.beginning !== null) {
      // Such a word stands alone.
      eachThatBegins(index, expansion.beginning, (ordinal) => {
        if (found[ordinal] === 0) touched[count++] = ordinal;
        found[ordinal] = beginsClass;
      });
    } else if (at === 0) {
      count = leadByPostings(index, expansion, found, touched);
      for (let ordinal = index.settled; ordinal < index.size; ordinal += 1) {
        const own = bestClass(index, ordinal, marks);
        if (own === 0) continue;
        found[ordinal] = own;
        touched[count++] = ordinal;
      }
      for (const ordinal of expansion.parted) {
        const own = found[ordinal] ?? 0;
        if (own === 0) touched[count++] = ordinal;
        if (own === 0 || partedClass < own) found[ordinal] = partedClass;
      }
    } else {
      if (count * 16 < expansion.frequency || index.settled === 0)
        for (let place = 0; place < count; place += 1) {
          const ordinal = touched[place] ?? 0;
          const own = bestClass(index, ordinal, marks);
          if (own !== 0) found[ordinal] = (found[ordinal] ?? 0) | (own << shift);
        }
      else {
        followPostings(index, expansion, found, shift);
        for (let place = 0; place < count; place += 1) {
          const ordinal = touched[place] ?? 0;
          if (ordinal < index.settled) continue;
          const own = bestClass(index, ordinal, marks);
          if (own !== 0) found[ordinal] = (found[ordinal] ?? 0) | (own << shift);
        }
      }
      for (const ordinal of expansion.parted) put(found, ordinal, partedClass, shift);
      count = keepThose(found, touched, count, shift);
    }
    for (const word of expansion.words) marks[word] = 0;
  }
  const worth = worthOf(slots);
  const { nameWords } = index;
  for (let place = 0; place < count; place += 1) {
    const ordinal = touched[place] ?? 0;
    let packed = found[ordinal] ?? 0;
    found[ordinal] = 0;
    if (filter !== null && !filter(ordinal)) continue;
    let order = worstOrder + (nameWords[ordinal] ?? 0);
    for (let at = 0; at < slots.length; at += 1) {
      order += worth[at * classCount + (packed & 15)] ?? 0;
      packed >>>= bits;
    }
    tell(ordinal, order);
  }
}

const classCount = 16;
/** The order of a record whose words are worth nothing and have no slips. */
const worstOrder = (mostScore - 1) * nameLengths;

/** What each class of each word adds to an order: slips put a record back, worth moves it forward. */
function worthOf(slots: readonly Slot[]): Float64Array {
  const worth = new Float64Array(slots.length * classCount);
  for (const [at, { weight }] of slots.entries())
    for (let own = 1; own < classCount; own += 1) {
      const slips = own <= lastAsTyped ? 0 : own <= lastOneSlip ? 1 : 2;
      worth[at * classCount + own] =
        (slips * mostScore - (classCount - own) * weight) * nameLengths;
    }
  return worth;
}

/** Puts a class where the words before were found, unless a better one is there. */
function put(found: Uint32Array, ordinal: number, own: number, shift: number): void {
  const packed = found[ordinal] ?? 0;
  if (packed === 0 || ((packed >>> (shift - bits)) & 15) === 0) return;
  const before = (packed >>> shift) & 15;
  if (before === 0) found[ordinal] = packed | (own << shift);
  else if (own < before) found[ordinal] = (packed & ~(15 << shift)) | (own << shift);
}

/** Walks the postings of the first word; how many records it stands in. */
function leadByPostings(
  index: SearchIndex,
  expansion: Expansion,
  found: Uint32Array,
  touched: Int32Array,
): number {
  const { postings, starts, removed } = index;
  const hasRemoved = index.live < index.size;
  const { words, qualities } = expansion;
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    if (word >= index.settledWords) continue;
    for (let where = 0; where < fields; where += 1) {
      const own = classOf[(qualities[at] ?? 0) * fields + where] ?? 0;
      if (own === 0) continue;
      const key = word * fields + where;
      const end = starts[key + 1] ?? 0;
      for (let place = starts[key] ?? 0; place < end; place += 1) {
        const ordinal = postings[place] ?? 0;
        const before = found[ordinal] ?? 0;
        if (before !== 0) {
          if (own < before) found[ordinal] = own;
        } else if (!hasRemoved || removed[ordinal] === 0) {
          found[ordinal] = own;
          touched[count++] = ordinal;
        }
      }
    }
  }
  return count;
}

/** Walks the postings of a later word. */
function followPostings(
  index: SearchIndex,
  expansion: Expansion,
  found: Uint32Array,
  shift: number,
): void {
  const { postings, starts } = index;
  const { words, qualities } = expansion;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    if (word >= index.settledWords) continue;
    for (let where = 0; where < fields; where += 1) {
      const own = classOf[(qualities[at] ?? 0) * fields + where] ?? 0;
      if (own === 0) continue;
      const key = word * fields + where;
      const end = starts[key + 1] ?? 0;
      for (let place = starts[key] ?? 0; place < end; place += 1) {
        const ordinal = postings[place] ?? 0;
        const packed = found[ordinal] ?? 0;
        if (packed === 0) continue;
        const before = (packed >>> shift) & 15;
        if (before === 0) found[ordinal] = packed | (own << shift);
        else if (own < before) found[ordinal] = (packed & ~(15 << shift)) | (own << shift);
      }
    }
  }
}

/** The best class of a record's words among the marked ones, 0 for none. */
function bestClass(
  { data, offsets, removed }: SearchIndex,
  ordinal: number,
  marks: Uint8Array,
): number {
  if (removed[ordinal] === 1) return 0;
  const end = offsets[ordinal + 1] ?? 0;
  let best = 0;
  for (let at = offsets[ordinal] ?? 0; at < end; at += 1) {
    const packed = data[at] ?? 0;
    const how = marks[packed >>> 2] ?? 0;
    if (how === 0) continue;
    const own = classOf[how * fields + (packed & 3)] ?? 0;
    if (own !== 0 && (best === 0 || own < best)) best = own;
  }
  return best;
}

/** Forgets the records that lack the word just looked at. */
function keepThose(found: Uint32Array, touched: Int32Array, count: number, shift: number): number {
  let kept = 0;
  for (let place = 0; place < count; place += 1) {
    const ordinal = touched[place] ?? 0;
    if ((((found[ordinal] ?? 0) >>> shift) & 15) === 0) found[ordinal] = 0;
    else touched[kept++] = ordinal;
  }
  return kept;
}

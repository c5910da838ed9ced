import { begins, counts, type Expansion } from "./expand-word.ts";
import type { PageEntry } from "./rank-page.ts";
import type { TypedReading } from "./read-query.ts";
import { field, type SearchIndex } from "./search-index.ts";

/** One reading of what was typed: its words in each index, and their weights. */
export interface Plan {
  readonly reading: TypedReading;
  readonly expansions: readonly (readonly Expansion[])[];
  readonly weights: readonly number[];
}

/** A word of a site that something typed found. */
export interface FoundWord {
  readonly where: "name" | "alias" | "address";
  /** As it is kept: Latin letters, or a pair of characters. */
  readonly word: string;
  readonly typed: string;
  readonly how: "exact" | "begins" | "nearly";
}

const whereNames = ["name", "name", "alias", "address"] as const;
const howNames = ["exact", "exact", "begins", "nearly", "nearly", "begins"] as const;

/** Which words of the sites of a page were found, and by what, by the id of the site. */
export function findWords(
  indexes: readonly SearchIndex[],
  plans: readonly Plan[],
  entries: readonly PageEntry[],
): ReadonlyMap<string, readonly FoundWord[]> {
  const found = new Map<string, FoundWord[]>(entries.map(({ id }) => [id, []]));
  for (const [at, index] of indexes.entries()) {
    const own = entries.filter((entry) => entry.index === index);
    if (own.length === 0) continue;
    for (const { reading, expansions } of plans)
      for (const [word, expansion] of (expansions[at] ?? []).entries())
        findWord(index, own, expansion, reading[word]?.word ?? "", (id, one) => {
          found.get(id)?.push(one);
        });
  }
  return found;
}

function findWord(
  index: SearchIndex,
  entries: readonly PageEntry[],
  expansion: Expansion,
  typed: string,
  tell: (id: string, found: FoundWord) => void,
): void {
  const { marks } = index.scratch();
  const { words, qualities, beginning } = expansion;
  for (let place = 0; place < words.length; place += 1)
    marks[words[place] ?? 0] = qualities[place] ?? 0;
  for (const { ordinal, id } of entries) {
    const isParted = expansion.parted.includes(ordinal);
    const end = index.offsets[ordinal + 1] ?? 0;
    for (let place = index.offsets[ordinal] ?? 0; place < end; place += 1) {
      const packed = index.data[place] ?? 0;
      const where = whereNames[packed & 3] ?? "name";
      const quality = marks[packed >>> 2] ?? 0;
      const isBegun =
        beginning !== null &&
        (packed & 3) === field.nameBegins &&
        begins(index, packed >>> 2, beginning);
      const isKnown = quality !== 0 && counts(quality, packed & 3);
      if (!isBegun && !isKnown && !isParted) continue;
      const word = index.words.text(packed >>> 2);
      if (isKnown) tell(id, { where, word, typed, how: howNames[quality] ?? "exact" });
      else if (isBegun || (where !== "address" && isPartOf(word, typed)))
        tell(id, { where, word, typed, how: "begins" });
    }
  }
  for (const word of words) marks[word] = 0;
}

function isPartOf(word: string, typed: string): boolean {
  return word.length >= 3 && (typed.startsWith(word) || typed.endsWith(word));
}

import { at, flags } from "../../packages/matching/src/engine/read-features.ts";
import { type IndexSettings, SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import { type LabelledSet, pairKey } from "./read-sets.ts";

export interface PairsRetrieved {
  readonly of: string;
  readonly pairs: number;
  readonly found: number;
}

const kindsOfPair = [
  "all",
  "letters spaced apart in one or both",
  "own script and Latin",
  "both in their own script",
  "neither",
] as const;

/** Finds the candidates of every record: pairs `a|b`, found from either side. */
export function retrievedPairs(index: SiteIndex): ReadonlySet<string> {
  const found = new Set<string>();
  for (let one = 0; one < index.size; one += 1) {
    const count = index.compareCandidates(index.data, index.offsets[one] ?? 0, one, 0);
    for (let place = 0; place < count; place += 1)
      found.add(pairKey(index.ids[one] ?? "", index.ids[index.candidates[place] ?? 0] ?? ""));
  }
  return found;
}

/** How many true pairs of a set retrieval finds, apart for records with broken spacing and for those in their own script. */
export function scoreRetrieval(
  set: LabelledSet,
  settings: IndexSettings,
): readonly PairsRetrieved[] {
  const index = new SiteIndex(settings);
  index.build(set.records);
  const found = retrievedPairs(index);
  const flagsOf = new Map(
    index.ids.map((id, ordinal) => [id, index.data[(index.offsets[ordinal] ?? 0) + at.flags] ?? 0]),
  );
  const counted = new Map<string, { pairs: number; found: number }>(
    kindsOfPair.map((kind) => [kind, { pairs: 0, found: 0 }]),
  );
  const count = (kind: (typeof kindsOfPair)[number], isFound: boolean): void => {
    const known = counted.get(kind);
    if (known === undefined) return;
    known.pairs += 1;
    if (isFound) known.found += 1;
  };
  for (const key of set.same) {
    const [a = 0, b = 0] = key.split("|").map((id) => flagsOf.get(id) ?? 0);
    const isFound = found.has(key);
    count("all", isFound);
    const isSpaced = ((a | b) & flags.brokenSpacing) !== 0;
    const isOther = ((a | b) & flags.otherScript) !== 0;
    if (isSpaced) count("letters spaced apart in one or both", isFound);
    if ((a & b & flags.otherScript) !== 0) count("both in their own script", isFound);
    else if (isOther) count("own script and Latin", isFound);
    if (!isSpaced && !isOther) count("neither", isFound);
  }
  return kindsOfPair.map((of) => ({ of, ...(counted.get(of) ?? { pairs: 0, found: 0 }) }));
}

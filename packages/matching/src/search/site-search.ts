/**
 * Finding sites while somebody types.
 *
 * - **typed word**: one word of what was typed; the last, and any of three letters or more, may be the beginning of a word.
 * - **reading**: one way of reading typed text of another script: with makers' names translated, by sound, by meaning, by pairs of
 *   neighbouring characters. A site must have all words of one reading.
 * - **slip**: a letter too much, too few, another one, or two neighbours exchanged. **Nearly**: found with slips.
 * - **where**: a word stands in the name, in an alias or in the address, and counts in that order.
 * - **waiting**: a record that was added and does not stand in the sorted postings yet; it is found all the same.
 */
import { findSites, type SearchHit } from "./find-sites.ts";
import { type SearchArrays, searchFormat, SearchIndex, type SiteToFind } from "./search-index.ts";

/**
 * Makes a search index of records; `add` and `remove` change it, `arrays` gives it as typed arrays. Of two records with one id the
 * later stands; nothing else depends on their order.
 *
 * @example suggestSites([buildSearchIndex([{ id: "a", name: "Compal Optics", country: "CN" }])], "comp opt", 10)[0]?.id // → "a"
 */
export function buildSearchIndex(records: Iterable<SiteToFind> = []): SearchIndex {
  const index = new SearchIndex();
  for (const record of records) index.add(record);
  index.settle();
  return index;
}

/**
 * Opens an index from its arrays, which are its own from then on.
 *
 * @throws RangeError when they were written by a build that laid them out otherwise: build it anew
 * @example openSearchIndex(buildSearchIndex(records).arrays())
 */
export function openSearchIndex(arrays: SearchArrays): SearchIndex {
  if (arrays.format !== searchFormat)
    throw new RangeError(`This index is of the format ${String(arrays.format)}; build it anew.`);
  const index = new SearchIndex(undefined, arrays);
  index.settle();
  return index;
}

/** The best few for what was typed so far: as typed first, then nearly so, and these are looked for only where room is left. */
export function suggestSites(
  indexes: readonly SearchIndex[],
  text: string,
  limit: number,
): readonly SearchHit[] {
  const asTyped = findSites(indexes, text, { limit, nearly: false, withWords: true });
  if (asTyped.hits.length >= limit || asTyped.hits.some(({ byId }) => byId)) return asTyped.hits;
  return findSites(indexes, text, { limit, nearly: true, withWords: true }).hits;
}

import type { SearchArrays, SiteToFind } from "../search/search-index.ts";
import { buildInThread } from "./build-in-thread.ts";

/**
 * Builds a search index in a thread of its own. A site that comes again gives further names and addresses. The arrays are for
 * `openSearchIndex`, or to be written down.
 *
 * @example openSearchIndex(await buildSearchIndexInThread(slicesOfSites))
 */
export async function buildSearchIndexInThread(
  slices: AsyncIterable<readonly SiteToFind[]>,
): Promise<SearchArrays> {
  const answer = await buildInThread(slices, { search: true, equivalents: [] });
  return answer as SearchArrays; // as the thread answers where a search index is asked for
}

/** The search index as a structure of a scope: each site is one record with all its names and addresses. */
import {
  buildSearchIndex,
  buildSearchIndexInThread,
  openSearchIndex,
  type SearchArrays,
  searchFormat,
  type SearchIndex,
  type SiteToFind,
  WordReader,
} from "@throughline/matching";
import { z } from "zod";
import type {
  FrozenStructure,
  NumberArray,
  ScopeRecord,
  ScopeStructure,
} from "./scope-structure.ts";

/** Up to so many records are built at once, in this thread: some tenths of a second. */
const mostInThisThread = 10_000;

type Prepared =
  | { readonly kind: "few"; readonly sites: readonly SiteToFind[] }
  | { readonly kind: "many"; readonly arrays: SearchArrays };

export const searchStructure: ScopeStructure<SearchIndex, Prepared> = {
  name: "search",
  async prepare(slices) {
    const first: SiteToFind[] = [];
    const rest = slices[Symbol.asyncIterator]();
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return { kind: "few", sites: first };
      for (const record of next.value) first.push(toSiteToFind(record));
      if (first.length > mostInThisThread) break;
    }
    async function* sites(): AsyncGenerator<readonly SiteToFind[]> {
      yield first;
      for (;;) {
        const next = await rest.next();
        if (next.done === true) return;
        yield next.value.map(toSiteToFind);
      }
    }
    return { kind: "many", arrays: await buildSearchIndexInThread(sites()) };
  },
  open(prepared) {
    if (prepared.kind === "many") return openSearchIndex(prepared.arrays);
    const index = buildSearchIndex();
    // A site comes first as itself, then once for each variant.
    for (const site of prepared.sites) index.extend(site);
    index.settle();
    return index;
  },
  replace(index, siteId, records) {
    index.remove(siteId);
    for (const record of records) index.extend(toSiteToFind(record));
  },
  size: ({ live }) => live,
  file: {
    format: `throughline search ${String(searchFormat)}`,
    leastRecords: mostInThisThread,
    freeze(prepared): FrozenStructure {
      if (prepared.kind === "few") throw new RangeError("So few are not written down.");
      const { format, size, live, settled, settledWords, words, identifiers, ...arrays } =
        prepared.arrays;
      return {
        facts: {
          format,
          size,
          live,
          settled,
          settledWords,
          words: words.size,
          identifiers: identifiers.size,
        },
        arrays: {
          ...arrays,
          "words bytes": words.bytes,
          "words starts": words.starts,
          "words table": words.table,
          "identifiers first": identifiers.first,
          "identifiers second": identifiers.second,
          "identifiers ordinals": identifiers.ordinals,
        },
      };
    },
    thaw({ facts, arrays }) {
      const { words, identifiers, ...rest } = Facts.parse(facts);
      const part = (name: string): Record<string, NumberArray> =>
        Object.fromEntries(
          Object.entries(arrays).flatMap(([key, array]) =>
            key.startsWith(`${name} `) ? [[key.slice(name.length + 1), array]] : [],
          ),
        );
      // Written by `freeze` under the same format, which the caller has compared, and its checksums hold.
      const found = {
        ...Object.fromEntries(Object.entries(arrays).filter(([key]) => !key.includes(" "))),
        ...rest,
        words: { ...part("words"), size: words },
        identifiers: { ...part("identifiers"), size: identifiers },
      } as unknown as SearchArrays;
      return { kind: "many", arrays: found };
    },
  },
};

const Facts = z.object({
  format: z.literal(searchFormat),
  size: z.int(),
  live: z.int(),
  settled: z.int(),
  settledWords: z.int(),
  words: z.int(),
  identifiers: z.int(),
});

/** A variant gives a further name and address to a site that stands here, or names one of another scope. */
function toSiteToFind(record: ScopeRecord): SiteToFind {
  const { siteId: id, publicId, osId, name, address, country, published: shared } = record;
  const identifiers = { site: publicId, os_id: osId };
  if (record.variant === 0) return { id, name, address, country, identifiers, shared };
  const otherAddresses = address === null ? [] : [address];
  return { id, name: "", aliases: [name], otherAddresses, country, shared, foreign: true };
}

let reader: WordReader | undefined;
/** Reads words as the index does. */
export function wordReader(): WordReader {
  return (reader ??= new WordReader());
}

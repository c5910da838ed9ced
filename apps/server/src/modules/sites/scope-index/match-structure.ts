/** The matching engine as a structure of a scope: each name of a site is a record of its own. */
import {
  buildIndex,
  buildIndexInThread,
  engineName,
  indexFormat,
  openIndex,
  type IndexArrays,
  type SiteEngine,
  type SiteToMatch,
} from "@throughline/matching";
import { z } from "zod";
import type { FrozenStructure, ScopeRecord, ScopeStructure } from "./scope-structure.ts";

export interface MatchStructure {
  readonly engine: SiteEngine;
  /** Records of sites that have more than one. */
  readonly variants: Map<string, readonly string[]>;
  /** Records taken out or put in anew since it was built, and since they were last sorted in. */
  replaced: number;
  unsettled: number;
}

/** Up to so many records are built at once, in this thread: some tenths of a second. */
const mostInThisThread = 10_000;

/** What was added lies in maps that take ten times the memory until it is sorted in. */
const mostUnsettled = 10_000;

type Prepared =
  | { readonly kind: "few"; readonly records: readonly ScopeRecord[] }
  | {
      readonly kind: "many";
      readonly arrays: IndexArrays;
      readonly variants: readonly (readonly [string, readonly string[]])[];
    };

export const matchStructure: ScopeStructure<MatchStructure, Prepared> = {
  name: "matching",
  async prepare(slices) {
    const first: ScopeRecord[] = [];
    const rest = slices[Symbol.asyncIterator]();
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return { kind: "few", records: first };
      for (const record of next.value) first.push(record);
      if (first.length > mostInThisThread) break;
    }
    const variants = new Map<string, readonly string[]>();
    async function* toMatch(): AsyncGenerator<readonly SiteToMatch[]> {
      yield noting(first);
      for (;;) {
        const next = await rest.next();
        if (next.done === true) return;
        yield noting(next.value);
      }
    }
    function noting(records: readonly ScopeRecord[]): readonly SiteToMatch[] {
      for (const record of records) note(variants, record);
      return records.map(toSiteToMatch);
    }
    const arrays = await buildIndexInThread(toMatch());
    return { kind: "many", arrays, variants: [...variants] };
  },
  open(prepared) {
    if (prepared.kind === "few") {
      const variants = new Map<string, readonly string[]>();
      for (const record of prepared.records) note(variants, record);
      return {
        engine: buildIndex(prepared.records.map(toSiteToMatch)),
        variants,
        replaced: 0,
        unsettled: 0,
      };
    }
    return {
      engine: openIndex(prepared.arrays),
      variants: new Map(prepared.variants),
      replaced: 0,
      unsettled: 0,
    };
  },
  replace(structure, siteId, records) {
    const { engine, variants } = structure;
    for (const id of [siteId, ...(variants.get(siteId) ?? [])])
      if (engine.removeRecord(id)) structure.replaced += 1;
    variants.delete(siteId);
    for (const record of records) {
      engine.addRecord(toSiteToMatch(record));
      structure.unsettled += 1;
      note(variants, record);
    }
    if (structure.unsettled > mostUnsettled) {
      engine.settle();
      structure.unsettled = 0;
    }
  },
  size: ({ engine }) => engine.size,
  isWorn: ({ engine, replaced }) => replaced > Math.max(20_000, engine.size),
  file: {
    format: `${engineName} ${indexFormat}`,
    leastRecords: mostInThisThread,
    freeze(prepared): FrozenStructure {
      if (prepared.kind === "few") throw new RangeError("So few are not written down.");
      const { lexicon, postings, idBytes, idStarts, format, size, live, end, ...arrays } =
        prepared.arrays;
      const { size: words, ...lexiconArrays } = lexicon;
      return {
        facts: { format, size, live, end, words, variants: prepared.variants },
        arrays: {
          ...arrays,
          idBytes,
          idStarts,
          ...renamed("lexicon", lexiconArrays),
          ...renamed("postings", { ...postings }),
        },
      };
    },
    thaw({ facts, arrays }) {
      const { variants, words, ...rest } = Facts.parse(facts);
      const part = (name: string): Record<string, unknown> =>
        Object.fromEntries(
          Object.entries(arrays).flatMap(([key, array]) =>
            key.startsWith(`${name} `) ? [[key.slice(name.length + 1), array]] : [],
          ),
        );
      // Written by `freeze` under the same format, which the caller has compared, and its checksums hold.
      const found = {
        ...Object.fromEntries(Object.entries(arrays).filter(([key]) => !key.includes(" "))),
        ...rest,
        lexicon: { ...part("lexicon"), size: words },
        postings: part("postings"),
      } as unknown as IndexArrays;
      return { kind: "many", arrays: found, variants };
    },
  },
};

const Facts = z.object({
  format: z.literal(indexFormat),
  size: z.int(),
  live: z.int(),
  end: z.int(),
  words: z.int(),
  variants: z.array(z.tuple([z.string(), z.array(z.string())])),
});

function renamed<T>(name: string, arrays: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(arrays).map(([key, array]) => [`${name} ${key}`, array]),
  );
}

function note(
  variants: Map<string, readonly string[]>,
  { siteId, variant }: Pick<ScopeRecord, "siteId" | "variant">,
): void {
  if (variant > 0)
    variants.set(siteId, [...(variants.get(siteId) ?? []), recordId(siteId, variant)]);
}

function recordId(siteId: string, variant: number): string {
  return variant === 0 ? siteId : `${siteId}/${variant}`;
}

/** The site of a record that the engine names. */
export function siteOfRecord(recordId: string): string {
  const end = recordId.indexOf("/");
  return end === -1 ? recordId : recordId.slice(0, end);
}

function toSiteToMatch(record: ScopeRecord): SiteToMatch {
  return {
    id: recordId(record.siteId, record.variant),
    name: record.name,
    address: record.address,
    country: record.country,
    latitude: record.latitude,
    longitude: record.longitude,
    identifiers: record.osId === null ? null : { os_id: record.osId },
  };
}

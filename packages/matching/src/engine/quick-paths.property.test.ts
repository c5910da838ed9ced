import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findKey, PostingBuilder } from "./postings.ts";
import { engineSettings } from "./site-engine.ts";
import { SiteIndex } from "./site-index.ts";
import { CandidateTally, mostCandidates } from "./tally-candidates.ts";

// What saves time may change no answer: each quick way against the plain one.

const words = ["Foo", "Huaxin", "Jay", "Polytex", "Electronics", "Garments", "Unit 2", "(Kunshan)"];
const name = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(" "));
const address = fc
  .array(
    fc.oneof(
      fc.constantFrom("12", "14", "High Road", "Renmin Road", "Kunshan", "51000", "Floor 2"),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(", "));
const site = fc.record({
  id: fc.uuid(),
  name,
  address: fc.option(address),
  country: fc.option(fc.constantFrom("CN", "PK", "US")),
  phone: fc.option(fc.constantFrom("773 286 5286", "+86 512 5555 1234")),
  latitude: fc.option(fc.constantFrom(31.2, 31.21, 35)),
  longitude: fc.option(fc.constantFrom(120.9, 121)),
});

/** Any two, and two that agree in much. */
const twoSites = fc.oneof(
  fc.tuple(site, site),
  fc.tuple(site, site, fc.boolean(), fc.boolean()).map(
    ([a, b, sameName, samePlace]) =>
      [
        a,
        {
          ...b,
          ...(sameName ? { name: a.name } : {}),
          ...(samePlace ? { address: a.address } : {}),
        },
      ] as const,
  ),
);

describe("quick ways and plain ones", () => {
  it("a score that is given up early is below what was asked for, any other is exact", () => {
    fc.assert(
      fc.property(twoSites, fc.double({ min: -20, max: 10, noNaN: true }), ([a, b], some) => {
        const index = new SiteIndex(engineSettings());
        index.build([a, { ...b, id: `${b.id} b` }]);
        const [from, to] = [index.offsets[0] ?? 0, index.offsets[1] ?? 0];
        const exact = index.comparer.compare(index.data, from, index.data, to);
        for (const least of [some, exact, exact - 0.5, exact + 0.5]) {
          const quick = index.comparer.compareAbove(index.data, from, index.data, to, least);
          expect(exact >= least ? quick === exact : quick < least).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("keys are found where they stand, and no others", () => {
    // Few upper halves, so that many keys stand under one.
    const key = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.nat(0xffff))
      .map(([upper, lower]) => (upper * 0x10000 + lower) >>> 0);
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.array(key), (kept, asked) => {
        const builder = new PostingBuilder();
        kept.forEach((one, record) => {
          builder.add(one, record);
        });
        const postings = builder.build();
        for (const one of [...kept, ...asked]) {
          const place = findKey(postings, one);
          expect(place === -1 ? undefined : postings.keys[place]).toBe(
            kept.includes(one) ? one : undefined,
          );
        }
      }),
    );
  });

  it("the best candidates are those of a plain sum", () => {
    const lists = fc.array(
      fc.tuple(
        fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 90 }),
        fc.integer({ min: 1, max: 20 }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lists, (keys) => {
        // Lists come rarest first, as weights fall.
        const ordered = keys.toSorted(([, a], [, b]) => b - a);
        const ranks = Float64Array.from({ length: 301 }, (_, record) => (record * 7919) % 301);
        const tally = new CandidateTally();
        const sums = new Map<number, number>();
        let rest = ordered.reduce((sum, [, weight]) => sum + weight, 0);
        for (const [records, weight] of ordered) {
          tally.closeBelow(rest);
          rest -= weight;
          for (const record of records) {
            tally.add(record, weight);
            sums.set(record, (sums.get(record) ?? 0) + weight);
          }
        }
        const all = [...sums].toSorted(
          ([a, one], [b, other]) => other - one || (ranks[a] ?? 0) - (ranks[b] ?? 0),
        );
        const least = (all[0]?.[1] ?? 0) * 0.3;
        const plain = all
          .slice(0, mostCandidates)
          .filter(([, sum], place) => place < 6 || sum >= least)
          .map(([record]) => record);
        const into = new Int32Array(mostCandidates);
        expect([...into.subarray(0, tally.takeBest(into, ranks))]).toEqual(plain);
      }),
    );
  });
});

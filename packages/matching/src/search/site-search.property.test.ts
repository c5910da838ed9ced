import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slipsOf } from "./expand-word.ts";
import { findSites, type SearchAnswer } from "./find-sites.ts";
import type { SearchIndex, SiteToFind } from "./search-index.ts";
import { buildSearchIndex, openSearchIndex, suggestSites } from "./site-search.ts";
import { countSlips, NearlySpeller } from "./spell-nearly.ts";
import { asciiBytes, WordList } from "./word-list.ts";

const words =
  "compal compla optics optic electronics electronic shenzhen shenzen 深圳 电子 京东方 boe garments garmnets mill miller works 15 1500 co ltd tech front techfront a b".split(
    " ",
  );
const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((some) => some.join(" "));
const site = fc.record({
  name: text,
  address: fc.option(text),
  aliases: fc.option(fc.array(text, { maxLength: 2 })),
  country: fc.constantFrom("CN", "JP", null),
});
const sites = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 40 }).map(String), rest: site }), {
    selector: ({ id }) => id,
    maxLength: 25,
  })
  .map((all) => all.map(({ id, rest }): SiteToFind => ({ id, ...rest })));
const anything = { limit: 100, nearly: true, withWords: true };

function told({ hits, asTyped, nearly }: SearchAnswer): unknown {
  return [
    asTyped,
    nearly,
    hits.map(({ id, order, words: found }) => [id, order, new Set(found.map(({ word }) => word))]),
  ];
}

describe("the search index", () => {
  it("takes any string, as record and as what is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        const index = buildSearchIndex([
          { id: one, name: one, address: other, aliases: [other], country: other },
          { id: `${one}!`, name: other, identifiers: { any: one } },
        ]);
        for (const typed of [one, other, one.slice(0, 3)]) suggestSites([index], typed, 5);
        index.remove(one);
        expect(index.live).toBe(1);
      }),
    );
  });

  it("answers alike in any order of the records", () => {
    fc.assert(
      fc.property(
        sites.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        text,
        ([all, shuffled], typed) => {
          const answers = [all, shuffled].map((some) =>
            findSites([buildSearchIndex(some)], typed, anything),
          );
          expect(told(answers[1] as SearchAnswer)).toEqual(told(answers[0] as SearchAnswer)); // two were made
        },
      ),
    );
  });

  it("answers added to, removed from and reopened as if built anew", () => {
    fc.assert(
      fc.property(
        sites,
        sites,
        fc.array(fc.integer({ min: 0, max: 40 })),
        text,
        fc.integer({ min: 0, max: 2 }),
        (first, later, removed, typed, settles) => {
          const index = buildSearchIndex(first);
          const standing = new Map(first.map((one) => [one.id, one]));
          for (const one of later) {
            index.add(one);
            standing.set(one.id, one);
          }
          for (const id of removed.map(String)) {
            expect(index.remove(id)).toBe(standing.delete(id));
          }
          const rebuilt = told(findSites([buildSearchIndex(standing.values())], typed, anything));
          expect(index.live).toBe(standing.size);
          expect(told(findSites([index], typed, anything))).toEqual(rebuilt);
          if (settles > 0) settle(index);
          expect(told(findSites([index], typed, anything))).toEqual(rebuilt);
          const reopened = openSearchIndex(index.arrays());
          expect(told(findSites([reopened], typed, anything))).toEqual(rebuilt);
        },
      ),
    );
  });

  it("gives the same pages whatever their length", () => {
    fc.assert(
      fc.property(sites, text, fc.integer({ min: 1, max: 7 }), (all, typed, limit) => {
        const index = buildSearchIndex(all);
        const whole = findSites([index], typed, anything);
        const paged: string[] = [];
        for (let after = null; ;) {
          const page = findSites([index], typed, {
            limit,
            nearly: true,
            after,
            weights: whole.weights,
          });
          paged.push(...page.hits.map(({ id }) => id));
          const last = page.hits.at(-1);
          if (last === undefined) break;
          after = last as never; // a hit is a rank
        }
        expect(paged).toEqual(whole.hits.map(({ id }) => id));
      }),
    );
  });

  it("finds each site by its own name", () => {
    fc.assert(
      fc.property(sites, (all) => {
        const index = buildSearchIndex(all);
        for (const { id, name } of all)
          expect(
            findSites([index], name, { ...anything, nearly: false }).hits.map((hit) => hit.id),
          ).toContain(id);
      }),
    );
  });

  it("walks sorted words to the same ones as comparing each", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "b", "c", "d"),
      minLength: 1,
      maxLength: 11,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 60 }),
        letters,
        fc.boolean(),
        (some, typed, open) => {
          fc.pre(typed.length >= 4);
          const list = new WordList();
          for (const word of some) list.internText(word);
          const walked = new Map<string, number>();
          const put = (word: number, slips: number): void => {
            const known = list.text(word);
            walked.set(known, Math.min(slips, walked.get(known) ?? 9));
          };
          const sorted = list.sorted();
          expect([...sorted].map((word) => list.text(word))).toEqual(some.toSorted());
          new NearlySpeller(list, sorted).find(asciiBytes(typed), open, {
            word: put,
            beginning: (from, to) => {
              for (const word of sorted.subarray(from, to)) put(word, 1);
            },
          });
          const most = typed.length < 8 ? 1 : 2;
          for (const word of some) {
            const slips = slipsOf(word, typed, most, open);
            const isFound = walked.get(word);
            if (slips === 0) continue;
            expect([word, isFound ?? most + 1]).toEqual([word, slips]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("counts slips", () => {
    expect(countSlips("shenzhen", "shenzehn", 2)).toBe(1);
    expect(countSlips("shenzhen", "shenzen", 2)).toBe(1);
    expect(countSlips("shenzhen", "sheznehn", 2)).toBe(2);
    expect(countSlips("shenzhen", "tianjin", 2)).toBe(3);
  });
});

/** Adds and removes until everything is sorted in. */
function settle(index: SearchIndex): void {
  for (let n = 0; n < 300; n += 1) index.add({ id: `filler ${n}`, name: "zzz" });
  index.settle();
  for (let n = 0; n < 300; n += 1) index.remove(`filler ${n}`);
}

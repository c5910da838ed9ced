import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, dedupe, linkLists, openIndex } from "./site-engine.ts";
import type { SiteToMatch } from "./site-to-match.ts";
import { dedupeInWorkers, linkInWorkers } from "../workers/compare-in-workers.ts";

const brand = fc.constantFrom(
  "Foo",
  "Bar Tex",
  "Huaxin",
  "Jay Jay",
  "鑫达",
  "삼성",
  "Đại Minh",
  "Электрон",
  "f o o",
);
const trade = fc.constantFrom(
  "Electronics",
  "Garments",
  "电子",
  "Factory 2",
  "(Kunshan)",
  "tekstil san. ve tic.",
  "",
);
const legal = fc.constantFrom("Co., Ltd.", "有限公司", "Pvt Ltd", "A.S.", "");
const street = fc.constantFrom(
  "12 High Road",
  "No.5 Renmin Road, Kunshan",
  "Plot 21 Sector 25 Korangi",
  "深圳市宝安区新桥路5号",
  "51st Street 1701",
  "",
);
const site = fc
  .record({
    name: fc.tuple(brand, trade, legal).map((parts) => parts.join(" ")),
    address: fc.option(street),
    country: fc.option(fc.constantFrom("CN", "PK", "US")),
    phone: fc.option(fc.constantFrom("773 286 5286", "+86 512 5555 1234")),
    aliases: fc.option(fc.array(brand, { maxLength: 2 })),
  })
  .map((parts): SiteToMatch => ({ id: "", ...parts }));
const sites = (least: number, most: number): fc.Arbitrary<SiteToMatch[]> =>
  fc
    .array(site, { minLength: least, maxLength: most })
    .map((list) => list.map((one, index) => ({ ...one, id: `s${index}` })));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("\u0000", "ء", "𠀀".repeat(300), "-".repeat(5000), "a ".repeat(3000)),
);
const anySite = fc.record({
  id: fc.string(),
  name: anyText,
  address: fc.option(anyText),
  locality: fc.option(anyText),
  postalCode: fc.option(anyText),
  country: fc.option(fc.oneof(fc.constantFrom("CN", "JP"), anyText)),
  phone: fc.option(anyText),
  latitude: fc.option(fc.double()),
  longitude: fc.option(fc.double()),
  identifiers: fc.option(fc.dictionary(fc.string(), fc.option(anyText))),
  parent: fc.option(anyText),
});
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe("the engine", () => {
  it("compares (a, b) as (b, a), and the explanation sums to the score", () => {
    const engine = buildIndex([]);
    fc.assert(
      fc.property(site, site, (a, b) => {
        const one = engine.explain(a, b);
        const other = engine.explain(b, a);
        expect(other.score).toBeCloseTo(one.score, 9);
        expect(other.comparisons.map(({ level }) => level)).toEqual(
          one.comparisons.map(({ level }) => level),
        );
        const sum = one.comparisons.reduce(
          (bits, comparison) => bits + comparison.bits,
          one.priorBits,
        );
        expect(sum).toBeCloseTo(one.score, 9);
        expect(one.probability).toBeCloseTo(1 / (1 + 2 ** -one.score), 12);
      }),
    );
  });

  it("crashes on no text", () => {
    fc.assert(
      fc.property(anySite, anySite, (a, b) => {
        const engine = buildIndex([a]);
        engine.match(b);
        const { probability } = engine.explain(a, b);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("answers alike whatever the order of the list", () => {
    fc.assert(
      fc.property(sites(2, 25), (list) => {
        const one = dedupe(list);
        const other = dedupe(list.toReversed());
        expect(other.pairs).toEqual(one.pairs);
        expect(byId(other.clusters)).toEqual(byId(one.clusters));
        const [left, right] = [list.slice(0, 8), list.slice(8)];
        expect(
          byId(
            linkLists(left.toReversed(), right.toReversed()).map(({ left: id, ...rest }) => ({
              id,
              ...rest,
            })),
          ),
        ).toEqual(byId(linkLists(left, right).map(({ left: id, ...rest }) => ({ id, ...rest }))));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("answers alike whether records were built in, added, removed or reopened", () => {
    fc.assert(
      fc.property(sites(3, 20), fc.nat(), site, (list, which, probe) => {
        const gone = list[which % list.length];
        if (gone === undefined) return;
        const kept = list.filter(({ id }) => id !== gone.id);
        const rebuilt = buildIndex(kept);
        const grown = buildIndex(list.slice(0, 2));
        for (const one of list.slice(2)) grown.addRecord(one);
        grown.removeRecord(gone.id);
        const question = { ...probe, id: "question" };
        const expected = rebuilt.match(question, { all: true });
        expect(grown.match(question, { all: true })).toEqual(expected);
        expect(grown.size).toBe(rebuilt.size);
        const reopened = openIndex(grown.arrays());
        expect(reopened.match(question, { all: true })).toEqual(expected);
        reopened.addRecord(gone);
        grown.addRecord(gone);
        expect(reopened.match(question)).toEqual(grown.match(question));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it("keeps the later of two records with one id", () => {
    fc.assert(
      fc.property(sites(4, 12), site, (list, probe) => {
        const repeated = list.map((one, place) => ({ ...one, id: `s${place % 3}` }));
        const last = repeated.filter(
          ({ id }, place) => repeated.findLastIndex((other) => other.id === id) === place,
        );
        const question = { ...probe, id: "question" };
        const engine = buildIndex(repeated);
        expect(engine.size).toBe(3);
        expect(engine.match(question, { all: true })).toEqual(
          buildIndex(last).match(question, { all: true }),
        );
        expect(dedupe(repeated).pairs).toEqual(dedupe(last).pairs);
        expect(byId(dedupe(repeated).clusters)).toEqual(byId(dedupe(last).clusters));
      }),
      { numRuns: 30 },
    );
  });

  it("answers alike whatever the number of threads", async () => {
    const [some] = fc.sample(sites(60, 80), { seed: 7, numRuns: 1 });
    if (some === undefined) throw new Error("Nothing was sampled.");
    // So many that threads are started; each its number in the name, or all would be one crowd.
    const list = Array.from({ length: 3050 }, (_, place): SiteToMatch => {
      const of = some[place % some.length];
      return {
        id: `s${place}`,
        name: `${of?.name ?? ""} Ward${place % 1500}`,
        address: `${place % 900} ${of?.address ?? ""}`,
      };
    });
    const [left, right] = [list.slice(0, 1600), list.slice(1600)];
    const alone = await dedupeInWorkers(list, { workers: 1 });
    expect(alone.pairs.length).toBeGreaterThan(100);
    expect(await dedupeInWorkers(list, { workers: 3 })).toEqual(alone);
    const linked = await linkInWorkers(left, buildIndex(right), { workers: 1 });
    expect(await linkInWorkers(left, buildIndex(right), { workers: 2 })).toEqual(linked);
  }, 120_000);
});

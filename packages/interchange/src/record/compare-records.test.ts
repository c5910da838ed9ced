import type { RecordChange, RecordContent, RecordSite } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRecords } from "./compare-records.ts";
import { compareReleases } from "./compare-releases.ts";
import { anyContent } from "./record-content.fixture.ts";

const empty: RecordContent = { sites: [], products: [], links: [], answers: [] };

function site(key: string, cells: Partial<RecordSite> = {}): RecordSite {
  return {
    key,
    name: "Foo Ltd",
    address: "1 Road, Leeds",
    country: "GB",
    latitude: null,
    longitude: null,
    osId: null,
    workers: null,
    flags: [],
    confirmedOn: null,
    verification: "self_declared",
    masked: null,
    ...cells,
  };
}

const keysOf = {
  site: (content: RecordContent) => content.sites.map((one) => ({ key: one.key, one })),
  product: (content: RecordContent) => content.products.map((one) => ({ key: one.key, one })),
  answer: (content: RecordContent) => content.answers.map((one) => ({ key: one.key, one })),
  link: (content: RecordContent) =>
    content.links.map((one) => ({
      key: [one.productKey, one.siteKey, one.tier, one.component ?? ""].join("|"),
      one,
    })),
};

/** Takes the changes over into `before`; values come from `after`, but only those the changes name. */
function apply(
  before: RecordContent,
  changes: readonly RecordChange[],
  after: RecordContent,
): unknown {
  return Object.entries(keysOf).map(([subject, items]) => {
    const mine = changes.filter((change) => change.subject === subject);
    const stands = new Map<string, object>(items(before).map(({ key, one }) => [key, { ...one }]));
    const wanted = new Map<string, object>(items(after).map(({ key, one }) => [key, one]));
    for (const { change, key, field } of mine) {
      const source = wanted.get(key) ?? {};
      if (change === "removed") stands.delete(key);
      else if (change === "added") stands.set(key, source);
      else
        stands.set(key, {
          ...stands.get(key),
          ...Object.fromEntries(Object.entries(source).filter(([name]) => name === field)),
        });
    }
    return [...stands].toSorted(([a], [b]) => (a < b ? -1 : 1));
  });
}

describe("compareRecords", () => {
  it("finds nothing between a content and itself, in whatever order", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(compareRecords(content, content)).toEqual([]);
        const turned: RecordContent = {
          sites: content.sites.toReversed(),
          products: content.products.toReversed(),
          links: content.links.toReversed(),
          answers: content.answers.toReversed(),
        };
        expect(compareRecords(content, turned)).toEqual([]);
      }),
    );
  });

  it("names every difference: its changes taken over into one content give the other", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const changes = compareRecords(before, after);
        expect(apply(before, changes, after)).toEqual(apply(after, [], after));
      }),
    );
  });

  it("says each way what the other way says", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, after) => {
        const count = (changes: readonly RecordChange[], change: string): number =>
          changes.filter((one) => one.change === change).length;
        const [there, back] = [compareRecords(before, after), compareRecords(after, before)];
        expect(count(there, "added")).toBe(count(back, "removed"));
        expect(count(there, "changed")).toBe(count(back, "changed"));
      }),
    );
  });

  it("says where a site was perhaps renamed or moved, with and without its key", () => {
    const stood = { ...empty, sites: [site("1")] };
    expect(compareRecords(stood, { ...empty, sites: [site("1", { name: "Bar Ltd" })] })).toEqual([
      expect.objectContaining({
        field: "name",
        before: "Foo Ltd",
        after: "Bar Ltd",
        perhaps: "renamed",
      }),
    ]);
    expect(
      compareRecords(stood, { ...empty, sites: [site("1", { address: "2 Street, York" })] })[0],
    ).toMatchObject({ field: "address", perhaps: "moved" });
    expect(compareRecords(stood, { ...empty, sites: [site("2", { name: "Bar Ltd" })] })).toEqual([
      expect.objectContaining({
        change: "removed",
        label: "Foo Ltd",
        after: "Bar Ltd",
        perhaps: "renamed",
      }),
      expect.objectContaining({
        change: "added",
        label: "Bar Ltd",
        before: "Foo Ltd",
        perhaps: "renamed",
      }),
    ]);
    expect(
      compareRecords(stood, {
        ...empty,
        sites: [site("2", { name: "FOO Limited", address: "2 Street, York" })],
      }).map(({ perhaps }) => perhaps),
    ).toEqual(["moved", "moved"]);
  });

  it("does not guess where two would fit", () => {
    const stood = { ...empty, sites: [site("1"), site("2", { address: "2 Street, York" })] };
    const now = { ...empty, sites: [site("3", { address: "3 Lane, Hull" })] };
    expect(compareRecords(stood, now).map(({ perhaps }) => perhaps)).toEqual([null, null, null]);
  });

  it("can leave out days of confirmation", () => {
    const [stood, now] = [
      { ...empty, sites: [site("1")] },
      { ...empty, sites: [site("1", { confirmedOn: "2026-11-20" })] },
    ];
    expect(compareRecords(stood, now)).toHaveLength(1);
    expect(compareRecords(stood, now, { ignoreConfirmations: true })).toEqual([]);
  });
});

describe("compareReleases", () => {
  const product = { key: "p", brand: "Aster", family: "Book 14", partNumbers: [] };
  const link = {
    productKey: "p",
    siteKey: "1",
    tier: "final_assembly",
    component: null,
    kind: "confirmed",
    from: null,
    to: null,
  } as const;
  const left: RecordContent = {
    sites: [site("1"), site("2", { name: "Baz GmbH", address: "3 Weg, Ulm", country: "DE" })],
    products: [product],
    links: [link, { ...link, siteKey: "2", tier: "component", component: "display" }],
    answers: [],
  };

  it("says which sites each names for a product both speak about", () => {
    const right: RecordContent = {
      sites: [site("9", { name: "FOO LIMITED", address: "1 Road, Leeds.", workers: 300 })],
      products: [{ ...product, key: "q", brand: "ASTER Inc.", family: "book-14" }],
      links: [{ ...link, productKey: "q", siteKey: "9" }],
      answers: [],
    };
    const found = compareReleases(left, right);
    expect(found.products).toEqual([
      {
        brand: "Aster",
        family: "Book 14",
        leftOnly: ["Baz GmbH, 3 Weg, Ulm, DE (component: display)"],
        rightOnly: [],
        both: ["Foo Ltd, 1 Road, Leeds, GB (final assembly)"],
      },
    ]);
    expect(found.changes.map(({ field }) => field)).toEqual(["name", "address", "workers"]);
  });

  it("never takes a masked site for another, and is silent about other products", () => {
    const masked = {
      keptBy: "the maker",
      legalName: true,
      fullAddress: true,
      precision: "street",
    } as const;
    const right = { ...left, sites: left.sites.map((one) => ({ ...one, masked, address: null })) };
    expect(compareReleases(left, right).products[0]).toMatchObject({ both: [] });
    expect(
      compareReleases(left, { ...left, products: [{ ...product, family: "Book 15" }] }).products,
    ).toEqual([]);
  });
});

import { createHmac } from "node:crypto";
import { tiers, type RecordContent, type RecordSite } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSnapshot, maskedSiteIds, numbersOf } from "./build-snapshot.ts";
import { findLeaks } from "./find-leaks.ts";
import { writeCanonicalJson } from "./write-canonical-json.ts";

const keyOf = (siteId: string): string =>
  `m-${createHmac("sha256", "key").update(siteId).digest("base64url").slice(0, 22)}`;

/** Words that stand nowhere else, so that finding one means that it leaked. */
const word = (kind: string) =>
  fc.integer({ min: 10_000, max: 99_999 }).map((number) => `${kind}${number}`);

const site = fc
  .record({
    key: fc.uuid(),
    name: word("Namesecret"),
    address: fc.option(word("Addresssecret")),
    country: fc.constantFrom("CN", "VN", null),
    latitude: fc.option(fc.integer({ min: 10_123_457, max: 89_123_457 }).map((n) => n / 1e6)),
    osId: fc.option(word("OS")),
    workers: fc.option(fc.integer({ min: 100_000, max: 999_999 })),
    flags: fc.subarray(["warehouse", "head_office", "short_address", "po_box"]),
    confirmedOn: fc.constantFrom("2026-01-01", null),
  })
  .map((given): RecordSite => ({
    ...given,
    longitude: given.latitude === null ? null : given.latitude / 7,
    verification: "self_declared",
    masked: null,
  }));

const content = fc
  .record({
    sites: fc.uniqueArray(site, { selector: ({ key }) => key, maxLength: 8 }),
    products: fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
    picks: fc.array(fc.tuple(fc.nat(7), fc.nat(2), fc.constantFrom(...tiers)), { maxLength: 12 }),
  })
  .map(({ sites, products, picks }): RecordContent => ({
    sites,
    products: products.map((key, at) => ({
      key,
      brand: "Aster",
      family: `Book ${at}`,
      partNumbers: [],
    })),
    links: picks.flatMap(([s, p, tier]) => {
      const [one, product] = [sites[s], products[p]];
      return one === undefined || product === undefined
        ? []
        : [
            {
              productKey: product,
              siteKey: one.key,
              tier,
              component: null,
              kind: "confirmed" as const,
              from: null,
              to: null,
            },
          ];
    }),
    answers: [],
  }));

function build(of: RecordContent, masked: ReadonlySet<string>) {
  return buildSnapshot({
    supplier: { name: "Cedar IT", country: "GB", invented: true },
    onBehalfOf: null,
    number: 1,
    releasedAt: "2026-11-20T09:00:00.000Z",
    asOf: "2026-11-19",
    expiresOn: "2027-11-20",
    answersFor: [],
    record: { content: of, maskedAs: new Map(), from: new Map() },
    maskSiteIds: masked,
    keyOf,
    numbers: new Map(),
  });
}

const withMask = content.chain((of) =>
  fc.tuple(
    fc.constant(of),
    fc.subarray(of.sites.map(({ key }) => key)).map((keys) => new Set(keys)),
  ),
);

describe("a snapshot", () => {
  it("holds nothing of a masked site but its country, what is attested and whether things are made there", () => {
    fc.assert(
      fc.property(withMask, ([of, masked]) => {
        const snapshot = build(of, masked);
        const text = writeCanonicalJson(snapshot);
        const secrets = of.sites
          .filter(({ key }) => masked.has(key))
          .flatMap(({ key, name, address, osId, workers, latitude, longitude }) =>
            [key, name, address, osId, workers, latitude, longitude].flatMap((one) => one ?? []),
          );
        // What another site says openly is no secret; two of one name are for a person to judge (find-leaks.ts).
        const open = JSON.stringify(of.sites.filter(({ key }) => !masked.has(key)));
        const told = secrets.map(String).filter((secret) => text.includes(secret));
        expect(told.filter((secret) => !open.includes(secret))).toEqual([]);
        const flags = snapshot.content.sites.flatMap((one) =>
          one.masked === null ? [] : one.flags,
        );
        expect(["head_office", "warehouse"]).toEqual(expect.arrayContaining([...new Set(flags)]));
      }),
    );
  });

  it("counts every site, and links each to the same products as before", () => {
    fc.assert(
      fc.property(withMask, ([of, masked]) => {
        const snapshot = build(of, masked);
        expect(snapshot.content.sites).toHaveLength(of.sites.length);
        expect(snapshot.content.links).toHaveLength(of.links.length);
        const keys = new Set(snapshot.content.sites.map(({ key }) => key));
        expect(snapshot.content.links.every(({ siteKey }) => keys.has(siteKey))).toBe(true);
        expect(snapshot.content.sites.filter((one) => one.masked !== null)).toHaveLength(
          masked.size,
        );
      }),
    );
  });

  it("tells nothing by its order: the record in any other order gives the same masked part", () => {
    fc.assert(
      fc.property(withMask, ([of, masked]) => {
        const turned = { ...of, sites: of.sites.toReversed(), links: of.links.toReversed() };
        const part = (given: RecordContent) => {
          const { sites, links } = build(given, masked).content;
          return { sites: sites.filter((one) => one.masked !== null), links };
        };
        expect(part(turned)).toEqual(part(of));
      }),
    );
  });

  it("gives the same bytes for the same question, and another text for another value", () => {
    fc.assert(
      fc.property(withMask, ([of, masked]) => {
        const snapshot = build(of, masked);
        const shuffled: unknown = JSON.parse(JSON.stringify(snapshot));
        expect(writeCanonicalJson(shuffled)).toBe(writeCanonicalJson(snapshot));
        expect(writeCanonicalJson({ ...snapshot, number: 2 })).not.toBe(
          writeCanonicalJson(snapshot),
        );
      }),
    );
  });

  it("keeps the number of a masked site from release to release", () => {
    fc.assert(
      fc.property(withMask, fc.nat(), ([of, masked], pick) => {
        const before = build(of, masked);
        const all = of.sites.map(({ key }) => key);
        const next = buildSnapshot({
          ...before,
          record: { content: of, maskedAs: new Map(), from: new Map() },
          maskSiteIds: new Set([...masked, ...all.slice(0, pick % (all.length + 1))]),
          keyOf,
          numbers: numbersOf(before),
        });
        const names = new Map(next.content.sites.map(({ key, name }) => [key, name]));
        const kept = before.content.sites.filter((one) => one.masked !== null);
        expect(kept.map(({ key }) => names.get(key))).toEqual(kept.map(({ name }) => name));
        const labels = next.content.sites.flatMap((one) => (one.masked === null ? [] : [one.name]));
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });
});

describe("names of masked sites elsewhere", () => {
  const at = (name: string, key: string): RecordSite => ({
    key,
    name,
    address: null,
    country: null,
    latitude: null,
    longitude: null,
    osId: null,
    workers: null,
    flags: [],
    confirmedOn: null,
    verification: "self_declared",
    masked: null,
  });
  const look = (of: RecordContent, masked: ReadonlySet<string>) =>
    findLeaks(
      build(of, masked),
      of.sites.filter(({ key }) =>
        maskedSiteIds({
          record: { content: of, maskedAs: new Map(), from: new Map() },
          maskSiteIds: masked,
        }).has(key),
      ),
    );
  const answer = (reason: string) => ({
    key: "x",
    productKey: null,
    answer: "cannot_because" as const,
    saidBy: null,
    reason,
    document: null,
    answeredOn: "2026-01-01",
    selfReported: false,
  });
  const sites = [at("Brightfield Panels Co., Ltd.", "a"), at("Alder Works", "b")];

  it.each([
    ["BRIGHTFIELD PANELS will not say.", 1],
    ["Brightfield-Panels Co. Ltd. will not say.", 1],
    ["The maker of the display will not say.", 0],
  ])("%s", (reason, refusals) => {
    const of = { sites, products: [], links: [], answers: [answer(reason)] };
    expect(look(of, new Set(["a"])).refusals).toHaveLength(refusals);
    expect(look(of, new Set()).refusals).toEqual([]);
  });

  it("refuses the same row released with its name, and notes the same company at another place", () => {
    const twice = {
      sites: [...sites, at("brightfield panels co ltd", "c")],
      products: [],
      links: [],
      answers: [],
    };
    expect(look(twice, new Set(["a"])).refusals).toHaveLength(1);
    const elsewhere = {
      ...twice,
      sites: [...sites, { ...at("Brightfield Panels Co., Ltd.", "c"), country: "VN" }],
    };
    expect(look(elsewhere, new Set(["a"]))).toMatchObject({ refusals: [], notes: [{}] });
  });
});

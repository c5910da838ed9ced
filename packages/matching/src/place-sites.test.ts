import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decidePlacement,
  type KnownSite,
  type LikelySite,
  writtenAlike,
} from "./decide-placement.ts";
import { buildIndex } from "./engine/site-engine.ts";
import { createSitePlacer, placeToMatch } from "./place-sites.ts";
import type { NamedPlace, PlacedSite } from "./placed-site.ts";

function site(id: string, own: boolean, more: Partial<KnownSite> = {}): KnownSite {
  return {
    id,
    name: "A Ltd",
    address: "1 Road",
    country: "GB",
    osId: null,
    own,
    published: !own,
    ...more,
  };
}

const place = { name: "A LTD", address: "1 Road", country: "GB", osId: null };
const likely = (known: KnownSite, probability: number): LikelySite => ({
  site: known,
  probability,
});

describe("deciding which site a place is", () => {
  it("prefers the organisation's own site, and offers the other one for review", () => {
    const decision = decidePlacement(place, [
      likely(site("public", false), 0.99),
      likely(site("own", true, { name: "A Works Ltd" }), 0.96),
    ]);
    expect(decision).toMatchObject({
      band: "same",
      siteId: "own",
      perhaps: [{ site: { id: "public" } }],
    });
  });

  it("knows its own place again when it is written alike, even without an address", () => {
    const bare = { ...place, address: null };
    expect(decidePlacement(bare, [likely(site("own", true, { address: null }), 0)])).toMatchObject({
      band: "same",
      siteId: "own",
    });
    // Somebody else's published namesake is not taken for it.
    expect(decidePlacement(bare, [likely(site("public", false, { address: null }), 0)])).toEqual({
      band: "new",
    });
    // Two different OS IDs are two sites, however alike they are written.
    expect(
      decidePlacement({ ...place, osId: "a" }, [likely(site("own", true, { osId: "b" }), 0)]),
    ).toEqual({ band: "new" });
  });

  it("leaves to a person what has two OS IDs or lacks an address, however sure the engine is", () => {
    for (const [written, known] of [
      [{ ...place, osId: "a" }, site("own", true, { osId: "b" })],
      [{ ...place, address: null }, site("own", true)],
    ] as const)
      expect(decidePlacement(written, [likely(known, 0.999)])).toMatchObject({
        band: "review",
        probability: 0.94,
        rule: expect.stringContaining("person") as unknown,
      });
  });

  it("takes one OS ID for one site, and another country for another site", () => {
    const known = site("own", true, { osId: "a", country: "CN", name: "B Ltd" });
    expect(decidePlacement({ ...place, osId: "a" }, [likely(known, 0)])).toMatchObject({
      band: "same",
      siteId: "own",
    });
    expect(decidePlacement(place, [likely(known, 0.999)])).toEqual({ band: "new" });
  });

  it("never offers more than five pairs", () => {
    const found = Array.from({ length: 9 }, (_, at) =>
      likely(site(`s${at}`, true, { name: "B" }), 0.8),
    );
    const decision = decidePlacement(place, found);
    expect(decision.band === "review" && decision.perhaps.map((one) => one.site.id)).toEqual([
      "s0",
      "s1",
      "s2",
      "s3",
      "s4",
    ]);
  });
});

function named(name: string, address: string | null, more: Partial<NamedPlace> = {}): NamedPlace {
  const unknown = { latitude: null, longitude: null, osId: null, flags: [] };
  return { name, address, country: "CN", ...unknown, ...more };
}

function newPlacer(): ReturnType<typeof createSitePlacer> {
  let made = 0;
  return createSitePlacer({ makeId: () => `s${(made += 1)}` });
}

const compal = "Compal Information (Kunshan) Co. Ltd.";
const third = "No. 15 Third Avenue, Kunshan, Jiangsu";
const first = "No. 58 1st Street, Kunshan, Jiangsu";
const nextDoor = "No. 17 Third Avenue, Kunshan, Jiangsu";

describe("placing the rows of lists", () => {
  it("makes one site of rows written alike, in one list and across lists, and completes it", () => {
    const placer = newPlacer();
    const bands = [
      named(compal, third),
      named(compal.toUpperCase(), third, { latitude: 31.4, longitude: 120.9 }),
    ].map((place) => placer.place(place).band);
    placer.startList();
    const again = placer.place(
      named(
        "Compal Information (Kunshan) Co Ltd",
        "No.15, Third Avenue, Kunshan, Jiangsu, 215300",
        {
          flags: ["warehouse", "duplicate_in_list"],
        },
      ),
    );
    expect([...bands, again.band]).toEqual(["new", "same", "same"]);
    expect(placer.sites()).toMatchObject([
      { id: "s1", name: compal, address: third, latitude: 31.4, flags: ["warehouse"] },
    ]);
    expect(placer.takeChanges()).toMatchObject({ newSites: [{ id: "s1" }], pairs: [] });
    expect(placer.takeChanges()).toMatchObject({ newSites: [], pairs: [] });
  });

  it("takes one company at two addresses for two sites, and asks where they are next door", () => {
    const placer = newPlacer();
    const placed = [named(compal, third), named(compal, nextDoor), named(compal, first)].map(
      (one) => placer.place(one),
    );
    expect(placed.map(({ siteId, band }) => [siteId, band])).toEqual([
      ["s1", "new"],
      ["s2", "review"],
      ["s3", "new"],
    ]);
    expect(placer.takeChanges().pairs.map(({ one, other }) => [one.id, other.id])).toEqual([
      ["s1", "s2"],
    ]);
  });

  it("gives what it learnt of another's site to nobody, and changes no published one", () => {
    const placer = newPlacer();
    const known: PlacedSite = {
      ...site("public", false, { name: compal, address: third, country: "CN" }),
      latitude: null,
      longitude: null,
      precision: "street",
      flags: [],
    };
    const place = named(compal, third, { latitude: 31.4, longitude: 120.9 });
    placer.learn([known]);
    const index = buildIndex([{ ...placeToMatch(place), id: "public" }]);
    const record = placeToMatch(place);
    const found = index.match(record).map(({ id, probability }) => ({
      siteId: id,
      probability,
      explain: () => index.explain(record, { ...record, id }),
    }));
    const { band, siteId, explanation, probability } = placer.place(place, found);
    expect({ band, siteId }).toEqual({ band: "same", siteId: "public" });
    const bits = (explanation ?? []).reduce((sum, one) => sum + one.bits, 0);
    expect(1 / (1 + 2 ** -bits)).toBeCloseTo(probability ?? 0, 9);
    expect(placer.sites()).toEqual([known]);
    expect(placer.takeChanges()).toMatchObject({ newSites: [], pairs: [] });
    // What an index names and nobody may see is no candidate.
    expect(newPlacer().place(place, found).band).toBe("new");
  });

  const written = fc.record({
    name: fc.constantFrom(compal, "Foo Works Ltd", "Foo Works 2 Ltd", "Bar Textiles"),
    address: fc.constantFrom(third, first, "1 Mill Road", null),
    country: fc.constantFrom("CN", "GB", null),
    osId: fc.constantFrom("LK20190859DHZ2R", "nonsense", null),
    flags: fc.subarray<"warehouse" | "packer">(["warehouse", "packer"]),
  });
  const lists = fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 4 });

  it("puts every place at one site, makes no site that no place is, and joins nothing across countries", () => {
    fc.assert(
      fc.property(lists, (read) => {
        const placer = newPlacer();
        const placed = read.flatMap((list) => {
          placer.startList();
          return list.map((one) => {
            const place = named(one.name, one.address, one);
            return { place, ...placer.place(place) };
          });
        });
        const sites = new Map(placer.sites().map((one) => [one.id, one]));
        expect(new Set(placed.map(({ siteId }) => siteId))).toEqual(new Set(sites.keys()));
        for (const { place, siteId, band } of placed) {
          const at = sites.get(siteId);
          expect(
            band === "new" ||
              place.osId !== null ||
              at?.country === place.country ||
              at?.country === null ||
              place.country === null,
          ).toBe(true);
          expect(at?.flags).toEqual(expect.arrayContaining([...place.flags]));
        }
        const { newSites, pairs } = placer.takeChanges();
        expect(newSites).toEqual(placer.sites());
        for (const { one, other } of pairs) expect(one.id < other.id).toBe(true);
        const osIds = [...sites.values()].flatMap(({ osId }) => osId ?? []);
        expect(new Set(osIds).size).toBe(osIds.length);
      }),
    );
  });

  it("makes nothing new of lists that come again", () => {
    // An OS ID joins what is written unlike; without one, only what is written counts.
    const list = fc.array(
      written.map((one) => ({ ...one, osId: null })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(list, (places) => {
        const placer = newPlacer();
        const place = () => places.map((one) => placer.place(named(one.name, one.address, one)));
        place();
        const before = placer.sites().length;
        placer.startList();
        expect(place().every(({ band }) => band === "same")).toBe(true);
        expect(placer.sites().length).toBe(before);
        expect(before).toBeLessThanOrEqual(new Set(places.map(writtenAlike)).size);
      }),
    );
  });
});

import { tiers, type RowFlag } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameBrand, matchProducts, type NamedProduct } from "./match-products.ts";
import { namesBrandOnly } from "./names-brand-only.ts";
import { planLinks, type LinkQuestion, type PlacedRow } from "./plan-links.ts";

function product(
  id: string,
  brand: string,
  family: string,
  partNumber: string | null = null,
): NamedProduct {
  return { id, brand, family, partNumber };
}

function placed(more: Partial<PlacedRow["row"]> = {}, siteId: string | null = "s1"): PlacedRow {
  return {
    row: { flags: [], product: null, component: null, tier: null, ...more },
    siteId,
    brandOnly: siteId === null,
  };
}

const plain: LinkQuestion["read"] = {
  format: "csv",
  alternatives: false,
  truncated: false,
  foreignMarket: null,
  brand: null,
};

function ask(more: Partial<LinkQuestion>): ReturnType<typeof planLinks> {
  return planLinks({
    title: "The list",
    read: plain,
    rows: [],
    products: laptops,
    productIds: [],
    brand: null,
    tier: "final_assembly",
    kind: null,
    scopeStated: true,
    buyerCountry: "GB",
    makeId: (set) => set,
    ...more,
  });
}

const laptops = [
  product("p1", "HP", "245 G7", "2D8C6PA"),
  product("p2", "HP", "ProBook 450"),
  product("p3", "Lenovo", "IdeaPad 3"),
];

describe("which products a text names", () => {
  it("reads brands however they are written", () => {
    expect(isSameBrand("hp", "HP Inc.")).toBe(true);
    expect(isSameBrand("HP", "HPE")).toBe(false);
    expect(isSameBrand("", "HP")).toBe(false);
  });

  it.each([
    ["HP 245 G7 (2D8C6PA)", ["p1"], true],
    ["2d8c6pa", ["p1"], true],
    ["IdeaPad 3 82KU017KIN", ["p3"], true],
    ["Lenovo IdeaPad 3", ["p3"], true],
    ["245 G7; ProBook 450", ["p1", "p2"], true],
    // Another ProBook, or another IdeaPad, may be meant.
    ["ProBook", ["p2"], false],
    ["IdeaPad 3 Slim", ["p3"], false],
    ["HP", [], false],
    ["Toaster", [], false],
    ["—", [], false],
  ])("finds %s", (text, ids, surely) => {
    const match = matchProducts(text, laptops);
    expect([match.products.map(({ id }) => id), match.surely]).toEqual([ids, surely]);
  });

  it("takes the longest family, so that a variant is not its shorter namesake", () => {
    const both = [product("a", "Acme", "Book 3"), product("b", "Acme", "Book 3 Pro")];
    const found = (text: string) => matchProducts(text, both).products.map(({ id }) => id);
    expect(found("Book 3 Pro 14")).toEqual(["b"]);
    expect(found("Book 3")).toEqual(["a"]);
  });

  it("knows a brand's own name from a place", () => {
    const row = (name: string, address: string) => ({ name, address, country: "US", flags: [] });
    const normalise = (name: string) => name.toLowerCase().replace(/ inc\.$/u, "");
    expect(namesBrandOnly(row("HP Inc.", "USA"), ["HP"], normalise)).toBe(true);
    expect(namesBrandOnly(row("HP Inc.", "1501 Page Mill Road"), ["HP"], normalise)).toBe(false);
    expect(namesBrandOnly(row("Quanta Inc.", "USA"), ["HP"], normalise)).toBe(false);
  });
});

describe("which products a disclosure is linked to", () => {
  const idsOf = (more: Partial<LinkQuestion>): string[] =>
    ask({ rows: [placed()], ...more }).links.map(({ productId }) => productId);

  it("takes those said, else the brand's, else all", () => {
    expect(idsOf({ brand: "Lenovo" })).toEqual(["p3"]);
    expect(idsOf({ read: { ...plain, brand: "hp" } })).toEqual(["p1", "p2"]);
    expect(idsOf({})).toEqual(["p1", "p2", "p3"]);
    expect(idsOf({ brand: "Dell" })).toEqual([]);
    expect(idsOf({ brand: "Dell", productIds: ["p2"] })).toEqual(["p2"]);
  });

  it("links a list of which nobody said what it is about only to the one thing there is", () => {
    expect(idsOf({ scopeStated: false })).toEqual([]);
    expect(ask({ rows: [placed()], scopeStated: false }).notes).toEqual([
      "Nobody said which products The list speaks about, so its sites were linked to none.",
    ]);
    expect(idsOf({ scopeStated: false, products: laptops.slice(0, 1) })).toEqual(["p1"]);
  });

  it("links a row that names something else to nothing, and says so", () => {
    const plan = ask({
      rows: [placed({ product: "Toaster" }), placed({ product: "245 G7" }, "s2")],
    });
    expect(plan.links.map((link) => [link.productId, link.siteId])).toEqual([["p1", "s2"]]);
    expect(plan.notes).toEqual([
      "Rows about 'Toaster' were not linked: no product it speaks about is called that.",
    ]);
  });
});

describe("how sure a link is", () => {
  const kindsOf = (more: Partial<LinkQuestion>) => ask(more).links.map(({ kind }) => kind);

  it("confirms what a row names, and the one place of a list about the product", () => {
    expect(kindsOf({ rows: [placed({ product: "245 G7" })] })).toEqual(["confirmed"]);
    expect(kindsOf({ rows: [placed()], productIds: ["p1"] })).toEqual(["confirmed"]);
    expect(kindsOf({ rows: [placed({ product: "IdeaPad 3 Slim" })] })).toEqual([
      "brand_level_only",
    ]);
  });

  it("takes several places for one product without saying which for an OR", () => {
    const rows = [placed({}, "s1"), placed({}, "s2")];
    const plan = ask({ rows, productIds: ["p1"] });
    expect(plan.links.map((link) => [link.kind, link.alternativesCount])).toEqual([
      ["one_of_n_possible", 2],
      ["one_of_n_possible", 2],
    ]);
    expect(kindsOf({ rows, productIds: ["p1"], kind: "confirmed" })).toEqual([
      "confirmed",
      "confirmed",
    ]);
    // One maker of batteries and one of displays are no alternatives of each other.
    const parts = [placed({ component: "battery" }, "s1"), placed({ component: "display" }, "s2")];
    const links = ask({ rows: parts, productIds: ["p1"] }).links;
    expect(links.map((link) => [link.kind, link.tier])).toEqual([
      ["confirmed", "component"],
      ["confirmed", "component"],
    ]);
  });

  it("takes a list of a brand's sites for no more than that", () => {
    expect(kindsOf({ rows: [placed({}, "s1")], brand: "Lenovo" })).toEqual(["brand_level_only"]);
  });

  it("keeps a brand's bare name only where no place is named", () => {
    const alone = ask({ rows: [placed({}, null)], brand: "HP" }).links;
    expect(alone.map((link) => [link.siteId, link.kind])).toEqual([
      [null, "brand_level_only"],
      [null, "brand_level_only"],
    ]);
    const beside = ask({ rows: [placed({}, null), placed({}, "s2")], brand: "HP" }).links;
    expect(beside.every(({ siteId }) => siteId === "s2")).toBe(true);
  });
});

describe("a label", () => {
  const label = { ...plain, format: "label_text" as const };
  const flagged = (siteId: string, ...flags: RowFlag[]) => placed({ flags }, siteId);

  it("names as candidates its makers and the warehouse among them, not importers and offices", () => {
    const { links } = ask({
      read: { ...label, alternatives: true, truncated: true, foreignMarket: "IN" },
      rows: [
        flagged("maker"),
        flagged("warehouse", "warehouse", "not_manufacturing"),
        flagged("importer", "not_manufacturing"),
        flagged("office", "head_office", "not_manufacturing"),
      ],
      productIds: ["p1"],
    });
    expect(links.map((link) => [link.siteId, link.alternativesCount])).toEqual([
      ["maker", 2],
      ["warehouse", 2],
    ]);
    expect(links[0]?.caveat).toBe(
      "The source text ends in the middle of the list, so there may be more places. The source was made for another market (India); goods sold here may come from elsewhere.",
    );
    const home = ask({ read: { ...label, foreignMarket: "GB" }, rows: [placed()] });
    expect(home.links[0]?.caveat).toBeNull();
  });

  it("takes a packer for logistics, whatever was said of the list", () => {
    for (const kind of ["one_of", "confirmed", null] as const) {
      const { links } = ask({
        read: { ...label, alternatives: true },
        rows: [flagged("maker"), flagged("packer", "packer")],
        productIds: ["p1"],
        kind,
      });
      expect(links.map((link) => [link.siteId, link.tier, link.kind])).toEqual([
        ["maker", "final_assembly", "one_of_n_possible"],
        ["packer", "logistics", "confirmed"],
      ]);
    }
  });
});

describe("properties of a plan", () => {
  const row = fc.record({
    tier: fc.constantFrom("component" as const, "final_assembly" as const, null),
    component: fc.constantFrom("battery", null),
    product: fc.constantFrom("245 G7", "IdeaPad 3", "IdeaPad 3 Slim", "Toaster", "", null),
    flags: fc.subarray<RowFlag>(["packer", "warehouse", "not_manufacturing", "head_office"]),
    site: fc.constantFrom("s1", "s2", "s3", null),
  });
  const question = fc.record({
    rows: fc.array(row, { maxLength: 12 }),
    alternatives: fc.boolean(),
    format: fc.constantFrom("csv" as const, "label_text" as const),
    kind: fc.constantFrom("one_of" as const, "confirmed" as const, null),
    brand: fc.constantFrom("HP", "Dell", null),
    tier: fc.constantFrom(...tiers),
    productIds: fc.subarray(["p1", "p3"]),
    scopeStated: fc.boolean(),
  });

  it("holds for every list", () => {
    fc.assert(
      fc.property(question, ({ rows, alternatives, format, productIds, ...more }) => {
        const places = rows.map(({ site, ...about }) => placed(about, site));
        const { links } = ask({
          ...more,
          read: { ...plain, format, alternatives },
          rows: places,
          productIds,
        });
        const packers = new Set(
          places.filter((one) => one.row.flags.includes("packer")).map((one) => one.siteId),
        );
        const makers = new Set(
          places.filter((one) => !one.row.flags.includes("packer")).map((one) => one.siteId),
        );
        const chosen = productIds.length > 0 ? productIds : laptops.map(({ id }) => id);
        const sets = new Map<string | null, Set<string | null>>();
        for (const link of links) {
          expect(chosen).toContain(link.productId);
          expect(link.siteId !== null || link.kind === "brand_level_only").toBe(true);
          expect(link.kind === "one_of_n_possible").toBe(link.alternativesId !== null);
          // Who only packs is never where a product may have been put together.
          const onlyPacks = packers.has(link.siteId) && !makers.has(link.siteId);
          expect(!onlyPacks || link.tier === "logistics").toBe(true);
          // What the source calls alternatives is never confirmed as the place of manufacture.
          const sureOfOne = alternatives && link.kind === "confirmed";
          expect(!sureOfOne || packers.has(link.siteId)).toBe(true);
          sets.set(
            link.alternativesId,
            (sets.get(link.alternativesId) ?? new Set()).add(link.siteId),
          );
        }
        for (const link of links)
          expect(link.alternativesCount).toBe(
            link.alternativesId === null ? null : sets.get(link.alternativesId)?.size,
          );
        const keys = links.map((link) =>
          [link.productId, link.siteId, link.tier, link.component].join("|"),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(question, ({ rows, alternatives, format, ...more }) => {
        const plan = (ordered: typeof rows) =>
          ask({
            ...more,
            read: { ...plain, format, alternatives },
            rows: ordered.map(({ site, ...about }) => placed(about, site)),
          })
            .links.map((link) => JSON.stringify(link))
            .toSorted();
        expect(plan(rows.toReversed())).toEqual(plan(rows));
      }),
    );
  });

  it("takes a part number where the product's name leaves it open", () => {
    const links = (row: Partial<PlacedRow["row"]>) =>
      ask({ rows: [placed(row)], brand: "HP" }).links.map(({ productId, kind }) => [
        productId,
        kind,
      ]);
    expect(links({ partNumber: "2D8C6PA" })).toEqual([["p1", "confirmed"]]);
    expect(links({ product: "Book", partNumber: "2D8C6PA" })).toEqual([["p1", "confirmed"]]);
    expect(links({ product: "ProBook 450", partNumber: "2D8C6PA" })).toEqual([["p2", "confirmed"]]);
  });

  it("joins the periods of rows that make one link; an end nobody said is open", () => {
    const period = (...periods: readonly (readonly [string | null, string | null])[]) =>
      ask({
        productIds: ["p3"],
        rows: periods.map(([validFrom, validTo]) => placed({ validFrom, validTo })),
      }).links.map(({ validFrom, validTo }) => [validFrom, validTo]);
    expect(period(["2024-01-01", "2024-06-30"], ["2023-01-01", "2024-03-31"])).toEqual([
      ["2023-01-01", "2024-06-30"],
    ]);
    expect(period(["2024-01-01", null], [null, "2024-03-31"])).toEqual([[null, null]]);
    expect(period([null, null])).toEqual([[null, null]]);
  });

  it("stops at the most that is asked for, and says so", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => placed({}, `s${index}`));
    const plan = ask({ rows, most: 500 });
    expect(plan).toMatchObject({ links: [], tooMany: true });
    expect(ask({ rows: rows.slice(0, 10), most: 500 }).tooMany).toBe(false);
  });
});

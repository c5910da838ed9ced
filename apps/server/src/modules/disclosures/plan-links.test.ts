import { DisclosureRow, type ReadDisclosure } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isBrand,
  matchProducts,
  planLinks,
  type KnownProduct,
  type LinkQuestion,
  type PlacedRow,
} from "./plan-links.ts";

function product(
  id: string,
  brand: string,
  family: string,
  partNumber: string | null = null,
): KnownProduct {
  return { id, brand, family, partNumber };
}

function placed(
  row: number,
  more: Partial<DisclosureRow> = {},
  siteId: string | null = `site-${row}`,
): PlacedRow {
  return {
    row: DisclosureRow.parse({
      row,
      outcome: "accepted",
      name: `Maker ${row}`,
      address: "1 Road",
      country: "GB",
      flags: [],
      reason: null,
      latitude: null,
      longitude: null,
      osId: null,
      product: null,
      component: null,
      tier: null,
      raw: "",
      ...more,
    }),
    siteId,
    brandOnly: siteId === null,
  };
}

function read(more: Partial<ReadDisclosure> = {}): ReadDisclosure {
  return {
    format: "csv",
    rows: [],
    counts: { read: 0, accepted: 0, corrected: 0, rejected: 0 },
    alternatives: false,
    truncated: false,
    foreignMarket: null,
    brand: null,
    notes: [],
    ...more,
  };
}

function ask(more: Partial<LinkQuestion>): ReturnType<typeof planLinks> {
  let made = 0;
  return planLinks({
    read: read(),
    rows: [],
    products: [],
    productIds: [],
    brand: null,
    tier: "final_assembly",
    kind: undefined,
    buyerCountry: "GB",
    countryName: (code) => code,
    makeId: () => `set-${(made += 1)}`,
    ...more,
  });
}

const laptops = [
  product("p1", "HP", "245 G7", "2D8C6PA"),
  product("p2", "HP", "ProBook 450"),
  product("p3", "Lenovo", "IdeaPad 3"),
];

describe("which products a disclosure speaks about", () => {
  it("reads brands however they are written", () => {
    expect(isBrand("hp", "HP Inc.")).toBe(true);
    expect(isBrand("HP", "HPE")).toBe(false);
    expect(isBrand("", "HP")).toBe(false);
  });

  it.each([
    ["HP 245 G7 (2D8C6PA)", ["p1"]],
    ["2d8c6pa", ["p1"]],
    ["IdeaPad 3 82KU017KIN", ["p3"]],
    ["ProBook", ["p2"]],
    ["Toaster", []],
    ["—", []],
  ])("finds %s", (text, ids) => {
    expect(matchProducts(text, laptops).map(({ id }) => id)).toEqual(ids);
  });

  it("takes the longest family, so that a variant is not its shorter namesake", () => {
    const both = [product("a", "Acme", "Book 3"), product("b", "Acme", "Book 3 Pro")];
    expect(matchProducts("Book 3 Pro 14", both).map(({ id }) => id)).toEqual(["b"]);
  });

  it("takes the products of the brand, and all where no brand is named", () => {
    const rows = [placed(1)];
    const ids = (more: Partial<LinkQuestion>): string[] =>
      ask({ rows, products: laptops, ...more }).links.map(({ productId }) => productId);
    expect(ids({ brand: "Lenovo" })).toEqual(["p3"]);
    expect(ids({ read: read({ brand: "hp" }) })).toEqual(["p1", "p2"]);
    expect(ids({})).toEqual(["p1", "p2", "p3"]);
    expect(ids({ brand: "Dell" })).toEqual([]);
    expect(ids({ brand: "Dell", productIds: ["p2"] })).toEqual(["p2"]);
  });
});

describe("how sure a link is", () => {
  it("counts the possible places per product and tier", () => {
    const { links } = ask({
      read: read({ alternatives: true, truncated: true, foreignMarket: "IN" }),
      rows: [placed(1), placed(2), placed(3, { tier: "component" }), placed(4, {}, "site-1")],
      products: laptops.slice(0, 2),
    });
    const of = (productId: string) =>
      links.filter((link) => link.productId === productId).map((link) => link.alternativesCount);
    expect(of("p1")).toEqual([2, 2, 1]);
    expect(of("p2")).toEqual([2, 2, 1]);
    expect(links[0]?.caveat).toBe(
      "The source text ends in the middle of the list, so there may be more places. The source was made for another market (IN); goods sold here may come from elsewhere.",
    );
    expect(
      ask({ read: read({ foreignMarket: "GB" }), rows: [placed(1)], products: laptops }).links[0]
        ?.caveat,
    ).toBeNull();
  });

  it("keeps a brand's bare name only where no place is named", () => {
    const named = placed(1, { name: "HP Inc." }, null);
    const alone = ask({ rows: [named], products: laptops, brand: "HP" }).links;
    expect(alone.map((link) => [link.siteId, link.kind])).toEqual([
      [null, "brand_level_only"],
      [null, "brand_level_only"],
    ]);
    const beside = ask({ rows: [named, placed(2)], products: laptops, brand: "HP" }).links;
    expect(beside.every(({ siteId }) => siteId === "site-2")).toBe(true);
  });

  it("never confirms what the source calls alternatives, and sets always agree with their number", () => {
    const row = fc.record({
      tier: fc.constantFrom("component" as const, "final_assembly" as const, null),
      product: fc.constantFrom("245 G7", "IdeaPad 3", "Toaster", null),
      site: fc.constantFrom("s1", "s2", "s3", null),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom("one_of" as const, "confirmed" as const, undefined),
        fc.constantFrom("HP", "Dell", null),
        fc.subarray(["p1", "p3"]),
        (rows, alternatives, kind, brand, productIds) => {
          const { links } = ask({
            read: read({ alternatives }),
            rows: rows.map(({ tier, product: text, site }, index) =>
              placed(index + 1, { tier, product: text }, site),
            ),
            products: laptops,
            kind,
            brand,
            productIds,
          });
          const confirmed = links.filter((link) => link.kind === "confirmed");
          expect(alternatives ? confirmed : []).toEqual([]);
          const chosen = productIds.length > 0 ? productIds : laptops.map(({ id }) => id);
          const sets = new Map<string | null, number>();
          for (const link of links) {
            expect(link.kind === "one_of_n_possible").toBe(link.alternativesId !== null);
            expect(link.siteId !== null || link.kind === "brand_level_only").toBe(true);
            expect(chosen).toContain(link.productId);
            sets.set(link.alternativesId, (sets.get(link.alternativesId) ?? 0) + 1);
          }
          for (const link of links) {
            const size = link.alternativesId === null ? null : sets.get(link.alternativesId);
            expect(link.alternativesCount).toBe(size);
          }
          const keys = links.map((link) =>
            [link.productId, link.siteId, link.tier, link.component].join("|"),
          );
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });
});

import { tiers } from "@throughline/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutTrace, rowHeight, type TraceEdge } from "./lay-out-trace.ts";

const products = [
  { productId: "p1", name: "IdeaPad 3" },
  { productId: "p2", name: "Aster view 24" },
];
const sites = [
  { siteId: "s1", name: "Hefei", hit: true },
  { siteId: "s2", name: "Kunshan", hit: false },
];

test("draws a product that nobody traced as one with no site named", () => {
  const layout = layOutTrace(products, sites, [
    {
      productId: "p1",
      siteId: "s1",
      tier: "final_assembly",
      component: null,
      kind: "one_of_n_possible",
    },
  ]);
  expect(layout.products.map((one) => one.id)).toEqual(["p1", "p2"]);
  expect(layout.parts.map((part) => part.kind)).toEqual(["one_of_n_possible", null]);
  expect(layout.sites.map((one) => one.id)).toEqual(["s1"]);
});

test("orders tiers from the finished product up the chain", () => {
  const edge = (tier: TraceEdge["tier"]): TraceEdge => ({
    productId: "p1",
    siteId: "s2",
    tier,
    component: null,
    kind: "confirmed",
  });
  const layout = layOutTrace(products.slice(0, 1), sites, [
    edge("raw_material_extraction"),
    edge("component"),
    edge("final_assembly"),
  ]);
  expect(layout.parts.map((part) => part.tier)).toEqual([
    "final_assembly",
    "component",
    "raw_material_extraction",
  ]);
});

test("never draws two nodes of a layer over each other, nor an edge to nowhere", () => {
  const ids = fc.constantFrom("a", "b", "c", "d", "e");
  const anyEdge = fc.record({
    productId: ids,
    siteId: fc.option(ids),
    tier: fc.constantFrom(...tiers),
    component: fc.option(fc.constantFrom("battery", "display")),
    kind: fc.constantFrom("confirmed" as const, "one_of_n_possible" as const),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(ids),
      fc.uniqueArray(ids),
      fc.array(anyEdge, { maxLength: 40 }),
      (productIds, siteIds, edges) => {
        const layout = layOutTrace(
          productIds.map((productId) => ({ productId, name: productId })),
          siteIds.map((siteId) => ({ siteId, name: siteId, hit: false })),
          edges,
        );
        for (const layer of [layout.parts, layout.sites]) {
          const ys = layer.map((node) => node.y).toSorted((a, b) => a - b);
          const gaps = ys.slice(1).map((y, index) => y - (ys[index] ?? 0));
          expect(gaps.filter((gap) => gap < rowHeight)).toEqual([]);
        }
        const nodes = new Set([...layout.parts, ...layout.sites].map((node) => node.id));
        for (const edge of layout.toSites)
          expect(nodes.has(edge.from) && nodes.has(edge.to)).toBe(true);
        expect(layout.products.length + layout.productsLeftOut).toBe(productIds.length);
      },
    ),
  );
});

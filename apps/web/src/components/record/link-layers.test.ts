import type { OwnLink } from "@throughline/contract";
import { tiers } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOver, linkKey, listLayers, splitPending, tick, type Brush } from "./link-layers.ts";

const assembly = { tier: "final_assembly", component: null } as const;
const battery = { tier: "component", component: "battery" } as const;
const made: Brush = { kind: "confirmed", from: null, to: null };
const perhaps: Brush = { kind: "one_of_several", from: null, to: null };
const link = (productId: string, siteId: string, more: Partial<OwnLink> = {}): OwnLink => ({
  productId,
  siteId,
  ...assembly,
  kind: "confirmed",
  from: null,
  to: null,
  ...more,
});

describe("the grid", () => {
  test("a cell is ticked, turned into another kind, and taken out", () => {
    const place = [{ productId: "p", siteId: "s" }];
    const on = layOver([], tick(new Map(), place, assembly, made));
    expect([...on.values()]).toEqual([link("p", "s")]);
    const other = layOver([...on.values()], tick(on, place, assembly, perhaps));
    expect([...other.values()].map(({ kind }) => kind)).toEqual(["one_of_several"]);
    const off = layOver([...other.values()], tick(other, place, assembly, perhaps));
    expect(off.size).toBe(0);
  });

  test("a row half ticked is filled first, and emptied only when full", () => {
    const row = ["a", "b", "c"].map((productId) => ({ productId, siteId: "s" }));
    const half = layOver([link("a", "s")], new Map());
    const first = tick(half, row, assembly, made);
    expect(splitPending(first).set.map(({ productId }) => productId)).toEqual(["b", "c"]);
    const full = layOver([link("a", "s")], first);
    expect(splitPending(tick(full, row, assembly, made)).remove).toHaveLength(3);
  });

  test("a tick in one layer leaves the others alone", () => {
    const links = [link("p", "s", battery)];
    const laid = layOver(
      links,
      tick(layOver(links, new Map()), [{ productId: "p", siteId: "s" }], assembly, made),
    );
    expect(laid.size).toBe(2);
    expect(listLayers([...laid.values()], tiers, assembly)).toEqual([assembly, battery]);
  });

  test("ticking all twice changes nothing, whatever was there", () => {
    const cell = fc.record({
      productId: fc.constantFrom("p", "q"),
      siteId: fc.constantFrom("s", "t"),
      kind: fc.constantFrom("confirmed" as const, "one_of_several" as const),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 4 }), (cells) => {
        const links = [
          ...new Map(
            cells.map((one) => [one.productId + one.siteId, link(one.productId, one.siteId, one)]),
          ).values(),
        ];
        const places = ["p", "q"].flatMap((productId) =>
          ["s", "t"].map((siteId) => ({ productId, siteId })),
        );
        const before = layOver(links, new Map());
        const once = layOver(links, tick(before, places, assembly, made));
        const full = links.filter(({ kind }) => kind === "confirmed").length === 4;
        expect(once.size).toBe(full ? 0 : 4);
        const twice = layOver([...once.values()], tick(once, places, assembly, made));
        expect(twice.size).toBe(full ? 4 : 0);
        for (const one of once.values()) expect(once.get(linkKey(one))).toBe(one);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideLink,
  decideMerge,
  decideReviewOutcome,
  type CarryingRow,
  type Mergeable,
} from "./site-acts.policy.ts";

const site = fc.record<Mergeable>({
  id: fc.uuid(),
  own: fc.boolean(),
  published: fc.boolean(),
  masked: fc.boolean(),
  createdAt: fc.constantFrom("2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"),
});

describe("decisions on pairs", () => {
  it("are never decided over, and can always be taken back", () => {
    const decision = fc.constantFrom(
      "same" as const,
      "different" as const,
      "unsure" as const,
      null,
    );
    fc.assert(
      fc.property(decision, decision, (standing, wanted) => {
        const refused = decideReviewOutcome(standing, wanted).kind === "refused";
        const mayAlways = wanted === null || standing === null || standing === "unsure";
        return refused === (!mayAlways && wanted !== standing);
      }),
    );
  });
});

describe("which of two sites is kept", () => {
  it("does not depend on their order, is always one's own, and never hides a public id", () => {
    fc.assert(
      fc.property(site, site, fc.boolean(), (one, other, decidedDifferent) => {
        fc.pre(one.id !== other.id);
        const wish = { decidedDifferent };
        const outcome = decideMerge(one, other, wish);
        expect(decideMerge(other, one, wish)).toEqual(outcome);
        if (outcome.kind === "refused") return true;
        const { gone, kept, shown } = outcome;
        const hidesPublicId = gone.own && gone.published && !kept.published;
        return (
          !decidedDifferent &&
          !one.masked &&
          !other.masked &&
          kept.own &&
          gone.id !== kept.id &&
          !hidesPublicId &&
          shown === (gone.own && gone.published && kept.published)
        );
      }),
    );
  });

  it("keeps the one that was asked for, unless that may not be", () => {
    fc.assert(
      fc.property(site, site, (one, other) => {
        fc.pre(one.id !== other.id);
        const outcome = decideMerge(one, other, { keepId: other.id, decidedDifferent: false });
        return outcome.kind === "refused" || outcome.kept === other;
      }),
    );
  });
});

describe("a link whose site's records move", () => {
  const link = {
    linkId: "l",
    disclosureId: "d",
    tier: "final_assembly",
    component: null,
    productId: "p",
  };
  const row = (rowId: string, more: Partial<CarryingRow> = {}): CarryingRow => ({
    rowId,
    disclosureId: "d",
    tier: null,
    component: null,
    productIds: null,
    ...more,
  });

  it("goes with the rows it rests on, stays with the others, stands at both where both carry it", () => {
    const rows = [row("1", { productIds: ["p"] }), row("2", { productIds: ["q"] })];
    expect(decideLink(link, rows, new Set(["1"]))).toBe("moves");
    expect(decideLink(link, rows, new Set(["2"]))).toBe("stays");
    expect(decideLink(link, [row("1"), row("2")], new Set(["1"]))).toBe("both");
    expect(decideLink(link, [row("1"), row("2", { component: "battery" })], new Set(["1"]))).toBe(
      "moves",
    );
    expect(decideLink(link, [row("1", { disclosureId: "e" })], new Set(["1"]))).toBe("stays");
  });

  it("is at one site at least, whatever moves", () => {
    const anyRow = fc.record<CarryingRow>({
      rowId: fc.uuid(),
      disclosureId: fc.constantFrom("d", "e"),
      tier: fc.constantFrom(null, "final_assembly", "component"),
      component: fc.constantFrom(null, "battery"),
      productIds: fc.constantFrom(null, ["p"], ["q"], []),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1 }), fc.func(fc.boolean()), (rows, choose) => {
        const moved = new Set(rows.filter((one) => choose(one.rowId)).map(({ rowId }) => rowId));
        const all = new Set(rows.map(({ rowId }) => rowId));
        const outcome = decideLink(link, rows, moved);
        const carried = rows.some(({ disclosureId }) => disclosureId === "d");
        return (
          (moved.size > 0 || outcome === "stays") &&
          (!carried || decideLink(link, rows, all) === "moves")
        );
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../parameters/compare-values.ts";
import { compareBuyers } from "./compare-buyers.ts";
import { arbitraryBuyers, makeBuyer, siteRequirement } from "./harmonisation.fixture.ts";
import { measureBurden } from "./measure-burden.ts";
import { effectiveNumber, measureDiversity } from "./measure-diversity.ts";

describe("diversity: Hill number of order 1", () => {
  it("equals hand-computed cases", () => {
    expect(effectiveNumber([])).toBeNull();
    expect(effectiveNumber([0, 0])).toBeNull();
    expect(effectiveNumber([7])).toBe(1);
    for (const count of [2, 3, 10, 23])
      expect(effectiveNumber(Array.from({ length: count }, () => 4))).toBeCloseTo(count, 10);
    // Shares 1/2, 1/4, 1/4: entropy 1.5 ln 2, so 2 to the power of 1.5.
    expect(effectiveNumber([2, 1, 1])).toBeCloseTo(2.8284271247, 9);
    // Shares 0.9 and 0.1: -(0.9 ln 0.9 + 0.1 ln 0.1) = 0.3250829734.
    expect(effectiveNumber([0.9, 0.1])).toBeCloseTo(Math.exp(0.3250829734), 8);
  });

  it("counts the same values as one variant, whatever the order of a list", () => {
    const instances = [
      makeBuyer("A", { fields: ["name", "address"] }),
      makeBuyer("B", { fields: ["address", "name"] }),
      makeBuyer("C", { fields: ["name"] }),
      makeBuyer("D", { fields: ["name"] }),
      makeBuyer("E", null),
    ];
    const diversity = measureDiversity(siteRequirement, instances);
    expect(diversity).toEqual({ instances: 4, variants: 2, effective: 2 });
  });

  it("has no data without instances", () => {
    expect(measureDiversity(siteRequirement, [])).toEqual({
      instances: 0,
      variants: 0,
      effective: null,
    });
  });

  it("lies between 1 and the number of variants", () => {
    fc.assert(
      fc.property(arbitraryBuyers(), ({ requirement, instances }) => {
        const { effective, variants } = measureDiversity(requirement, instances);
        const least = Math.min(1, variants);
        expect(effective ?? 0).toBeGreaterThanOrEqual(least);
        expect(effective ?? 0).toBeLessThanOrEqual(variants);
      }),
    );
  });
});

describe("burden: distinct answers and schemes of one reseller", () => {
  it("needs one answer where one version meets all others", () => {
    const burden = measureBurden(
      [siteRequirement],
      [
        makeBuyer("A", { due_days: 10, depth: "named_components" }),
        makeBuyer("B", { due_days: 28, depth: "final_assembly" }),
        makeBuyer("C", { depth: "final_assembly" }),
      ],
    );
    expect(burden.resellers).toEqual([
      { reseller: "Cedar IT", buyers: 3, answers: 1, schemes: 0, total: 1 },
    ]);
  });

  it("needs an answer for each version that none of the others is stricter than", () => {
    const schemes = ["RBA Online", "EcoVadis"];
    const burden = measureBurden(
      [siteRequirement],
      [
        makeBuyer("A", { due_days: 10, depth: "final_assembly" }, { schemes }),
        makeBuyer("B", { due_days: 28, depth: "one_tier_beyond" }),
        makeBuyer("C", { due_days: 60, depth: "named_components" }, { schemes: ["EcoVadis"] }),
        makeBuyer("D", { due_days: 60 }, { resellers: ["Cedar IT", "Alder Supply"] }),
        makeBuyer("E", { due_days: 60 }, { resellers: [] }),
        makeBuyer("F", null),
      ],
    );
    expect(
      burden.resellers.map(({ reseller, answers, schemes: named }) => [reseller, answers, named]),
    ).toEqual([
      ["Cedar IT", 3, 2],
      ["Alder Supply", 1, 0],
    ]);
    expect(burden).toMatchObject({
      total: 6,
      mean: 3,
      median: 3,
      highest: 5,
      instancesWithoutReseller: 1,
    });
  });

  it("has no data without resellers", () => {
    expect(measureBurden([siteRequirement], [])).toMatchObject({ mean: null, highest: null });
  });

  it("equals the versions of each reseller that no other is stricter than, counted plainly", () => {
    fc.assert(
      fc.property(arbitraryBuyers(), ({ requirement, instances }) => {
        for (const { reseller, answers } of measureBurden([requirement], instances).resellers) {
          const its = instances.filter((one) => one.resellers.includes(reseller) && one.values);
          const highest = its.filter((one, at) =>
            its.every((other, place) => {
              const { relation } = compareValues(requirement.parameters, other.values, one.values);
              return relation === "equal" ? place >= at : relation !== "stricter";
            }),
          );
          expect(answers).toBe(highest.length);
        }
      }),
    );
  });
});

describe("comparison of buyers", () => {
  it("lays out who asks more than whom", () => {
    const comparison = compareBuyers(siteRequirement, [
      makeBuyer("A", { due_days: 10, depth: "final_assembly" }),
      makeBuyer("B", { due_days: 28, depth: "final_assembly" }),
      makeBuyer("C", { due_days: 60, depth: "named_components" }),
      makeBuyer("D", { due_days: 60, depth: "final_assembly" }),
      makeBuyer("E", null),
    ]);
    const [a, b, c, d, e] = comparison.variantOf;
    expect(e).toBeNull();
    expect(comparison.notAsking).toEqual(["E"]);
    const relate = (one: number | null | undefined, other: number | null | undefined): unknown =>
      comparison.relations[one ?? -1]?.[other ?? -1];
    expect(relate(a, b)).toBe("stricter");
    expect(relate(b, a)).toBe("weaker");
    expect(relate(a, c)).toBe("incomparable");
    expect(relate(a, a)).toBe("equal");
    expect(comparison.covers).toHaveLength(3);
    expect(comparison.covers).not.toContainEqual({ stricter: a, weaker: d });
    expect(comparison.variants[a ?? -1]?.layer).toBe(2);
    expect(comparison.variants[d ?? -1]?.layer).toBe(0);
    const due = comparison.parameters.find(({ key }) => key === "due_days");
    const valueOf = (one: number | null | undefined): number =>
      due?.valueOfVariant[one ?? -1] ?? -1;
    expect(due?.relations[valueOf(a)]?.[valueOf(c)]).toBe("stricter");
    // 60 to 10 days is two of the three steps from asking nothing; depth final to named components two of two.
    expect(comparison.distances[a ?? -1]?.[c ?? -1]).toBeCloseTo((2 / 3 + 1 / 2) / 5, 10);
  });

  it("says of each pair what comparing their values says, and measures a metric", () => {
    fc.assert(
      fc.property(arbitraryBuyers(), ({ requirement, instances }) => {
        const { variants, relations, distances } = compareBuyers(requirement, instances);
        variants.forEach((a, x) => {
          variants.forEach((b, y) => {
            const { relation } = compareValues(requirement.parameters, a.values, b.values);
            expect(relations[x]?.[y]).toBe(relation);
            const way = distances[x]?.[y] ?? -1;
            expect(way === 0).toBe(x === y);
            expect(way).toBeLessThanOrEqual(1 + 1e-9);
            expect(way).toBeCloseTo(distances[y]?.[x] ?? -1, 12);
            variants.forEach((_, z) => {
              const detour = (distances[x]?.[z] ?? 0) + (distances[z]?.[y] ?? 0);
              expect(way).toBeLessThanOrEqual(detour + 1e-9);
            });
          });
        });
      }),
    );
  });
});

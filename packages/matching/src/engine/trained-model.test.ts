import { describe, expect, it } from "vitest";
import trained from "../data/trained-weights.json" with { type: "json" };
import { adjustments, comparisonNames, comparisons, levelCount, offsets } from "./comparisons.ts";
import { readFrequencies, readTrainedModel } from "./trained-model.ts";

describe("the trained model", () => {
  it("has a weight for every level and no other: a level that was changed needs training anew", () => {
    const table: Readonly<Record<string, object>> = trained.weights;
    const expected = Object.fromEntries([
      ...comparisonNames.map(
        (name) => [name, comparisons[name].map(({ words }) => words)] as const,
      ),
      ["rarity", adjustments.map(({ words }) => words)] as const,
    ]);
    expect(
      Object.fromEntries(
        Object.entries(table).map(([name, levels]) => [name, Object.keys(levels)]),
      ),
    ).toEqual(expected);
    expect(trained.trained).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(trained.sets.length).toBeGreaterThan(3);
  });

  it("lets nothing unknown weigh, but for what agrees where there is no address", () => {
    const { weights } = readTrainedModel();
    const unknown = comparisonNames
      .filter((name) => name !== "name and address together")
      .map((name) => Math.abs(weights[offsets[name]] ?? 1));
    expect(Math.max(...unknown)).toBeLessThan(0.01);
    expect(weights).toHaveLength(levelCount + adjustments.length);
  });

  it("weighs better levels more: names and addresses in their order", () => {
    const { weights } = readTrainedModel();
    const of = (name: keyof typeof comparisons, level: number): number =>
      weights[offsets[name] + level] ?? 0;
    expect(of("name", 9)).toBeGreaterThan(of("name", 5));
    expect(of("name", 5)).toBeGreaterThan(of("name", 2));
    expect(of("name", 2)).toBeGreaterThan(of("name", 1));
    expect(of("address", 7)).toBeGreaterThan(of("address", 3));
    expect(of("house number", 2)).toBeGreaterThan(of("house number", 8));
    expect(of("country", 2)).toBeLessThan(-5);
  });

  it("has a background that knows common words as common", () => {
    const { names, addresses, records } = readFrequencies();
    expect((names["garment"] ?? 0) / records).toBeGreaterThan(0.05);
    expect((addresses["industrial"] ?? 0) / records).toBeGreaterThan(0.05);
  });
});

import { expect, test } from "vitest";
import { sayComparison, sayWeight, sayWeightWithOdds } from "./say-weight.ts";

test("weights are said by their strength and side", () => {
  expect(
    [4.3, 2.6, 0.7, 0.1, -0.1, -0.7, -2.6, -4.3].map((bits) => sayWeight("name", bits)),
  ).toEqual([
    "matches.weight.strongFor",
    "matches.weight.for",
    "matches.weight.slightFor",
    "matches.weight.nothing",
    "matches.weight.nothing",
    "matches.weight.slightAgainst",
    "matches.weight.against",
    "matches.weight.strongAgainst",
  ]);
  expect(sayWeight("rule", 0)).toBe("matches.weight.rule");
});

test("what tells plainly is said with its odds", () => {
  expect(sayWeightWithOdds("name", 5)).toBe("strongly for the same, 32 to 1");
  expect(sayWeightWithOdds("address", -3)).toBe("against, 8 to 1");
  expect(sayWeightWithOdds("identifier", 12)).toBe("strongly for the same, more than 1,000 to 1");
  expect(sayWeightWithOdds("name", 1)).toBe("slightly for the same");
});

test("comparisons are named as a table names them", () => {
  expect(["house number", "rule", "starting point"].map((one) => sayComparison(one))).toEqual([
    "House number",
    "Rule",
    "Before anything is compared",
  ]);
});

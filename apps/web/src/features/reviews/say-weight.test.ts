import { expect, test } from "vitest";
import { sayWeight } from "./say-weight.ts";

test("weights are said by their strength and side", () => {
  expect(
    [3, 1.8, 0.5, 0.1, -0.1, -0.5, -1.8, -3].map((weight) => sayWeight("name", weight)),
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

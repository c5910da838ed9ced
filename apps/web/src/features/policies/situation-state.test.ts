import { expect, test } from "vitest";
import { readSituation, SituationState } from "./situation-state.ts";

test("an empty address is a purchase of which nothing is known", () => {
  const { situation, faults } = readSituation(SituationState.parse({}), "EUR");
  expect(faults).toEqual([]);
  expect(situation).toEqual({
    cpv: [],
    risk: "unknown",
    value: null,
    country: null,
    procedure: null,
    bidderRoles: [],
    sizes: [],
  });
});

test("a division stands for its eight digits, an amount is in the currency of the policy", () => {
  const state = SituationState.parse({
    cpv: "302, 30213100-6",
    value: "1.200.000",
    bidders: "brand.reseller",
    sizes: "small.nonsense",
  });
  const { situation } = readSituation(state, "EUR");
  expect(situation.cpv).toEqual(["30200000", "30213100"]);
  expect(situation.value).toEqual({ minorUnits: 120_000_000, currency: "EUR" });
  expect(situation.bidderRoles).toEqual(["reseller", "brand"]);
  expect(situation.sizes).toEqual(["small"]);
});

test("what cannot be read is said, and an odd address falls back", () => {
  const state = SituationState.parse({ cpv: "laptops", value: "much", risk: "awful", on: "soon" });
  expect(state.risk).toBeUndefined();
  expect(state.on).toBeUndefined();
  expect(readSituation(state, "EUR").faults.map(({ field }) => field)).toEqual([
    "try-cpv",
    "try-value",
  ]);
});

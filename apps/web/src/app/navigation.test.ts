import { expect, test } from "vitest";
import { sidesOf } from "./navigation.ts";

test("who buys asks, who sells answers, and one organisation may do both", () => {
  expect(sidesOf(["buyer"])).toEqual(["asks"]);
  expect(sidesOf(["reseller", "brand"])).toEqual(["answers"]);
  expect(sidesOf(["buyer", "reseller"])).toEqual(["asks", "answers"]);
});

test("one that has not said what it is begins as a buyer", () => {
  expect(sidesOf([])).toEqual(["asks"]);
  expect(sidesOf(["hub_operator"])).toEqual(["asks"]);
});

import { expect, test } from "vitest";
import { countryNumber } from "./country-numbers.ts";

test("knows the numbers of countries", () => {
  expect(countryNumber("CN")).toBe("156");
  expect(countryNumber("AT")).toBe("040");
  expect(countryNumber("ZZ")).toBeUndefined();
});

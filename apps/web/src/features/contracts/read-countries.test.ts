import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCountry } from "../../texts/format.ts";
import { listCountries } from "../../texts/list-countries.ts";
import { readCountries } from "./read-countries.ts";

test("takes names and codes, however they are separated", () => {
  expect(readCountries("CN VN").codes).toEqual(["CN", "VN"]);
  expect(readCountries("china, Vietnam;  de\nUnited Kingdom").codes).toEqual([
    "CN",
    "VN",
    "DE",
    "GB",
  ]);
  expect(readCountries(" ")).toEqual({ codes: [], unknown: undefined });
});

test("names what is no country", () => {
  expect(readCountries("China, Chnia").unknown).toBe("Chnia");
  expect(readCountries("CN QQ").unknown).toBe("QQ");
});

test("reads back what the form writes", () => {
  const codes = listCountries().map(({ code }) => code);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 8 }), (some) => {
      expect(readCountries(some.map(formatCountry).join(", "))).toEqual({
        codes: some,
        unknown: undefined,
      });
    }),
  );
});

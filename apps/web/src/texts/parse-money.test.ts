import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMoney } from "./parse-money.ts";

test("reads amounts as they are typed in several countries", () => {
  expect(parseMoney("1,200,000.50", "gbp")).toEqual({ minorUnits: 120_000_050, currency: "GBP" });
  expect(parseMoney("1.200.000,50", "EUR")).toEqual({ minorUnits: 120_000_050, currency: "EUR" });
  expect(parseMoney("1 200 000", "SEK")).toEqual({ minorUnits: 120_000_000, currency: "SEK" });
  expect(parseMoney("1,200", "GBP")).toEqual({ minorUnits: 120_000, currency: "GBP" });
  expect(parseMoney("12.5", "GBP")).toEqual({ minorUnits: 1250, currency: "GBP" });
  expect(parseMoney("500", "JPY")).toEqual({ minorUnits: 500, currency: "JPY" });
});

test("refuses what is not an amount", () => {
  for (const text of ["", "abc", "-5", "1.2345", "12e3"])
    expect(parseMoney(text, "GBP")).toBeNull();
  expect(parseMoney("5", "pounds")).toBeNull();
});

test("reads back every amount written in minor units", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (minorUnits) => {
      const text = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(
        minorUnits / 100,
      );
      expect(parseMoney(text, "GBP")).toEqual({ minorUnits, currency: "GBP" });
    }),
  );
});

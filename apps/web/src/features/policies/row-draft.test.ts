import { expect, test } from "vitest";
import { readRow, splitWords, startRow, typeMoney } from "./row-draft.ts";

const begun = {
  ...startRow(null, "2027-01-01"),
  title: "Computers",
  requirement: "disclose_sites",
};

test("what is left empty means any, and asks for no end", () => {
  const { row, faults } = readRow(begun, "EUR");
  expect(faults).toEqual([]);
  expect(row.when).toEqual({
    cpvPrefixes: [],
    risks: [],
    valueFrom: null,
    valueTo: null,
    countries: [],
    procedures: [],
    bidderRoles: [],
    sizes: [],
  });
  expect(row.effectiveTo).toBeNull();
  expect(row.ask.version).toBeNull();
});

test("categories come with commas, lines and check digits; amounts as people write them", () => {
  const { row, faults } = readRow(
    { ...begun, cpv: "302, 30213100-6\n322", valueFrom: "500,000", countries: "be nl" },
    "EUR",
  );
  expect(faults).toEqual([]);
  expect(row.when.cpvPrefixes).toEqual(["302", "30213100", "322"]);
  expect(row.when.valueFrom).toEqual({ minorUnits: 50_000_000, currency: "EUR" });
  expect(row.when.countries).toEqual(["BE", "NL"]);
});

test("each fault names its field", () => {
  const { faults } = readRow(
    {
      ...startRow(null, ""),
      cpv: "computers",
      valueTo: "much",
      countries: "Belgium",
      noticeMonths: "1.5",
    },
    "EUR",
  );
  expect(faults.map(({ field }) => field)).toEqual([
    "row-title",
    "row-cpv",
    "row-valueTo",
    "row-countries",
    "row-requirement",
    "row-effectiveFrom",
    "row-noticeMonths",
  ]);
});

test("amounts go into the field as they came out of it", () => {
  expect(typeMoney({ minorUnits: 50_000_050, currency: "EUR" })).toBe("500000.5");
  expect(typeMoney({ minorUnits: 500, currency: "JPY" })).toBe("500");
  expect(typeMoney(null)).toBe("");
  expect(splitWords(" a;b, a\n")).toEqual(["a", "b"]);
});

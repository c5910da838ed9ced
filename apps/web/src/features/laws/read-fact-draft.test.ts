import { expect, test } from "vitest";
import { readFactDraft, type FactDraft } from "./read-fact-draft.ts";

const draft: FactDraft = {
  fact: "turnover",
  number: "40,000,000",
  currency: "EUR",
  answer: "",
  countries: [],
  asOf: "2025-12-31",
  source: "Annual report 2025",
};
const money = { kind: "figure", money: true } as const;

test("an amount is read with whatever stands between groups of three digits", () => {
  for (const number of ["40000000", "40,000,000", "40.000.000", "40 000 000", "40’000’000"])
    expect(readFactDraft({ ...draft, number }, money, "2026-11-20").fact).toEqual({
      fact: "turnover",
      value: 40_000_000,
      currency: "EUR",
      asOf: "2025-12-31",
      source: "Annual report 2025",
    });
});

test("what is missing or odd is said at its field, and nothing is read", () => {
  const read = readFactDraft(
    { ...draft, number: "about 4,00", currency: "EURO", asOf: "2027-01-01", source: " " },
    money,
    "2026-11-20",
  );
  expect(read.fact).toBeNull();
  expect(read.faults.map(({ field }) => field)).toEqual([
    "fact-number",
    "fact-currency",
    "fact-as-of",
    "fact-source",
  ]);
});

test("people are counted without a currency; a statement needs an answer; countries at least one", () => {
  const people = { kind: "figure", money: false } as const;
  expect(readFactDraft({ ...draft, number: "1200" }, people, "2026-11-20").fact).toMatchObject({
    value: 1200,
    currency: null,
  });
  const statement = { kind: "statement", money: false } as const;
  expect(readFactDraft(draft, statement, "2026-11-20").faults).toHaveLength(1);
  expect(readFactDraft({ ...draft, answer: "no" }, statement, "2026-11-20").fact?.value).toBe(
    false,
  );
  const countries = { kind: "countries", money: false } as const;
  expect(readFactDraft(draft, countries, "2026-11-20").faults).toHaveLength(1);
  expect(
    readFactDraft({ ...draft, countries: ["NO"] }, countries, "2026-11-20").fact?.value,
  ).toEqual(["NO"]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { listChanges } from "./list-changes.ts";

test("only what differs is listed, with its place", () => {
  expect(
    listChanges(
      { title: "Laptops", endsOn: null, value: { minorUnits: 1, currency: "GBP" } },
      { title: "Laptops", endsOn: "2029-02-18", value: { minorUnits: 2, currency: "GBP" } },
    ),
  ).toEqual([
    { path: "endsOn", before: null, after: "2029-02-18" },
    { path: "value › minorUnits", before: 1, after: 2 },
  ]);
});

test("what was made has no before, what was removed no after", () => {
  expect(listChanges(null, { role: "reader" })).toEqual([
    { path: "role", before: undefined, after: "reader" },
  ]);
  expect(listChanges({ role: "reader" }, null)).toEqual([
    { path: "role", before: "reader", after: undefined },
  ]);
});

test("plain lists stay in one row, lists of records are numbered from one", () => {
  expect(listChanges(null, { roles: ["buyer", "brand"], lots: [{ title: "One" }] })).toEqual([
    { path: "roles", before: undefined, after: ["buyer", "brand"] },
    { path: "lots › 1 › title", before: undefined, after: "One" },
  ]);
});

test("nothing differs from itself, whatever it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(listChanges(value, value)).toEqual([]);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readProductLines } from "./read-product-lines.ts";

test("reads tabs from a spreadsheet and semicolons from the keyboard", () => {
  const { products, faults } = readProductLines(
    "Lenovo\tIdeaPad 3\t82KU017KIN\t1,412\t120.50\n\nHP; 245 G7",
    "GBP",
  );
  expect(faults).toEqual([]);
  expect(products).toEqual([
    {
      brand: "Lenovo",
      family: "IdeaPad 3",
      partNumber: "82KU017KIN",
      quantity: 1412,
      value: { minorUnits: 12050, currency: "GBP" },
      cpv: null,
    },
    { brand: "HP", family: "245 G7", partNumber: null, quantity: null, value: null, cpv: null },
  ]);
});

test("names each line that cannot be taken", () => {
  const { products, faults } = readProductLines(
    "Lenovo\nHP;245 G7;;many\nHP;245 G7;;1;cheap",
    "GBP",
  );
  expect(products).toEqual([]);
  expect(faults).toEqual([
    "Line 1: brand and family are needed, separated by a tab or a semicolon.",
    "Line 2: “many” is not a quantity.",
    "Line 3: “cheap” is not an amount.",
  ]);
});

test("asks for the currency where a value lacks one, rather than calling the figure wrong", () => {
  expect(readProductLines("Lenovo;IdeaPad 3;;10;4500", "").faults).toEqual([
    "Line 1: there is a value, so enter the currency of the values as three letters, such as GBP.",
  ]);
  expect(readProductLines("Lenovo;IdeaPad 3;;10", "").faults).toEqual([]);
});

test("drops no line silently", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (lines) => {
      const text = lines.join("\n");
      const read = readProductLines(text, "EUR");
      expect(read.products.length + read.faults.length).toBe(
        text.split(/\r?\n/).filter((line) => line.trim() !== "").length,
      );
    }),
  );
});

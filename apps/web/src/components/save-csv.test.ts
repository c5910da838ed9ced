import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName, makeCsv } from "./save-csv.ts";

test("quotes what needs quoting and keeps formulas from running", () => {
  expect(
    makeCsv(
      ["a", "b"],
      [
        ['say "hi", now', "=1+1"],
        [null, -3],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n"say ""hi"", now",\'=1+1\r\n,-3\r\n');
});

test("never lets a text cell begin like a formula", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = makeCsv(["h"], [[text]])
        .split("\r\n")
        .slice(1)
        .join("\r\n");
      expect(line.replace(/^"/, "")).not.toMatch(/^[=+@\t]/);
    }),
  );
});

test("makes file names out of references", () => {
  expect(fileName("FW/2026 1", "products.csv")).toBe("fw-2026-1-products.csv");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutraliseFormula, restoreFormulaText } from "./neutralise-formula.ts";

const start = fc.constantFrom(
  "",
  "'",
  "''",
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  " =",
  "＝",
  "-1",
  "'-1",
  "'=",
);
const text = fc.oneof(
  fc.string(),
  fc.tuple(start, fc.string()).map((parts) => parts.join("")),
);

describe("neutraliseFormula", () => {
  it.each([
    "=1+1",
    "+49 30 1",
    "-cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "'=1",
    "+3",
  ])("makes text of %j", (cell) => {
    expect(neutraliseFormula(cell)).toBe(`'${cell}`);
  });

  it.each(["", "-3", "-12.5", "-1,234.50", "3M", "a=b", "'quoted'", "工厂"])(
    "leaves %j",
    (cell) => {
      expect(neutraliseFormula(cell)).toBe(cell);
    },
  );

  it("is reversible for every text, and what comes out never runs", () => {
    fc.assert(
      fc.property(text, (cell) => {
        const safe = neutraliseFormula(cell);
        expect(restoreFormulaText(safe)).toBe(cell);
        return /^-?\d+(?:[.,]\d+)*$/u.test(safe) || !/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(safe);
      }),
      { numRuns: 3_000 },
    );
  });
});

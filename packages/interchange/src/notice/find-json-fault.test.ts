import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "./find-json-fault.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("findJsonFault", () => {
  it.each([
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ["[1 2]", 3],
    ["[1,]", 3],
    ["[01]", 1],
    ['{"a": tru}', 6],
    ['{"a": "\\x"}', 6],
    ["{} {}", 3],
    ['{"a": [1', 8],
    ["]", 0],
  ])("%s", (text, position) => {
    expect(findJsonFault(text)).toBe(position);
  });

  it("finds a fault exactly where JSON.parse refuses", () => {
    const signs = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      "1",
      "-0.5e3",
      "null",
      " ",
      "\n",
      "x",
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(signs, { maxLength: 12 }).map((all) => all.join("")),
        ),
        (text) => {
          expect(findJsonFault(text) === null).toBe(isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

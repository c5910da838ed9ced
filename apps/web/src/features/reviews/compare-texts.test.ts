import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts, type TextPart } from "./compare-texts.ts";

const marked = (parts: readonly TextPart[]): string[] =>
  parts.filter(({ differs }) => differs).map(({ text }) => text);

test("words that stand in only one text are marked", () => {
  const [a, b] = compareTexts(
    "No. 58, 1st Street, Comprehensive Free Trade Zone, Kunshan",
    "No. 15, Third Avenue, Comprehensive Free Trade Zone, Kunshan",
  );
  expect(marked(a)).toEqual(["58", "1st", "Street"]);
  expect(marked(b)).toEqual(["15", "Third", "Avenue"]);
});

test("case and accents make no difference", () => {
  const [a, b] = compareTexts("ŠKODA Transportation", "Skoda TRANSPORTATION");
  expect(marked(a)).toEqual([]);
  expect(marked(b)).toEqual([]);
});

test("the parts joined give the texts again, and a text never differs from itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (one, other) => {
      const [a, b] = compareTexts(one, other);
      expect(a.map(({ text }) => text).join("")).toBe(one);
      expect(b.map(({ text }) => text).join("")).toBe(other);
      expect(marked(compareTexts(one, one)[0])).toEqual([]);
    }),
  );
});

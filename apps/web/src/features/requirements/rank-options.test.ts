import { expect, test } from "vitest";
import { rankOptions, type Choice } from "./rank-options.ts";

function choice(keys: string, order: Choice["order"]): Choice {
  return {
    kind: "choice",
    options: [...keys].map((key) => ({ key, label: key.toUpperCase() })),
    order,
  };
}
const rungs = (type: Choice): string[] =>
  rankOptions(type).rungs.map((rung) => rung.map(({ option }) => option.key).join(""));

test("a chain is a ladder, whatever order its pairs are given in", () => {
  const chain = choice("abc", [
    ["b", "c"],
    ["a", "b"],
  ]);
  expect(rungs(chain)).toEqual(["a", "b", "c"]);
  expect(rankOptions(chain).plain).toBe(true);
  expect(rankOptions(chain).rungs[0]?.[0]?.asksMoreThan).toEqual(["B", "C"]);
});

test("two below one share a rung, since neither asks more", () => {
  const fork = choice("abc", [
    ["a", "b"],
    ["a", "c"],
  ]);
  expect(rungs(fork)).toEqual(["a", "bc"]);
  expect(rankOptions(fork).plain).toBe(true);
});

test("where a rung does not say all, that is known", () => {
  // D stands a rung below A only because of C, and A does not ask more than D.
  const crossed = choice("abcd", [
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(rungs(crossed)).toEqual(["ac", "bd"]);
  expect(rankOptions(crossed).plain).toBe(false);
});

test("options without any order stand apart, and a circle does not hang", () => {
  expect(rankOptions(choice("abx", [["a", "b"]])).apart.map(({ key }) => key)).toEqual(["x"]);
  expect(rankOptions(choice("ab", [])).rungs).toEqual([]);
  const circle = choice("ab", [
    ["a", "b"],
    ["b", "a"],
  ]);
  expect(rungs(circle)).toEqual(["ab"]);
});

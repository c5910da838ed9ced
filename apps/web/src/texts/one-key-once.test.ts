/** The parts of the catalogue are laid over each other: a key in two of them would silently change the words of one screen. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const parts = join(import.meta.dirname, "en");

/** Keys that more than one part has, with the parts. */
function findDoubles(keysOfParts: ReadonlyMap<string, readonly string[]>): string[] {
  const holders = new Map<string, string[]>();
  for (const [part, keys] of keysOfParts)
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), part]);
  return [...holders].flatMap(([key, of]) => (of.length > 1 ? [`${key}: ${of.join(", ")}`] : []));
}

test("no key stands in two parts of the catalogue", async () => {
  const keysOfParts = new Map<string, string[]>();
  for (const file of readdirSync(parts)) {
    const part = (await import(join(parts, file))) as Record<string, Record<string, string>>;
    keysOfParts.set(file, Object.values(part).flatMap(Object.keys));
  }
  expect([...keysOfParts.values()].flat().length).toBeGreaterThan(3000);
  expect(findDoubles(keysOfParts)).toEqual([]);
});

test("a key that stands in two parts is found", () => {
  const planted = new Map([
    ["one.ts", ["a.title", "a.what"]],
    ["two.ts", ["b.title", "a.what"]],
  ]);
  expect(findDoubles(planted)).toEqual(["a.what: one.ts, two.ts"]);
});

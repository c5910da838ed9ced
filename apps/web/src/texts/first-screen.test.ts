import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { enFirst } from "./en-first.ts";

const source = join(dirname(fileURLToPath(import.meta.url)), "..");
const begins = [
  "main.tsx",
  "features/sign-in/sign-in-screen.tsx",
  "features/today/today-screen.tsx",
];

/** Files that are loaded with the first screens: what they import, but for types and what is loaded later. */
function reach(): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = begins.map((file) => join(source, file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !existsSync(file) || file.includes("/texts/")) continue;
    const text = readFileSync(file, "utf8");
    found.set(file, text);
    for (const [, path] of text.matchAll(/^(?:import|export) (?!type)[^;"]*"(\.[^"]+\.tsx?)"/gmu))
      if (path !== undefined) waiting.push(join(dirname(file), path));
  }
  return found;
}

const known = Object.keys(enFirst);

function missing(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const whole = [...text.matchAll(/(?:\bt\(|text: )\s*"([a-z]\w*\.[^"]+)"/giu)].map(
      ([, key = ""]) => key,
    );
    const parts = [...text.matchAll(/\bt\(\s*`([a-z]\w*\.[^$`]*)\$/giu)].map(
      ([, part = ""]) => part,
    );
    return [
      ...whole.filter((key) => !known.includes(key)),
      ...parts.filter((part) => !known.some((key) => key.startsWith(part))),
    ].map((key) => `${file.slice(source.length + 1)}: ${key}`);
  });
}

test("what the frame, sign-in and Today say comes with the first screen", () => {
  const files = reach();
  expect(files.size).toBeGreaterThan(30);
  expect(missing(files)).toEqual([]);
});

test("a text that comes later would be seen", () => {
  expect(missing(new Map([[`${source}/x.tsx`, 't("alignment.nowhere")']]))).toEqual([
    "x.tsx: alignment.nowhere",
  ]);
});

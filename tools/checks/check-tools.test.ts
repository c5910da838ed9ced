/** Planted faults for the guards that are tools of others: types, lint, format, unused. */
import { describe, expect, it } from "vitest";
import { checkFormat } from "./check-format.ts";
import { checkLint } from "./check-lint.ts";
import { checkTypes } from "./check-types.ts";
import { checkUnused } from "./check-unused.ts";
import { plantFiles } from "./plant-files.ts";
import { isClean } from "./report-check.ts";

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: "es2024",
    module: "nodenext",
    jsx: "preserve",
    types: [],
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
  },
  include: ["packages"],
});

/** Rules that need types are run by a second program, which oxlint looks for where it runs. */
const tsgolint = [".bin/tsgolint"];

function plantScript(name: string, content: string): string {
  return plantFiles({ "tsconfig.json": tsconfig, [`packages/a/src/${name}`]: content }, tsgolint);
}

describe("the type check", () => {
  it("is clean on sound code and names every file it did not look at", () => {
    const root = plantScript("a.ts", "export const a: number = 1;\n");
    expect(isClean(checkTypes(root, ["tsconfig.json"], 1))).toBe(true);
    expect(checkTypes(root, ["tsconfig.json"], 2)).toMatchObject({ looked: 1, faults: [] });
  });

  it.each([
    ["a wrong type", "export const a: number = 'one';\n"],
    ["an element that may be missing", "export const a = (list: string[]): string => list[0];\n"],
    ["an enum, which Node cannot strip", "export enum A { one }\n"],
  ])("turns red on %s", (_, content) => {
    expect(checkTypes(plantScript("a.ts", content), ["tsconfig.json"], 1).faults).not.toEqual([]);
  });

  it("turns red on a file that no configuration includes", () => {
    const root = plantFiles({
      "tsconfig.json": tsconfig,
      "packages/a.ts": "export {};\n",
      "tools/b.ts": "export {};\n",
    });
    expect(checkTypes(root, ["tsconfig.json"], 1).faults).toEqual([
      "tools/b.ts is in no tsconfig.json, so its types are not checked",
    ]);
  });
});

describe("the lint", () => {
  const faults: ReadonlyArray<readonly [rule: string, file: string, content: string]> = [
    [
      "no-floating-promises",
      "a.ts",
      "export async function later(): Promise<number> {\n  return 1;\n}\nexport function now(): void {\n  later();\n}\n",
    ],
    [
      "no-misused-promises",
      "a.ts",
      "export function f(list: number[]): void {\n  list.forEach(async (one) => {\n    await Promise.resolve(one);\n  });\n}\n",
    ],
    [
      "switch-exhaustiveness-check",
      "a.ts",
      "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n}\n",
    ],
    ["no-explicit-any", "a.ts", "export const a: any = 1;\n"],
    ["no-unsafe-member-access", "a.ts", "export const a: unknown = JSON.parse('{}').b;\n"],
    ["no-non-null-assertion", "a.ts", "export const f = (list: string[]): string => list[0]!;\n"],
    ["alt-text", "a.tsx", "export const a = <img src='a.png' />;\n"],
    ["anchor-is-valid", "a.tsx", "export const a = <a href='#'>Contracts</a>;\n"],
    [
      "no-focused-tests",
      "a.test.ts",
      `import { expect, it } from "vitest";\nit.${"on"}ly("a", () => {\n  expect([1]).toHaveLength(1);\n});\n`,
    ],
    [
      "no-disabled-tests",
      "a.test.ts",
      `import { expect, it } from "vitest";\nit.${"sk"}ip("a", () => {\n  expect([1]).toHaveLength(1);\n});\n`,
    ],
    [
      "expect-expect",
      "a.test.ts",
      `import { it } from "vitest";\nit("a", () => {\n  [1].at(0);\n});\n`,
    ],
    ["filename-case", "aB.ts", "export const a = 1;\n"],
  ];

  it.each(faults)("turns red on a planted fault: %s", (rule, file, content) => {
    const report = checkLint(plantScript(file, content));
    expect(report.looked).toBe(1);
    expect(report.faults.filter((fault) => fault.includes(`(${rule})`))).toHaveLength(1);
  });

  it("turns red on a cycle of imports", () => {
    const root = plantFiles(
      {
        "tsconfig.json": tsconfig,
        "packages/a.ts": 'import { b } from "./b.ts";\nexport const a = (): number => b();\n',
        "packages/b.ts": 'import { a } from "./a.ts";\nexport const b = (): number => a();\n',
      },
      tsgolint,
    );
    expect(checkLint(root).faults.filter((fault) => fault.includes("no-cycle"))).toHaveLength(2);
  });

  it("is clean on sound code", () => {
    const report = checkLint(plantScript("a.ts", "export const a = 1;\n"));
    expect(report).toMatchObject({ looked: 1, floor: 1, faults: [] });
  });
});

describe("the format check", () => {
  it("turns red on a file written otherwise, and is clean on one that is not", () => {
    expect(
      checkFormat(plantFiles({ "packages/a/src/a.ts": "export const a   = 'x'\n" })).faults,
    ).toEqual(["packages/a/src/a.ts is not formatted: run oxfmt on it"]);
    expect(checkFormat(plantFiles({ "a.ts": "export const a = 1;\n" }))).toMatchObject({
      looked: 1,
      faults: [],
    });
  });
});

describe("the check for what is unused", () => {
  const files = {
    "package.json": JSON.stringify({ name: "planted", type: "module" }),
    "knip.json": JSON.stringify({ entry: ["main.ts"], project: ["**/*.ts"] }),
    "main.ts": 'import { a } from "./a.ts";\na();\n',
    "a.ts": "export function a(): void {}\n",
  };

  it("is clean where everything is used, and says how much it read", () => {
    expect(checkUnused(plantFiles(files), 2)).toMatchObject({ looked: 2, faults: [] });
  });

  it("turns red on an unused file, export and dependency, and on an undeclared import", () => {
    const root = plantFiles({
      ...files,
      "package.json": JSON.stringify({
        name: "planted",
        type: "module",
        dependencies: { pinyin: "1.0.0" },
      }),
      "main.ts": 'import { a } from "./a.ts";\nimport "kysely";\na();\n',
      "a.ts": "export function a(): void {}\nexport function b(): void {}\n",
      "c.ts": "export const c = 1;\n",
    });
    const { faults } = checkUnused(root, 2);
    expect(faults.join("\n")).toMatch(/c\.ts is used by nothing/);
    expect(faults.join("\n")).toMatch(/ b is exported and imported by nothing/);
    expect(faults.join("\n")).toMatch(/pinyin is declared as a dependency and used by nothing/);
    expect(faults.join("\n")).toMatch(/kysely is imported without being declared/);
  });
});

import { describe, expect, it } from "vitest";
import { checkHouse } from "./check-house.ts";
import { plantFiles } from "./plant-files.ts";

const clean = {
  "packages/domain/package.json": "{}\n",
  "packages/domain/README.md": "# Domain\n",
  "packages/domain/src/read-label.ts":
    "/** Reads a label. */\nexport function readLabel(): void {}\n",
  "apps/server/src/modules/sites/sites.store.ts":
    'import { sql } from "kysely";\nexport const all = sql`select 1`;\n',
  "apps/server/src/modules/sites/find-site.ts":
    'import type { Kysely } from "kysely";\nexport type Db = Kysely<unknown>;\n',
  "apps/server/src/modules/sites/sites.test.ts":
    "// oxlint-disable-next-line no-console -- the test reads what is printed\n",
};

const planted: ReadonlyArray<
  readonly [what: string, path: string, content: string, fault: RegExp]
> = [
  ["a file of 501 lines", "apps/cli/src/a.ts", "export {};\n".repeat(501), /more than 500 lines/],
  ["a folder of odds and ends", "apps/cli/src/utils/a.ts", "export {};\n", /"utils" says nothing/],
  [
    "a helper by its file name",
    "apps/cli/src/date-helpers.ts",
    "export {};\n",
    /"helpers" says nothing/,
  ],
  ["a file name in camel case", "apps/cli/src/readLabel.ts", "export {};\n", /not in kebab-case/],
  [
    "a suffix that says nothing",
    "apps/cli/src/a.ts",
    "export interface SiteDto {}\n",
    /"SiteDto" carries/,
  ],
  ["a prefix that says nothing", "apps/cli/src/a.ts", "interface ISite {}\n", /"ISite" carries/],
  ["a promise in code", "apps/cli/src/a.ts", `// TO${"DO"}: later\n`, /build it, or leave it out/],
  ["a promise in docs", "docs/a.md", `This is coming ${"soon"}.\n`, /build it, or leave it out/],
  ["a muted test", "apps/cli/src/a.test.ts", `it.on${"ly"}("a", () => {});\n`, /mutes a test/],
  [
    "a muted table of tests",
    "apps/cli/src/a.test.ts",
    `describe.sk${"ip"}.each([])("a", () => {});\n`,
    /mutes a test/,
  ],
  ["a muted journey", "apps/web/journeys/a.journey.ts", `it.to${"do"}("a");\n`, /mutes a test/],
  [
    "an assertion of nothing",
    "apps/cli/src/a.test.ts",
    `expect(tr${"ue"}).toBe(true);\n`,
    /asserts nothing/,
  ],
  [
    "types switched off",
    "apps/cli/src/a.ts",
    `// @ts-${"ignore"}\n`,
    /switches the type check off/,
  ],
  [
    "lint switched off",
    "apps/cli/src/a.ts",
    `// oxlint-${"disable"} no-console\n`,
    /without its reason/,
  ],
  [
    "a path of one machine",
    "docs/a.md",
    `See ${"/"}home/kim/throughline/a.md\n`,
    /place of one machine/,
  ],
  [
    "SQL in a use case",
    "apps/server/src/modules/sites/a.ts",
    "await tx.selectFrom('sites').execute();\n",
    /speaks SQL/,
  ],
  [
    "raw SQL in routes",
    "apps/server/src/modules/sites/sites.routes.ts",
    "await sql`select 1`.execute(tx);\n",
    /speaks SQL/,
  ],
  [
    "an undocumented door",
    "packages/domain/src/a.ts",
    "export function a(): void {}\n",
    /a has no JSDoc/,
  ],
  [
    "a workspace without README",
    "packages/risk/package.json",
    "{}\n",
    /packages\/risk\/README.md is missing/,
  ],
];

describe("the house check", () => {
  it("finds nothing in a tree that keeps to the house", () => {
    expect(checkHouse(plantFiles(clean), 1)).toMatchObject({ looked: 6, faults: [] });
  });

  it.each(planted)("turns red on %s", (_, path, content, fault) => {
    const { faults } = checkHouse(plantFiles({ ...clean, [path]: content }), 1);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]).toContain(path.replace("package.json", "README.md"));
  });
});

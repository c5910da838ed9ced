import { describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries.ts";
import type { CheckReport } from "./report-check.ts";
import { plantFiles, plantWorkspace } from "./plant-files.ts";

const packages = [
  "domain",
  "contract",
  "db",
  "dialogue",
  "matching",
  "requirements",
  "risk",
  "tracing",
  "interchange",
  "testkit",
  "novel",
];
const apps = ["server", "web", "cli"];

/** The planted tree: every workspace has a door, and the given files. */
async function cruisePlanted(files: Readonly<Record<string, string>>): Promise<CheckReport> {
  const doors: Record<string, string> = {};
  for (const name of packages)
    doors[`packages/${name}/src/index.ts`] = `export const ${name} = 1;\n`;
  for (const name of apps) doors[`apps/${name}/src/index.ts`] = `export const ${name} = 1;\n`;
  const root = plantFiles({ ...doors, ...files }, ["zod"]);
  for (const name of packages) plantWorkspace(root, "packages", name);
  for (const name of apps) plantWorkspace(root, "apps", name);
  return checkBoundaries(root, packages.length + apps.length);
}

const planted: ReadonlyArray<readonly [rule: string, files: Readonly<Record<string, string>>]> = [
  [
    "direction-packages-domain",
    { "packages/domain/src/index.ts": `import "@throughline/contract";\n` },
  ],
  [
    "direction-packages-contract",
    { "packages/contract/src/index.ts": `import "@throughline/matching";\n` },
  ],
  ["direction-packages-db", { "packages/db/src/index.ts": `import "@throughline/contract";\n` }],
  [
    "direction-packages-dialogue",
    { "packages/dialogue/src/index.ts": `import "@throughline/tracing";\n` },
  ],
  [
    "direction-packages-matching",
    { "packages/matching/src/index.ts": `import "@throughline/risk";\n` },
  ],
  [
    "direction-packages-requirements",
    { "packages/requirements/src/index.ts": `import "@throughline/interchange";\n` },
  ],
  [
    "direction-packages-risk",
    {
      "packages/risk/src/index.ts": `import type { db } from "@throughline/db";\nexport type A = typeof db;\n`,
    },
  ],
  [
    "direction-packages-tracing",
    { "packages/tracing/src/index.ts": `import "@throughline/interchange";\n` },
  ],
  [
    "direction-packages-interchange",
    { "packages/interchange/src/index.ts": `import "@throughline/matching";\n` },
  ],
  [
    "direction-packages-testkit",
    { "packages/testkit/src/index.ts": `import "@throughline/contract";\n` },
  ],
  ["direction-apps-web", { "apps/web/src/app/a.tsx": `import "@throughline/tracing";\n` }],
  [
    "direction-apps-cli",
    { "apps/cli/src/a.ts": `export const load = () => import("@throughline/db");\n` },
  ],
  ["direction-apps-server", { "apps/server/src/a.ts": `import "../../cli/src/index.ts";\n` }],
  [
    "direction-packages-domain-tests",
    { "packages/domain/src/a.test.ts": `import "@throughline/contract";\n` },
  ],
  [
    "direction-unknown-workspace",
    { "packages/novel/src/index.ts": `import "@throughline/domain";\n` },
  ],
  ["domain-imports-zod-only", { "packages/domain/src/index.ts": `import "node:crypto";\n` }],
  ["engines-are-pure", { "packages/risk/src/index.ts": `import "node:fs";\n` }],
  ["web-runs-in-the-browser", { "apps/web/src/app/a.tsx": `import "node:path";\n` }],
  [
    "server-module-by-its-door",
    {
      "apps/server/src/modules/sites/index.ts": `import "../contracts/contracts.store.ts";\n`,
      "apps/server/src/modules/contracts/contracts.store.ts": "export const a = 1;\n",
    },
  ],
  [
    "server-composition-by-the-door",
    {
      "apps/server/src/app.ts": `import "./modules/sites/sites.store.ts";\n`,
      "apps/server/src/modules/sites/sites.store.ts": "export const a = 1;\n",
    },
  ],
  [
    "server-platform-knows-no-module",
    {
      "apps/server/src/platform/a.ts": `import "../modules/sites/index.ts";\n`,
      "apps/server/src/modules/sites/index.ts": "export const a = 1;\n",
    },
  ],
  [
    "web-feature-knows-no-feature",
    {
      "apps/web/src/features/sites/a.tsx": `import "../contracts/b.tsx";\n`,
      "apps/web/src/features/contracts/b.tsx": "export const b = 1;\n",
    },
  ],
  [
    "web-feature-knows-no-app",
    {
      "apps/web/src/features/sites/a.tsx": `import "../../app/b.tsx";\n`,
      "apps/web/src/app/b.tsx": "export const b = 1;\n",
    },
  ],
  [
    "web-base-knows-no-feature",
    {
      "apps/web/src/components/a.tsx": `import "../features/sites/b.tsx";\n`,
      "apps/web/src/features/sites/b.tsx": "export const b = 1;\n",
    },
  ],
  ["testkit-only-in-tests", { "apps/server/src/a.ts": `import "@throughline/testkit";\n` }],
  [
    "no-import-of-a-test",
    {
      "apps/server/src/a.ts": `import "./b.test.ts";\n`,
      "apps/server/src/b.test.ts": "export const b = 1;\n",
    },
  ],
  [
    "no-import-of-a-test",
    {
      "apps/server/src/a.ts": `import "./test/plant.ts";\n`,
      "apps/server/src/test/plant.ts": "export const b = 1;\n",
    },
  ],
  [
    "no-cycle",
    {
      "apps/cli/src/a.ts": `import { b } from "./b.ts";\nexport const a = (): number => b();\n`,
      "apps/cli/src/b.ts": `import { a } from "./a.ts";\nexport const b = (): number => a();\n`,
    },
  ],
  ["resolvable", { "apps/cli/src/a.ts": `import "./nowhere.ts";\n` }],
];

describe("the boundaries check", () => {
  it("finds nothing in a tree that keeps to the house", async () => {
    const report = await cruisePlanted({
      "packages/domain/src/index.ts": `import { z } from "zod";\nexport const Domain = z.string();\n`,
      "packages/risk/src/index.ts": `import "@throughline/matching";\nimport "@throughline/domain";\n`,
      "packages/risk/src/a.test.ts": `import "node:fs";\nimport "@throughline/testkit";\n`,
      "apps/server/src/app.ts": `import "./modules/sites/index.ts";\nimport "@throughline/db";\n`,
      "apps/server/src/modules/sites/index.ts": `import "../contracts/index.ts";\nimport "../../platform/a.ts";\n`,
      "apps/server/src/modules/contracts/index.ts": "export const a = 1;\n",
      "apps/server/src/platform/a.ts": "export const a = 1;\n",
      "apps/web/src/app/a.tsx": `import "../features/sites/b.tsx";\n`,
      "apps/web/src/features/sites/b.tsx": `import "../../components/c.tsx";\nimport "@throughline/contract";\n`,
      "apps/web/src/components/c.tsx": "export const c = 1;\n",
    });
    expect(report.faults).toEqual([]);
    expect(report.looked).toBe(22);
  });

  it.each(planted)("turns red on a planted fault: %s", async (rule, files) => {
    const report = await cruisePlanted(files);
    expect(report.faults.filter((fault) => fault.includes(`(${rule}:`))).not.toEqual([]);
  });

  it("is red when it saw fewer modules than its floor", async () => {
    const root = plantFiles({ "packages/domain/src/index.ts": "export const a = 1;\n" });
    const report = await checkBoundaries(root, 40);
    expect(report).toMatchObject({ looked: 1, floor: 40, faults: [] });
  });
});

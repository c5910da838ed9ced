/**
 * Import direction, as the house has it. Read by tools/checks/check-boundaries.ts, whose test plants one fault per rule.
 *
 *   web → contract → domain      cli → contract, engines, interchange, domain (its bin → tools/launch, which finds Node 24)
 *   server → contract, db, engines, interchange, domain      db → domain      engines, interchange → domain; risk → matching; tracing → dialogue; measurement → tracing, dialogue; requirements → measurement
 *   inside server: modules/* → platform; modules/a → modules/b only through b/index.ts
 *   inside web: app → features → components; feature ↛ feature
 */

const engines = ["dialogue", "measurement", "matching", "requirements", "risk", "tracing"];

/** What each workspace may import of the others. A workspace that is not named here may import none. */
const mayImport = {
  "packages/domain": [],
  "packages/contract": ["packages/domain"],
  "packages/db": ["packages/domain"],
  "packages/matching": ["packages/domain"],
  "packages/measurement": ["packages/dialogue", "packages/domain", "packages/tracing"],
  "packages/requirements": ["packages/domain", "packages/measurement"],
  "packages/risk": ["packages/domain", "packages/matching"],
  "packages/dialogue": ["packages/domain"],
  "packages/tracing": ["packages/domain", "packages/dialogue"],
  "packages/interchange": ["packages/domain"],
  "packages/testkit": ["packages/db", "packages/domain"],
  "apps/web": ["packages/contract", "packages/domain"],
  "apps/cli": [
    "tools/launch",
    "packages/contract",
    "packages/interchange",
    "packages/domain",
    ...engines.map((name) => `packages/${name}`),
  ],
  "apps/server": [
    "packages/contract",
    "packages/db",
    "packages/interchange",
    "packages/domain",
    ...engines.map((name) => `packages/${name}`),
  ],
};

// Tests and what only they use: what runs imports none of it (no-import-of-a-test).
const tests = String.raw`(\.test\.tsx?|\.fixture\.tsx?|\.test-d\.ts|\.journey\.ts|/journeys/.+|^apps/server/src/test/.+)$`;
const anyWorkspace = "^(apps|packages|tools|bench)/";

/** @param {readonly string[]} workspaces */
const inside = (workspaces) => `^(${workspaces.join("|")})/`;

const directions = Object.entries(mayImport).flatMap(([workspace, allowed]) => {
  const name = workspace.replace("/", "-");
  return [
    {
      name: `direction-${name}`,
      comment: `${workspace} may import ${allowed.join(", ") || "no other workspace"}.`,
      severity: "error",
      from: { path: inside([workspace]), pathNot: tests },
      to: { path: anyWorkspace, pathNot: inside([workspace, ...allowed]) },
    },
    {
      name: `direction-${name}-tests`,
      comment: `Tests of ${workspace} may import the testkit besides.`,
      severity: "error",
      from: { path: `${inside([workspace])}.*${tests}` },
      to: {
        path: anyWorkspace,
        pathNot: inside([workspace, ...allowed, "packages/testkit", "packages/db"]),
      },
    },
  ];
});

module.exports = {
  forbidden: [
    ...directions,
    {
      name: "direction-unknown-workspace",
      comment: "A new workspace says in .dependency-cruiser.cjs what it may import.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: inside(Object.keys(mayImport)) },
      to: { path: anyWorkspace },
    },
    {
      name: "domain-imports-zod-only",
      comment: "The domain has no clock, randomness or I/O, and one dependency.",
      severity: "error",
      from: { path: "^packages/domain/", pathNot: tests },
      to: { pathNot: ["^packages/domain/", "(^|/)node_modules/zod/"] },
    },
    {
      name: "engines-are-pure",
      comment: "Engines, domain and contract compute; Node's own modules are for the edge.",
      severity: "error",
      from: {
        path: inside([
          "packages/domain",
          "packages/contract",
          ...engines.map((name) => `packages/${name}`),
        ]),
        // matching/src/workers only starts threads of the pure engine beside it.
        pathNot: [tests, "^packages/[^/]+/tools/", "^packages/matching/src/workers/"],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "web-runs-in-the-browser",
      comment: "Nothing of Node reaches the browser.",
      severity: "error",
      from: { path: "^apps/web/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "server-module-by-its-door",
      comment: "A module is imported through its index.ts only.",
      severity: "error",
      from: { path: "^apps/server/src/modules/([^/]+)/" },
      to: {
        path: "^apps/server/src/modules/[^/]+/",
        pathNot: [
          "^apps/server/src/modules/$1/",
          String.raw`^apps/server/src/modules/[^/]+/index\.ts$`,
        ],
      },
    },
    {
      name: "server-composition-by-the-door",
      comment: "The composition root, too, enters a module through its index.ts.",
      severity: "error",
      from: { path: "^apps/server/src/[^/]+$", pathNot: tests },
      to: {
        path: "^apps/server/src/modules/[^/]+/",
        pathNot: String.raw`^apps/server/src/modules/[^/]+/index\.ts$`,
      },
    },
    {
      name: "server-platform-knows-no-module",
      severity: "error",
      comment: "modules → platform, never back.",
      from: { path: "^apps/server/src/platform/", pathNot: tests },
      to: { path: "^apps/server/src/modules/" },
    },
    {
      name: "web-feature-knows-no-feature",
      comment: "What two features need is a component, or comes through the URL.",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/[^/]+/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "web-feature-knows-no-app",
      severity: "error",
      comment: "app → features, never back.",
      from: { path: "^apps/web/src/features/" },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "web-base-knows-no-feature",
      comment: "Components and everything else beside app and features lie below both.",
      severity: "error",
      from: { path: "^apps/web/src/[^/]+/", pathNot: ["^apps/web/src/(app|features)/", tests] },
      to: { path: "^apps/web/src/(app|features)/" },
    },
    {
      name: "testkit-only-in-tests",
      comment: "Builders and planted organisations never reach what runs.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: ["^packages/testkit/", tests] },
      to: { path: "^packages/testkit/" },
    },
    {
      name: "no-import-of-a-test",
      comment: "A test file is started by the runner, and what it plants is for tests alone.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: tests },
      to: { path: String.raw`(\.(test|fixture)\.tsx?|^apps/server/src/test/.+)$` },
    },
    {
      name: "no-cycle",
      comment: "Files that import each other are one file.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere hides every rule behind it.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};

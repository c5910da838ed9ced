/**
 * What the checks and the tests consist of. `check` runs the quick ones, `test` all. Names of vitest projects are those
 * of vitest.config.ts.
 */
import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { listFiles } from "./hash-files.mjs";
import { provideChromium } from "./provide-chromium.mjs";
import { providePostgres } from "./provide-postgres.mjs";
import { listTestFiles } from "./read-vitest-report.mjs";

/** @typedef {import("./run-steps.mjs").Step} Step */

/**
 * The environment for tests: never a person's own database, port or mode.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentForTests() {
  const env = { ...process.env };
  for (const name of ["DATABASE_URL", "PORT", "NODE_ENV"]) delete env[name];
  return env;
}

/**
 * The guards under tools/checks, quick enough for the inner loop.
 *
 * @param {string} root @param {string} node @returns {Step[]}
 */
export function listGuards(root, node) {
  const guards = [
    "types",
    "lint",
    "format",
    "boundaries",
    "unused",
    "house",
    "errors",
    "glossary",
    "lockfile",
    "generated",
  ];
  return guards.map((name) => ({
    name,
    command: [node, join(root, "tools", "checks", `check-${name}.ts`)],
  }));
}

/**
 * One vitest run whose tests are counted.
 *
 * @param {string} root @param {string} node @param {string} name @param {readonly string[]} args
 * @returns {Step & { report: string }}
 */
export function vitestStep(root, node, name, args) {
  const report = join(root, ".cache", "test", `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.json`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  return {
    name,
    command: [
      node,
      vitest,
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    env: { NO_COLOR: "1" },
    report,
  };
}

/**
 * Everything `npm test` runs, in the order in which it starts.
 *
 * @param {string} root
 * @param {string} node Node 24
 * @param {{ others: Set<import("./provide-postgres.mjs").OtherPostgres> }} started what must be stopped at the end
 * @returns {Step[]}
 */
export function listTestSteps(root, node, started) {
  const vitest = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    vitestStep(root, node, name, args);
  const database = vitest("database suites, embedded", "--project", "database");
  const pure = vitest("unit and property suites", "--project", "pure");
  const parity = vitest("database suites, another server", "--project", "database");
  const journeys = vitest(
    "journeys in a browser",
    "--root",
    "apps/web",
    "--config",
    "vitest.journeys.config.ts",
  );
  const campaign = join(root, "bench", "kill-campaign.ts");
  return [
    { name: "another PostgreSQL", act: (context) => bringPostgres(context, started), minutes: 15 },
    ...listGuards(root, node),
    { name: "schema types", command: [node, join(root, "tools", "generate-schema.ts"), "--check"] },
    {
      name: "browser",
      act: bringChromium,
      needs: ["another PostgreSQL"],
      always: true,
      minutes: 15,
    },
    {
      name: "web build",
      act: async ({ log }) => {
        const built = buildWeb(root, node, (line) => log(`${line}\n`));
        return {
          passed: 1,
          failed: 0,
          notRun: [],
          note: built ? "" : "already built from this source",
        };
      },
    },
    { ...pure, weight: 2, minutes: 15 },
    { ...database, weight: 2, minutes: 30, without: ["TEST_DATABASE_URL"] },
    {
      ...whenProvided(parity, "TEST_DATABASE_URL"),
      weight: 2,
      minutes: 30,
      needs: ["another PostgreSQL"],
    },
    {
      name: "kill campaign, short",
      command: [node, campaign, "--rounds", "5"],
      weight: 2,
      minutes: 5,
      without: ["TEST_DATABASE_URL"],
    },
    {
      ...whenProvided(journeys, "THROUGHLINE_CHROMIUM"),
      weight: 2,
      minutes: 40,
      needs: ["browser", "web build"],
      without: ["TEST_DATABASE_URL"],
    },
    {
      name: "every test file was run",
      needs: [pure.name, database.name, journeys.name],
      always: true,
      act: async ({ log }) =>
        compareTestFiles(root, [pure.report, database.report, journeys.report], log),
    },
  ];
}

/** A step that is left out, and said to be, when what it needs could not be had. @param {Step} step @param {string} variable @returns {Step} */
function whenProvided(step, variable) {
  return { ...step, onlyWith: variable };
}

/** @param {Parameters<NonNullable<Step["act"]>>[0]} context @param {{ others: Set<import("./provide-postgres.mjs").OtherPostgres> }} started */
async function bringPostgres({ env, log }, started) {
  const other = await providePostgres(log);
  if (!other) {
    const reason =
      "the database suites on another PostgreSQL: none is installed here. Install PostgreSQL 15, or set TEST_DATABASE_URL to a server whose databases may be created and dropped.";
    return { passed: 0, failed: 0, notRun: [reason] };
  }
  started.others.add(other);
  env.TEST_DATABASE_URL = other.url;
  return { passed: 1, failed: 0, notRun: [], note: other.title };
}

/** @param {Parameters<NonNullable<Step["act"]>>[0]} context */
async function bringChromium({ env, log }) {
  const path = await provideChromium(log);
  if (!path) {
    const reason =
      "the journeys in a browser: no Chromium is installed here. Install Chromium or Chrome, or run `npx playwright-core install chromium`, or set THROUGHLINE_CHROMIUM to its path.";
    return { passed: 0, failed: 0, notRun: [reason] };
  }
  env.THROUGHLINE_CHROMIUM = path;
  return { passed: 1, failed: 0, notRun: [], note: path };
}

/** A suite that no project includes is a suite that silently died. @param {string} root @param {string[]} reports @param {(text: string) => void} log */
async function compareTestFiles(root, reports, log) {
  const ran = new Set(reports.filter(existsSync).flatMap((report) => listTestFiles(report)));
  const leaveOut = (/** @type {string} */ name) =>
    ["node_modules", "dist", ".cache"].includes(name);
  const there = ["apps", "packages", "tools", "bench"]
    .flatMap((place) => listFiles(join(root, place), leaveOut))
    .filter((file) => /\.(test\.tsx?|journey\.ts)$/.test(file));
  const missed = there
    .filter((file) => !ran.has(file))
    .map((file) => relative(root, file).split(sep).join("/"));
  for (const file of missed) log(`${file} was run by no suite\n`);
  log(`${there.length} test files, ${missed.length} of them run by no suite\n`);
  return {
    passed: missed.length === 0 && there.length > 0 ? 1 : 0,
    failed: missed.length > 0 || there.length === 0 ? 1 : 0,
    notRun: [],
  };
}

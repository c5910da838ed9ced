/** Unused files, exports and dependencies, and imports nobody declared: knip, by `knip.json`. */
import { join } from "node:path";
import { projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";
import { readToolJson, runTool } from "./run-tool.ts";

/** What `report-unused.mjs` prints. */
interface KnipOutput {
  readonly processed: number;
  readonly found: readonly {
    readonly kind: string;
    readonly file: string;
    readonly name: string;
    readonly line: number;
  }[];
}

/** Kinds of issue in knip's report and how we say them. */
const sayings: Readonly<Record<string, string>> = {
  files: "is used by nothing",
  dependencies: "is declared as a dependency and used by nothing",
  devDependencies: "is declared as a development dependency and used by nothing",
  unlisted: "is imported without being declared in this workspace's package.json",
  unresolved: "is imported and leads nowhere",
  binaries: "is called as a program and declared by nothing",
  exports: "is exported and imported by nothing",
  types: "is an exported type and imported by nothing",
  duplicates: "is exported twice",
};

/** Runs knip on `root`, which holds a `knip.json`. */
export function checkUnused(root: string, floor: number): CheckReport {
  const reporter = join(projectRoot, "tools", "checks", "report-unused.mjs");
  const ran = runTool("knip/bin/knip.js", ["--reporter", reporter, "--no-progress"], root);
  const output = readToolJson<KnipOutput>(ran, "knip");
  const faults = output.found.map(
    ({ kind, file, name, line }) => `${file}:${line} ${name} ${sayings[kind] ?? `(${kind})`}`,
  );
  if (ran.code !== 0 && faults.length === 0)
    faults.push(`knip ended with code ${ran.code}:\n${ran.out}`);
  return { name: "unused", looked: output.processed, floor, unit: "files", faults };
}

if (import.meta.main) finishCheck(checkUnused(projectRoot, 40));

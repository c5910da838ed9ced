/** Lint: oxlint with type information, by `.oxlintrc.json`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { listProjectFiles, projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";
import { readToolJson, runTool } from "./run-tool.ts";

/** The part of oxlint's JSON that is read here. */
interface LintOutput {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code?: string;
    readonly filename?: string;
    readonly labels?: readonly { readonly span: { readonly line?: number } }[];
  }[];
}

/** The floor is every script of the project: oxlint says how many files it read. */
export function checkLint(root: string): CheckReport {
  if (!existsSync(join(projectRoot, "node_modules", "oxlint-tsgolint"))) {
    throw new Error("oxlint-tsgolint is not installed, so no rule that needs types would run.");
  }
  const floor = listProjectFiles(root, /\.([cm]?[jt]s|tsx)$/).length;
  const configuration = join(projectRoot, ".oxlintrc.json");
  const ran = runTool(
    "oxlint/bin/oxlint",
    [
      "--config",
      configuration,
      "--format",
      "json",
      "--report-unused-disable-directives-severity",
      "error",
      ".",
    ],
    root,
  );
  const output = readToolJson<LintOutput>(ran, "oxlint");
  const faults = output.diagnostics.map(
    ({ filename, labels, message, code }) =>
      `${filename ?? "?"}:${labels?.[0]?.span.line ?? 1} ${message} (${code ?? "?"})`,
  );
  if (ran.code !== 0 && faults.length === 0)
    faults.push(`oxlint ended with code ${ran.code} without a message`);
  return {
    name: "lint",
    looked: output.number_of_files,
    floor,
    unit: "files",
    faults,
  };
}

if (import.meta.main) finishCheck(checkLint(projectRoot));

/** Format: oxfmt at its defaults. `node_modules/.bin/oxfmt` puts everything right. */
import { join } from "node:path";
import { listProjectFiles, projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";
import { runTool } from "./run-tool.ts";

/** The floor is every script of the project: oxfmt says on how many files it worked. */
export function checkFormat(root: string): CheckReport {
  const floor = listProjectFiles(root, /\.([cm]?[jt]s|tsx)$/).length;
  const configuration = join(projectRoot, ".oxfmtrc.json");
  const ran = runTool("oxfmt/bin/oxfmt", ["--config", configuration, "--check", "."], root);
  const looked = Number(/ on (\d+) files?/.exec(ran.out)?.[1] ?? 0);
  const faults = [...ran.out.matchAll(/^(\S.*) \(\d+ms\)$/gm)].map(
    ([, file]) => `${file} is not formatted: run oxfmt on it`,
  );
  if (ran.code !== 0 && faults.length === 0) faults.push(ran.out.trim());
  return {
    name: "format",
    looked,
    floor,
    unit: "files",
    faults,
  };
}

if (import.meta.main) finishCheck(checkFormat(projectRoot));

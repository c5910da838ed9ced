/** Types: TypeScript 7 over every `tsconfig.json` of the project, and no file of ours outside all of them. */
import { relative } from "node:path";
import { listProjectFiles, projectRoot, typescriptFile } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";
import { runTool } from "./run-tool.ts";

/** `projects` are paths of configuration files relative to `root`. */
export function checkTypes(root: string, projects: readonly string[], floor: number): CheckReport {
  const own = listProjectFiles(root, typescriptFile);
  const checked = new Set<string>();
  const faults: string[] = [];
  for (const project of projects) {
    const ran = runTool(
      "typescript-7/bin/tsc",
      ["-p", project, "--noEmit", "--pretty", "false", "--listFiles"],
      root,
    );
    let said = false;
    for (const line of ran.out.split("\n")) {
      if (/^(\/|[A-Za-z]:).*\.([cm]?[jt]sx?|json)$/.test(line)) checked.add(relative(root, line));
      else if (line.trim() !== "") {
        faults.push(line);
        said = true;
      }
    }
    if (ran.code !== 0 && !said)
      faults.push(`${project}: the compiler ended with code ${ran.code} without a message`);
  }
  const unchecked = own.filter((file) => !checked.has(file));
  return {
    name: "types",
    looked: own.length - unchecked.length,
    floor,
    unit: "files",
    faults: [
      ...faults,
      ...unchecked.map((file) => `${file} is in no tsconfig.json, so its types are not checked`),
    ],
  };
}

/** The project's configurations: what runs on Node, what runs in the browser, and the launchers in plain JavaScript. */
export const typeProjects: readonly string[] = [
  "tsconfig.json",
  "apps/web/tsconfig.json",
  "tools/launch/tsconfig.json",
];

if (import.meta.main) finishCheck(checkTypes(projectRoot, typeProjects, 40));

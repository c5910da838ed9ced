import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { projectRoot } from "./list-project-files.ts";

export interface ToolRun {
  readonly code: number;
  readonly out: string;
}

/**
 * Runs an installed tool with this Node, whatever Node is on the path. `program` is the tool's JavaScript below
 * `node_modules`; `out` is what it printed on both streams, without colours (some tools colour under CI whatever is asked).
 */
export function runTool(program: string, args: readonly string[], cwd: string): ToolRun {
  const ran = spawnSync(process.execPath, [join(projectRoot, "node_modules", program), ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1" },
  });
  if (ran.error) throw ran.error;
  return { code: ran.status ?? 1, out: stripVTControlCharacters(`${ran.stdout}${ran.stderr}`) };
}

/**
 * The JSON a tool printed, from its first brace on. The shape is the tool's own, pinned by its exact version and by
 * the planted faults of each check's test, so it is taken over as `Shape` unparsed.
 */
export function readToolJson<Shape>(ran: ToolRun, tool: string): Shape {
  const start = ran.out.indexOf("{");
  if (start < 0) throw new Error(`${tool} answered without a result:\n${ran.out}`);
  return JSON.parse(ran.out.slice(start)) as Shape;
}

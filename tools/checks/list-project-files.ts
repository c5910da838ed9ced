import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of this repository. */
export const projectRoot: string = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

const leftOut = new Set(["node_modules", "dist", ".git", ".cache", "coverage", "test-results"]);

/**
 * Every file of the project below `root`, as paths relative to it with forward slashes, in a fixed order. Installed,
 * built and run-time data (`data` at the root) are not the project's.
 *
 * @example listProjectFiles(projectRoot, /\.tsx?$/)
 */
export function listProjectFiles(root: string, wanted: RegExp = /./): readonly string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const place = relative(root, path).split(sep).join("/");
      if (leftOut.has(entry.name) || place === "data") continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && wanted.test(place)) files.push(place);
    }
  };
  walk(root);
  return files.sort();
}

/** TypeScript of workspaces, tools and benches. */
export const typescriptFile: RegExp = /^(apps|packages|tools|bench)\/.*(?<!\.d)\.tsx?$/;

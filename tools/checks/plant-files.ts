import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { projectRoot } from "./list-project-files.ts";

/**
 * Lays a small tree aside for one test, so that a guard can be shown a fault (or its absence) without the fault ever
 * lying in the project. It is taken away when the test ends.
 *
 * @param files content by path
 * @param linked entries of the project's own `node_modules` the tree should find
 * @returns the root of the planted tree
 */
export function plantFiles(
  files: Readonly<Record<string, string>>,
  linked: readonly string[] = [],
): string {
  const root = mkdtempSync(join(tmpdir(), "throughline-planted-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const name of linked) {
    const place = join(root, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(projectRoot, "node_modules", name), place);
  }
  return root;
}

/** A workspace package whose `src/index.ts` is its door, found by its siblings as `@throughline/<name>`. */
export function plantWorkspace(root: string, folder: "packages" | "apps", name: string): void {
  const place = join(root, "node_modules", "@throughline", name);
  mkdirSync(dirname(place), { recursive: true });
  mkdirSync(join(root, folder, name, "src"), { recursive: true });
  symlinkSync(join(root, folder, name), place);
  writeFileSync(
    join(root, folder, name, "package.json"),
    JSON.stringify({
      name: `@throughline/${name}`,
      type: "module",
      exports: { ".": "./src/index.ts" },
    }),
  );
}

/** Files written by a program are what that program writes today. With `--write` they are written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "./generated-files.ts";
import type { GeneratedFile } from "./generated-files.ts";
import { projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";

/** Compares each file below `root` with what its program gives. */
export async function checkGenerated(
  root: string,
  files: readonly GeneratedFile[],
  floor: number,
): Promise<CheckReport> {
  const faults: string[] = [];
  for (const { path, generate } of files) {
    const wanted = await generate();
    const place = join(root, path);
    if (!existsSync(place))
      faults.push(`${path} is missing: node tools/checks/check-generated.ts --write`);
    else if (readFileSync(place, "utf8") !== wanted) {
      faults.push(
        `${path} is not what its source gives today: node tools/checks/check-generated.ts --write`,
      );
    }
  }
  return { name: "generated", looked: files.length, floor, unit: "files", faults };
}

/** Writes each file below `root`. */
export async function writeGenerated(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, generate } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), await generate());
  }
}

if (import.meta.main) {
  if (process.argv.includes("--write")) await writeGenerated(projectRoot, generatedFiles);
  finishCheck(await checkGenerated(projectRoot, generatedFiles, 1));
}

/** The catalogue of errors and what refuses with it: every code that is refused with exists, every code is used. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCatalogue } from "@throughline/domain";
import { listProjectFiles, projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";

const catalogueFile = "packages/domain/src/errors.ts";
const tests = /\.test\.tsx?$|\.journey\.ts$/;

/**
 * The compiler already refuses an unknown code; this says besides which code nobody uses, and that every entry says
 * what to do. A code counts as used when it stands as a text in code that is not a test.
 */
export function checkErrors(
  root: string,
  catalogue: Readonly<Record<string, { status: number; title: string; whatToDo: string }>>,
  floor: number,
): CheckReport {
  const faults: string[] = [];
  const used = new Set<string>();
  let looked = 0;
  for (const path of listProjectFiles(
    root,
    /^(apps|packages)\/[^/]+\/(src|bin)\/.*\.(tsx?|mjs)$/,
  )) {
    if (path === catalogueFile || tests.test(path)) continue;
    looked += 1;
    const text = readFileSync(join(root, path), "utf8");
    for (const [, code] of text.matchAll(/["'`]([a-z]+(?:_[a-z]+)*)["'`]/g))
      if (code !== undefined) used.add(code);
    for (const [, code] of text.matchAll(/^\s*([a-z]+(?:_[a-z]+)+):/gm))
      if (code !== undefined) used.add(code);
    for (const [, code] of text.matchAll(/\bnew AppError\(\s*["']([^"']+)["']/g)) {
      if (code !== undefined && !Object.hasOwn(catalogue, code))
        faults.push(`${path}:1 refuses with "${code}", which is not in the catalogue`);
    }
  }
  for (const [code, { status, title, whatToDo }] of Object.entries(catalogue)) {
    if (!used.has(code))
      faults.push(`${catalogueFile}:1 "${code}" is used by nothing: refuse with it or take it out`);
    if (!title.endsWith(".") || !whatToDo.endsWith("."))
      faults.push(`${catalogueFile}:1 "${code}" needs full sentences in title and whatToDo`);
    if (status < 400 || status > 599)
      faults.push(`${catalogueFile}:1 "${code}" has status ${status}, which is no error`);
  }
  return { name: "errors", looked, floor, unit: "files", faults };
}

if (import.meta.main) finishCheck(checkErrors(projectRoot, errorCatalogue, 30));

/** For tests only: reads the reference files that lie beside the checkout and are not part of it. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../../../shared/", import.meta.url);

/** Whether to compare with them: where they are, and always under CI, where their absence is then an error. */
export const comparesReference: boolean = existsSync(folder) || process.env["CI"] === "true";

if (!comparesReference)
  console.warn("NOT RUN: comparisons with the reference files, which are absent.");

/** Text of a file, by its path below the folder. */
export function readReference(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, folder)), "utf8");
}

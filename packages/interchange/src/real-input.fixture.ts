/** For tests only: reads the real lists that lie beside the checkout and are not part of it. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../../../shared/", import.meta.url);

/** Path of a real input, or `null` (said on the console) where it is absent; absent under CI it is an error. */
export function findRealInput(path: string): string | null {
  const file = fileURLToPath(new URL(path, folder));
  if (existsSync(file)) return file;
  if (process.env["CI"] === "true")
    throw new Error(`The real input '${path}' is absent; under CI nothing may be left out.`);
  console.warn(`NOT RUN: the real input '${path}' is absent.`);
  return null;
}

/** Text of a real input, or `null` as {@link findRealInput}. */
export function readRealInput(path: string): string | null {
  const file = findRealInput(path);
  return file === null ? null : readFileSync(file, "utf8");
}

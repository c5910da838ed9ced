import { readFile } from "node:fs/promises";
import { AppError } from "@throughline/domain";

/**
 * Reads groups of names of one maker: one group a line, names parted by semicolons, the form compared first. Lines that begin
 * with # are remarks.
 *
 * @throws AppError `file_missing`, `input_invalid` for a line with one name only
 * @example acme; 埃克米; Acme Electronics
 */
export async function readEquivalentsFile(path: string): Promise<readonly (readonly string[])[]> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch {
    throw new AppError("file_missing", `There is no file '${path}' that can be read.`);
  }
  return content
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .flatMap((line, index) => {
      const names = line
        .split(/[;；]/u)
        .map((name) => name.trim())
        .filter((name) => name !== "");
      if (names.length === 0 || line.startsWith("#")) return [];
      if (names.length === 1)
        throw new AppError(
          "input_invalid",
          `${path}: line ${index + 1} has one name only; names of one maker are parted by semicolons.`,
        );
      return [names];
    });
}

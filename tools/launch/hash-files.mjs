import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * Every file below `start` in a fixed order, as absolute paths. `start` may be a file; what is not there gives nothing.
 *
 * @param {string} start
 * @param {(name: string) => boolean} leaveOut file or folder names to leave out
 * @returns {string[]}
 */
export function listFiles(start, leaveOut) {
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [start];
  /** @type {string[]} */
  const files = [];
  const entries = readdirSync(start, { withFileTypes: true }).sort(byName);
  for (const entry of entries) {
    if (leaveOut(entry.name)) continue;
    const path = join(start, entry.name);
    if (entry.isDirectory()) files.push(...listFiles(path, leaveOut));
    else if (entry.isFile()) files.push(path);
  }
  return files;
}

/** @param {{ name: string }} a @param {{ name: string }} b */
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * One SHA-256 over names and contents; two trees with the same answer are built from the same source.
 *
 * @param {string} root names are taken relative to it, so that a moved checkout keeps its hash
 * @param {readonly string[]} files
 * @param {string} [salt]
 * @returns {string}
 */
export function hashFiles(root, files, salt = "") {
  const hash = createHash("sha256").update(salt);
  for (const file of files) {
    const content = readFileSync(file);
    hash
      .update(`${relative(root, file).split(sep).join("/")}\0${content.length}\0`)
      .update(content);
  }
  return hash.digest("hex");
}

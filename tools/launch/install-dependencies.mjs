/** `npm ci` when, and only when, what is installed is not what the lockfile names. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { hashFiles } from "./hash-files.mjs";
import { LaunchProblem } from "./launch-problem.mjs";

/** @param {string} root */
function markerOf(root) {
  return join(root, "node_modules", ".throughline-lock");
}

/** Platform and processor count: a folder installed on another system holds the wrong binaries. @param {string} root */
function wantedHash(root) {
  return hashFiles(root, [join(root, "package-lock.json")], `${process.platform}-${process.arch}`);
}

/**
 * True when npm's own record of what it installed agrees with the lockfile, so that a person who ran `npm ci`
 * by hand does not wait for a second one. Optional packages of other platforms are not installed and not asked for.
 *
 * @param {string} root
 */
export function installedMatchesLock(root) {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.includes("node_modules/") || entry.link) continue;
    const there = installed[place];
    if (there === undefined) {
      if (!entry.optional || belongsHere(entry)) return false;
    } else if (there.version !== entry.version || there.integrity !== entry.integrity) return false;
  }
  return true;
}

/** Packages for one C library are left to npm to choose. @param {{ os?: string[], cpu?: string[], libc?: string[] }} entry */
function belongsHere(entry) {
  if (!entry.os || !entry.cpu || entry.libc) return false;
  return entry.os.includes(process.platform) && entry.cpu.includes(process.arch);
}

/**
 * Installs what the lockfile names where that is not there yet. Quick (a few milliseconds) when it is.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {boolean} true when something was installed
 */
export function installDependencies(root, say) {
  const wanted = wantedHash(root);
  const marker = markerOf(root);
  if (existsSync(marker) && readFileSync(marker, "utf8").trim() === wanted) return false;
  if (installedMatchesLock(root)) {
    writeFileSync(marker, `${wanted}\n`);
    return false;
  }
  say("Installing what package-lock.json names (npm ci) …");
  const { command, args } = npmCommand();
  const ran = spawnSync(command, [...args, "ci", "--include=dev", "--include=optional"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: environmentForNpm(),
  });
  if (ran.error) {
    throw new LaunchProblem(
      `npm could not be run: ${ran.error.message}`,
      "Install npm 10 or later, and try again.",
    );
  }
  if (ran.status !== 0) {
    throw new LaunchProblem(
      `npm ci ended with code ${ran.status ?? ran.signal}.`,
      "Read npm's message above. Most often the package registry cannot be reached: check the connection or the registry set in your npm configuration, and run the command again.",
    );
  }
  writeFileSync(marker, `${wanted}\n`);
  return true;
}

/** The npm that runs this script, else the one on the path; pnpm and yarn do not read package-lock.json. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /^npm-cli\.c?js$/.test(basename(running)) && existsSync(running)) {
    return { command: process.execPath, args: [running] };
  }
  return { command: "npm", args: [] };
}

/** `NODE_ENV=production` would leave out the web's build tools. */
function environmentForNpm() {
  const env = { ...process.env };
  delete env.NODE_ENV;
  return env;
}

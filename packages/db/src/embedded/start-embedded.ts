/** Starts, adopts, watches and stops the embedded PostgreSQL: a child process on a Unix socket, no TCP. */
import { spawn, type ChildProcess } from "node:child_process";
import { chownSync, closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@throughline/domain";
import { Client } from "pg";
import { chooseDataFolder, type EngineUser } from "./engine-files.ts";
import { asUser, port, prepareFolders } from "./prepare-folders.ts";

/** A running embedded database. */
export interface EmbeddedDatabase {
  /** Folder of the socket, given to `pg` as host. */
  readonly socketFolder: string;
  /** Folder the cluster lives in. */
  readonly dataFolder: string;
  /** Process id of the postmaster; changes after a restart by the watch. */
  processId(): number | undefined;
  /** Stops the postmaster (fast shutdown) and the watch. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  /** Where a readable copy of the engine is kept; `folder` unless said. */
  readonly engineFolder?: string;
  /** Restart the postmaster when it dies under us. */
  readonly watch?: boolean;
  /** Turn off durability for throw-away test clusters only. */
  readonly throwAway?: boolean;
}

/**
 * Starts the cluster in `folder/postgres`, making it on first use. A postmaster left running by a killed server is
 * adopted, one that died is recovered by PostgreSQL itself from its write-ahead log.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = chooseDataFolder(options.folder);
  const { dataFolder, user, engine, socketFolder } = prepareFolders(folder, options.engineFolder);
  const logFile = join(folder, "postgres.log");

  let child: ChildProcess | null = null;
  let stopping = false;
  let watchTimer: NodeJS.Timeout | null = null;

  async function ensureRunning(): Promise<void> {
    if (await answers(socketFolder)) return;
    const deadline = Date.now() + 60_000;
    for (;;) {
      // A postmaster left by a killed server may still be closing or recovering.
      if (
        livingPostmaster(dataFolder) === null &&
        (child === null || child.exitCode !== null || child.signalCode !== null)
      ) {
        child = launch(engine, dataFolder, socketFolder, logFile, user, options.throwAway ?? false);
      }
      for (let tries = 0; tries < 200; tries += 1) {
        if (await answers(socketFolder)) return;
        if (child !== null && (child.exitCode !== null || child.signalCode !== null)) break;
        await wait(20);
      }
      if (Date.now() > deadline) {
        throw new AppError(
          "database_unavailable",
          `The embedded PostgreSQL did not start; its log is ${logFile}.`,
        );
      }
      await wait(100);
    }
  }

  await ensureRunning();
  if (options.watch === true) {
    let busy = false;
    watchTimer = setInterval(() => {
      if (stopping || busy || livingPostmaster(dataFolder) !== null) return;
      busy = true;
      ensureRunning()
        .catch(() => undefined)
        .finally(() => {
          busy = false;
        });
    }, 250);
    watchTimer.unref();
  }

  return {
    socketFolder,
    dataFolder,
    processId: () => livingPostmaster(dataFolder) ?? undefined,
    async stop() {
      stopping = true;
      if (watchTimer !== null) clearInterval(watchTimer);
      const pid = livingPostmaster(dataFolder);
      if (pid === null) return;
      process.kill(pid, "SIGINT");
      for (let tries = 0; tries < 500 && livingPostmaster(dataFolder) !== null; tries += 1)
        await wait(20);
    },
  };
}

function launch(
  engine: string,
  dataFolder: string,
  socketFolder: string,
  logFile: string,
  user: EngineUser | null,
  throwAway: boolean,
): ChildProcess {
  const log = openSync(logFile, "a");
  if (user !== null) chownSync(logFile, user.uid, user.gid);
  const settings = {
    listen_addresses: "",
    // A list: quoted, so that a comma in the path does not part it.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    port: String(port),
    max_connections: "60",
    shared_buffers: "64MB",
    log_min_messages: "warning",
    ...(throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const child = spawn(
    join(engine, "bin", "postgres"),
    [
      "-D",
      dataFolder,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C reaches the server, which then stops the database in order.
    {
      ...asUser(user),
      cwd: "/",
      stdio: ["ignore", log, log],
      detached: true,
      env: { LC_ALL: "C" },
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

/** Process id of the postmaster that owns the folder, when one is alive. */
export function livingPostmaster(dataFolder: string): number | null {
  let pid: number;
  try {
    pid = Number.parseInt(
      readFileSync(join(dataFolder, "postmaster.pid"), "utf8").split("\n")[0] ?? "",
      10,
    );
  } catch {
    return null;
  }
  if (!Number.isInteger(pid) || pid <= 1) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  // The number may have been given to another program since; a zombie is not alive either.
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3);
    if (state === "Z" || !status.includes("(postgres)")) return null;
  } catch {
    // No /proc (macOS): the signal above is all there is.
  }
  return pid;
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new Client({
    host: socketFolder,
    port,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

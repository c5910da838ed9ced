/** Lays out what the embedded PostgreSQL needs before it starts: engine, cluster, socket folder; says what to do when it cannot. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@throughline/domain";
import {
  chooseEngineUser,
  layEngine,
  makePrivateFolder,
  makeReachableFolder,
  type EngineUser,
} from "./engine-files.ts";

/** Names the socket; nothing listens on the network. */
export const port = 5432;

/** Where things are, and who runs the database. */
export interface Folders {
  readonly dataFolder: string;
  readonly user: EngineUser | null;
  readonly engine: string;
  readonly socketFolder: string;
}

/** Prepares `folder`, making the cluster on first use. Throws `database_unavailable` with what to do. */
export function prepareFolders(folder: string, engineFolder: string | undefined): Folders {
  try {
    makeReachableFolder(folder);
    const dataFolder = join(folder, "postgres");
    const user = chooseEngineUser(dataFolder);
    const engine = layEngine(engineFolder ?? folder);
    const socketFolder = chooseSocketFolder(folder, user);
    if (!existsSync(join(dataFolder, "PG_VERSION"))) initialise(engine, dataFolder, user);
    return { dataFolder, user, engine, socketFolder };
  } catch (error) {
    throw explainFolderFailure(error, folder);
  }
}

/** What the operating system says of a folder, in words that say what to do. */
function explainFolderFailure(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const other = "or choose another folder: THROUGHLINE_DATA=/path npm start";
  switch (error.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new AppError(
        "database_unavailable",
        `The data folder ${folder} cannot be written (${error.message}). Give this user the right to, ${other}`,
      );
    case "ENOSPC":
    case "EDQUOT":
      return new AppError(
        "database_unavailable",
        `There is no room left for the data folder ${folder}. Make room, ${other}`,
      );
    default:
      return error;
  }
}

function initialise(engine: string, dataFolder: string, user: EngineUser | null): void {
  // initdb works in a folder of another name, so that a kill in the middle leaves nothing that looks like a cluster.
  rmSync(dataFolder, { recursive: true, force: true });
  const part = `${dataFolder}.new`;
  rmSync(part, { recursive: true, force: true });
  makePrivateFolder(part, user);
  const done = spawnSync(
    join(engine, "bin", "initdb"),
    [
      "-D",
      part,
      "-U",
      "postgres",
      "--auth=trust",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--no-instructions",
    ],
    {
      ...asUser(user),
      env: { LC_ALL: "C", PATH: process.env["PATH"] ?? "" },
      encoding: "utf8",
      cwd: "/",
    },
  );
  if (done.status !== 0) {
    throw new AppError(
      "database_unavailable",
      `The embedded PostgreSQL could not be set up: ${done.stderr || String(done.error)}`,
    );
  }
  const moved = spawnSync("mv", [part, dataFolder]);
  if (moved.status !== 0)
    throw new AppError(
      "database_unavailable",
      `The data folder ${dataFolder} could not be put in place.`,
    );
}

function chooseSocketFolder(folder: string, user: EngineUser | null): string {
  // A socket path holds at most 107 bytes, so it cannot live in a deep data folder; remember the one made.
  const inside = join(folder, "socket");
  const path =
    Buffer.byteLength(`${inside}/.s.PGSQL.${port}`) <= 100
      ? inside
      : join(
          tmpdir(),
          `throughline-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`,
        );
  makePrivateFolder(path, user);
  writeFileSync(join(folder, "socket-folder"), `${path}\n`);
  return path;
}

/** Options of a child process that runs as this user. */
export function asUser(user: EngineUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

/** Finds the database to use: the embedded one, or the server that `DATABASE_URL` names. Migrates it and opens it. */
import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@throughline/domain";
import { Client, type ClientConfig, type PoolConfig } from "pg";
import { chooseDataFolder } from "./embedded/engine-files.ts";
import {
  livingPostmaster,
  startEmbedded,
  type EmbeddedDatabase,
} from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";
import { openDatabase, type Database } from "./open-database.ts";

export interface ConnectedDatabase {
  readonly database: Database;
  readonly kind: "embedded" | "server";
  /** Migrations applied by this start. */
  readonly migrated: readonly string[];
  readonly embedded: EmbeddedDatabase | null;
  /** Connection settings of the login role, for programs that measure. */
  readonly login: PoolConfig;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `postgres://…` of a server, or `null` for the embedded one. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

const databaseName = "throughline";
const runningLock = 7_405_230;
const passwordLock = 7_405_233;

/** Connects, migrates, and opens. On the embedded database only one server may run; a second gets `already_running`. */
export async function connect(options: ConnectOptions): Promise<ConnectedDatabase> {
  return options.databaseUrl === null
    ? connectEmbedded(options.dataFolder)
    : connectServer(options.databaseUrl, "migrate");
}

/**
 * Connects for a look, beside a server that may be running: no lock, no migration. An embedded database that was not
 * running is started for the look and stopped afterwards.
 */
export async function connectBeside(options: ConnectOptions): Promise<ConnectedDatabase> {
  if (options.databaseUrl !== null) return connectServer(options.databaseUrl, "look");
  const folder = chooseDataFolder(options.dataFolder);
  if (!existsSync(join(folder, "postgres", "PG_VERSION"))) {
    throw new AppError(
      "database_unavailable",
      `There is no data in ${folder} yet. Start the server once with npm start.`,
    );
  }
  const wasRunning = livingPostmaster(join(folder, "postgres")) !== null;
  const embedded = await startEmbedded({ folder, watch: false });
  const login: PoolConfig = {
    host: embedded.socketFolder,
    port: 5432,
    user: "throughline_login",
    database: databaseName,
  };
  const database = openDatabase(login);
  return {
    database,
    kind: "embedded",
    migrated: [],
    embedded,
    login,
    async close() {
      await database.close();
      if (!wasRunning) await embedded.stop();
    },
  };
}

async function connectEmbedded(folder: string): Promise<ConnectedDatabase> {
  const embedded = await startEmbedded({ folder, watch: true });
  const owner: ClientConfig = { host: embedded.socketFolder, port: 5432, user: "postgres" };
  // The lock lives as long as this connection: a killed server lets go of it at once, whatever files it left.
  const keeper = await holdRunningLock(owner);
  try {
    await createDatabaseIfMissing({ ...owner, database: "postgres" });
    const migrated = await migrateAs({ ...owner, database: databaseName });
    const login: PoolConfig = {
      host: embedded.socketFolder,
      port: 5432,
      user: "throughline_login",
      database: databaseName,
    };
    const database = openDatabase(login);
    return {
      database,
      kind: "embedded",
      migrated,
      embedded,
      login,
      async close() {
        await database.close();
        await keeper.release();
        await embedded.stop();
      },
    };
  } catch (error) {
    await keeper.release();
    throw error;
  }
}

interface LockKeeper {
  release(): Promise<void>;
}

async function holdRunningLock(owner: ClientConfig): Promise<LockKeeper> {
  let client = await takeLock(owner);
  let released = false;
  function watch(): void {
    client.on("error", () => undefined);
    client.on("end", () => {
      if (released) return;
      // The database was restarted under us: take the lock again as soon as it answers.
      const again = setInterval(() => {
        takeLock(owner).then(
          (next) => {
            clearInterval(again);
            client = next;
            watch();
          },
          () => undefined,
        );
      }, 500);
      again.unref();
    });
  }
  watch();
  return {
    async release() {
      released = true;
      await client.end().catch(() => undefined);
    },
  };
}

async function takeLock(owner: ClientConfig): Promise<Client> {
  const client = new Client({ ...owner, database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  const taken = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    runningLock,
  ]);
  if (taken.rows[0]?.taken !== true) {
    await client.end();
    throw new AppError("already_running");
  }
  return client;
}

async function createDatabaseIfMissing(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [
      databaseName,
    ]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function migrateAs(owner: ClientConfig): Promise<string[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    return await migrate(client);
  } finally {
    await client.end();
  }
}

async function connectServer(url: string, purpose: "migrate" | "look"): Promise<ConnectedDatabase> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new AppError(
      "database_unavailable",
      `The server that DATABASE_URL names cannot be reached: ${error instanceof Error ? error.message : "no reason given"}.`,
    );
  }
  // The login role's password is derived from the owner's, so that several servers agree without storing it.
  const password = client.password
    ? createHmac("sha256", client.password).update("throughline_login").digest("base64url")
    : null;
  // The driver keeps what the address said of encryption and certificates here; the login speaks over the same.
  const ssl: unknown = client.ssl;
  const login: PoolConfig = {
    host: client.host,
    port: client.port,
    ...(client.database === undefined ? {} : { database: client.database }),
    user: "throughline_login",
    ...(password === null ? {} : { password }),
    ...(typeof ssl === "boolean" || (typeof ssl === "object" && ssl !== null) ? { ssl } : {}),
  };
  let migrated: string[] = [];
  try {
    if (purpose === "migrate") {
      migrated = await migrate(client);
      if (password !== null) await setLoginPassword(client, password);
    }
  } catch (error) {
    throw explainMissingRight(error);
  } finally {
    await client.end();
  }
  const database = openDatabase(login);
  return {
    database,
    kind: "server",
    migrated,
    embedded: null,
    login,
    close: () => database.close(),
  };
}

/** Servers that start at once would change the role under each other's hands: one after the other. */
async function setLoginPassword(client: Client, password: string): Promise<void> {
  const quoted = await client.query<{ statement: string }>(
    "select format('alter role throughline_login password %L', $1::text) as statement",
    [password],
  );
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock($1)", [passwordLock]);
  await client.query(quoted.rows[0]?.statement ?? "");
  await client.query("commit");
}

/** PostgreSQL says "permission denied"; somebody who sets up a server needs to know for what. */
function explainMissingRight(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "42501") return error;
  return new AppError(
    "database_unavailable",
    `The user that DATABASE_URL names may not set up the database (${error.message}). It must own the database and have CREATEROLE; ` +
      "on a server where another Throughline runs already, it must be the same user or a superuser, because the three throughline_ roles belong to the whole server.",
  );
}

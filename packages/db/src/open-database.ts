/**
 * The only way to data. `withActor` opens one transaction, switches to the application role and names the acting
 * organisation; row security does the rest. Asking for the database inside such a transaction other than through
 * the transaction itself throws.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@throughline/domain";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { Pool, types, type PoolConfig } from "pg";
import type { DB } from "./schema.generated.ts";

/** The transaction a use case receives. */
export type Tx = Transaction<DB>;

/** Whose rows a transaction may reach. Organisation and person are UUIDs; an empty scope reaches nothing but what is public. */
export interface Scope {
  readonly organisationId: string | null;
  readonly personId: string | null;
  /** Hash of an invitation link that was opened; lets the holder see that invitation and join by it. */
  readonly invitationHash?: string | null;
  /** Hash of the link and code of a request that was opened; lets the holder see that delivery. */
  readonly requestHash?: string | null;
  /** Share code that was typed; lets its holder see that release. */
  readonly shareCode?: string | null;
}

export interface Database {
  /**
   * Runs `work` in one transaction as the application role within the scope. Rolls back on any throw. `first` runs
   * before it in the same transaction as the login role, for what must happen in the schema `auth` together with it.
   */
  withActor<T>(
    scope: Scope,
    work: (tx: Tx) => Promise<T>,
    first?: (tx: Tx) => Promise<void>,
  ): Promise<T>;
  /** Runs `work` as the sealer: reads audit entries of all organisations, writes seals. */
  withSealer<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The pool of the login role, for the sign-in library only (schema `auth`). */
  readonly signInPool: Pool;
  /** Answers when the database does. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How column types arrive: dates as `YYYY-MM-DD`, bigint and numeric as numbers (amounts stay far below 2^53), timestamps as Date. */
const columnTypes = {
  getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
    if (oid === types.builtins.DATE) return (value) => value;
    if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number;
    // The driver types its parsers as returning any; what they return is checked where it is used.
    return types.getTypeParser(oid, format === "binary" ? "text" : format) as (
      value: string,
    ) => unknown;
  },
};

const openTransaction = new AsyncLocalStorage<string>();
const databases = new WeakMap<Tx, Database>();

/** The database a transaction is of: what is kept in memory beside a database is found by it. */
export function databaseOf(tx: Tx): Database {
  const database = databases.get(tx);
  if (database === undefined) throw new TypeError("This transaction was not opened by withActor.");
  return database;
}

function refuseInsideTransaction(what: string): void {
  if (openTransaction.getStore() !== undefined) {
    throw new Error(
      `${what} was asked for inside an open transaction; use the transaction that the use case received.`,
    );
  }
}

/** Opens the database as the login role. `config` names the server; the role must be a member of the app and sealer roles. */
export function openDatabase(config: PoolConfig): Database {
  const pool = new Pool({
    max: 12,
    types: columnTypes,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    // A statement that hangs, or waits for a lock, lets go of its connection. Reading a long list works on between
    // two statements, so a transaction may rest for longer.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 300_000,
    ...config,
  });
  // A connection that drops, idle or in use, is replaced on the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

  async function inRole<T>(
    role: "throughline_app" | "throughline_sealer",
    scope: Scope,
    work: (tx: Tx) => Promise<T>,
    first?: (tx: Tx) => Promise<void>,
  ): Promise<T> {
    refuseInsideTransaction("The database");
    return openTransaction
      .run(role, () =>
        kysely.transaction().execute(async (tx) => {
          databases.set(tx, opened);
          await first?.(tx);
          await sql`select set_config('role', ${role}, true),
          set_config('app.organisation_id', ${scope.organisationId ?? ""}, true),
          set_config('app.person_id', ${scope.personId ?? ""}, true),
          set_config('app.invitation_hash', ${scope.invitationHash ?? ""}, true),
          set_config('app.request_hash', ${scope.requestHash ?? ""}, true),
          set_config('app.share_code', ${scope.shareCode ?? ""}, true)`.execute(tx);
          return work(tx);
        }),
      )
      .catch((error: unknown) => {
        throw explainDatabaseError(error);
      });
  }

  const opened: Database = {
    withActor: (scope, work, first) => inRole("throughline_app", scope, work, first),
    withSealer: (work) =>
      inRole("throughline_sealer", { organisationId: null, personId: null }, work),
    get signInPool() {
      refuseInsideTransaction("The sign-in pool");
      return pool;
    },
    async ping() {
      refuseInsideTransaction("The database");
      await pool.query("select 1");
    },
    async close() {
      await kysely.destroy();
      // A query builder that was never used leaves the pool open.
      if (!pool.ended) await pool.end();
    },
  };
  return opened;
}

/** Makes the rest of a transaction another organisation's, for an act that belongs to two: laying a new one. */
export async function changeOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await sql`select set_config('app.organisation_id', ${organisationId}, true)`.execute(tx);
}

/** Makes the release under a share code visible to the rest of a transaction: whoever acts has typed it. */
export async function typeShareCode(tx: Tx, code: string): Promise<void> {
  await sql`select set_config('app.share_code', ${code}, true)`.execute(tx);
}

/** Makes the group whose joining code was typed visible to the rest of a transaction; `hash` is the code's. */
export async function typeGroupCode(tx: Tx, hash: string): Promise<void> {
  await sql`select set_config('app.group_code', ${hash}, true)`.execute(tx);
}

/** Makes the calendar feed under an address visible to the rest of a transaction; `hash` is that of its secret. */
export async function openCalendar(tx: Tx, hash: string): Promise<void> {
  await sql`select set_config('app.calendar_hash', ${hash}, true)`.execute(tx);
}

/** Makes one publication, which anybody may read, visible to the rest of a transaction. */
export async function openPublication(tx: Tx, id: string): Promise<void> {
  await sql`select set_config('app.publication_id', ${id}, true)`.execute(tx);
}

/** From here on the transaction also holds a request's link and code, for a member who answers it as an organisation. */
export async function holdRequest(tx: Tx, requestHash: string): Promise<void> {
  await sql`select set_config('app.request_hash', ${requestHash}, true)`.execute(tx);
}

/**
 * Runs one statement of a transaction as the login role, for the schema `jobs`, and goes back to the application role;
 * the acting organisation stays as it was. Await it: a statement of the use case sent meanwhile would be refused.
 *
 * @param run sends the statement on `tx` itself
 */
export async function runAsLogin<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'none', true)`.execute(tx);
  const goBack = (): Promise<unknown> =>
    sql`select set_config('role', 'throughline_app', true)`.execute(tx);
  try {
    const result = await run();
    await goBack();
    return result;
  } catch (error) {
    // A statement that was refused has ended the transaction, and the role with it.
    await goBack().catch(() => undefined);
    throw error;
  }
}

/**
 * Turns the database's own refusals into coded errors. A reference to another organisation's row and a reference to
 * nothing at all give the same answer, so that neither can be told from the other.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  // The driver and its pool give no code to these.
  if (lostConnection.test(error.message)) return new AppError("database_unavailable");
  if (error.message === "timeout exceeded when trying to connect")
    return new AppError("database_unavailable", "Every connection to the database is in use.");
  if (!("code" in error) || typeof error.code !== "string") return error;
  switch (error.code) {
    case "23503": // foreign key
    case "42501": // row security
      return new AppError("reference_unknown", undefined, []);
    case "23505": // unique
      return new AppError("already_exists");
    case "23514": // check
    case "54000": // a value too long for its index
      return new AppError("input_invalid");
    case "40001": // serialisation
    case "40P01": // deadlock: PostgreSQL has ended this one so that the other could go on
    case "55P03": // lock not to be had
      return new AppError("conflict");
    case "57014":
      return new AppError(
        "database_unavailable",
        "The database took too long over this and was stopped. Nothing was saved.",
      );
    case "53100":
      return new AppError(
        "database_unavailable",
        "The database's disk is full. Nothing was saved; make room on the server.",
      );
    case "25006": // a server in recovery or made read-only
    case "25P03": // idle in a transaction for too long
    case "ECONNREFUSED":
    case "ENOENT":
    case "ECONNRESET":
    case "EPIPE":
    case "ETIMEDOUT":
    case "ENOTFOUND":
    case "57P01":
    case "57P02":
    case "57P03":
      return new AppError("database_unavailable");
  }
  switch (error.code.slice(0, 2)) {
    case "08": // connection
    case "53": // memory, connections
      return new AppError("database_unavailable");
    case "22": // data: text of the wrong form, a number or date out of range, NUL and other bytes that are no text
      return new AppError("input_invalid");
    default:
      return error;
  }
}

const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

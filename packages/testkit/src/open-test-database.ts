/** A database of one's own for a test file: cloned from the migrated template in a few hundredths of a second. */
import { randomBytes } from "node:crypto";
import { openDatabase, type Database } from "@throughline/db";
import pg from "pg";
import { inject } from "vitest";
import { clientSettings } from "./test-cluster.ts";

export interface TestDatabase {
  readonly database: Database;
  /** Connection settings of the login role. */
  readonly login: pg.PoolConfig;
  /** Runs SQL as the cluster's owner, past row security: for looking at what was written, never for the code under test. */
  asOwner<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Clones the template and opens the clone as the login role. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `${cluster.template}_${randomBytes(6).toString("hex")}`;
  const maintenance = new pg.Client({ ...clientSettings(cluster), database: "postgres" });
  await maintenance.connect();
  // Another file may be cloning the template at this moment.
  for (let tries = 0; ; tries += 1) {
    try {
      await maintenance.query(`create database ${name} template ${cluster.template}`);
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const login: pg.PoolConfig = {
    host: cluster.host,
    port: cluster.port,
    user: "throughline_login",
    database: name,
  };
  const database = openDatabase(login);
  const owner = new pg.Client({ ...clientSettings(cluster), database: name });
  await owner.connect();
  return {
    database,
    login,
    async asOwner<R extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
      return (await owner.query<R>(text, values)).rows;
    },
    async close() {
      await owner.end();
      await database.close();
      await maintenance.query(`drop database if exists ${name} with (force)`);
      await maintenance.end();
    },
  };
}

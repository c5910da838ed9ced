/** Applies the numbered SQL files once each, in order, in one transaction, under an advisory lock. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@throughline/domain";
import type { Client } from "pg";

const sqlFolder = join(import.meta.dirname, "..", "sql");
const lockKey = 7_405_231;

/** Names of the migrations in order. */
export function listMigrations(): string[] {
  return readdirSync(sqlFolder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort();
}

/**
 * Brings the database to the newest migration. Refuses a database whose applied files were changed afterwards.
 *
 * @param client connected as the owner (a role that may create roles)
 * @returns names of the migrations applied now
 */
export async function migrate(client: Client): Promise<string[]> {
  const version = await client.query<{ v: number }>(
    "select current_setting('server_version_num')::int as v",
  );
  if ((version.rows[0]?.v ?? 0) < 150_000) {
    throw new AppError(
      "database_unavailable",
      "This PostgreSQL is older than version 15. Use 15 or later.",
    );
  }
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    await client.query("begin");
    await client.query("create schema if not exists migration");
    await client.query(
      "create table if not exists migration.applied (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const known = await client.query<{ name: string; sha256: string }>(
      "select name, sha256 from migration.applied",
    );
    const applied = new Map(known.rows.map((row) => [row.name, row.sha256]));
    const now: string[] = [];
    for (const name of listMigrations()) {
      const text = readFileSync(join(sqlFolder, name), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      const before = applied.get(name);
      if (before === sha256) continue;
      if (before !== undefined) {
        throw new AppError(
          "database_unavailable",
          `Migration ${name} was changed after it was applied. Restore the file; put changes into a new one.`,
        );
      }
      await client.query(text);
      await client.query("insert into migration.applied (name, sha256) values ($1, $2)", [
        name,
        sha256,
      ]);
      now.push(name);
    }
    await client.query("commit");
    return now;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
  }
}

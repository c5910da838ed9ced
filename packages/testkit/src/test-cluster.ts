/**
 * The PostgreSQL that tests run on: a throw-away embedded cluster, or the server that `TEST_DATABASE_URL` names.
 * vitest calls the default export once per run; it makes a migrated template that each test file clones.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, startEmbedded } from "@throughline/db";
import pg from "pg";

/** How to reach the cluster as its owner; `database` is left out. */
export interface ClusterAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly template: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    cluster: ClusterAddress;
  }
}

interface TestProject {
  provide(key: "cluster", value: ClusterAddress): void;
}

/** vitest global set-up. */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env["TEST_DATABASE_URL"];
  const template = `throughline_template_${process.pid}`;
  if (url !== undefined && url !== "") {
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const address: ClusterAddress = {
      host: owner.host,
      port: owner.port,
      user: owner.user ?? "postgres",
      ...(owner.password ? { password: owner.password } : {}),
      template,
    };
    await owner.query(`create database ${template}`);
    await owner.end();
    await migrateTemplate(address);
    project.provide("cluster", address);
    return async () => {
      await dropDatabases(address, template);
    };
  }
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({
    folder,
    engineFolder: join(tmpdir(), "throughline-test-engine"),
    throwAway: true,
  });
  const address: ClusterAddress = {
    host: embedded.socketFolder,
    port: 5432,
    user: "postgres",
    template,
  };
  const owner = new pg.Client({ host: address.host, user: "postgres", database: "postgres" });
  await owner.connect();
  await owner.query(`create database ${template}`);
  await owner.end();
  await migrateTemplate(address);
  project.provide("cluster", address);
  return async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrateTemplate(address: ClusterAddress): Promise<void> {
  const client = new pg.Client({ ...clientSettings(address), database: address.template });
  await client.connect();
  try {
    await migrate(client);
  } finally {
    await client.end();
  }
}

async function dropDatabases(address: ClusterAddress, prefix: string): Promise<void> {
  const client = new pg.Client({ ...clientSettings(address), database: "postgres" });
  await client.connect();
  const found = await client.query<{ datname: string }>(
    "select datname from pg_database where starts_with(datname, $1)",
    [prefix],
  );
  for (const { datname } of found.rows)
    await client.query(`drop database if exists ${datname} with (force)`);
  await client.end();
}

/** Owner's connection settings of the cluster. */
export function clientSettings(address: ClusterAddress): pg.ClientConfig {
  return {
    host: address.host,
    port: address.port,
    user: address.user,
    ...(address.password === undefined ? {} : { password: address.password }),
  };
}

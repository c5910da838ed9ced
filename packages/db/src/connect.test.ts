import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { plantOrganisation } from "@throughline/testkit";
import { clientSettings } from "@throughline/testkit/test-cluster";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connect, connectBeside, type ConnectedDatabase } from "./connect.ts";
import { livingPostmaster } from "./embedded/start-embedded.ts";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-connect-"));
  await chmod(folder, 0o755);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function untilAnswers(ping: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ping();
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await wait(50);
    }
  }
}

describe("the embedded database", () => {
  it("keeps its data, refuses a second server, and survives SIGKILL of the postmaster", async () => {
    const first = await connect({ databaseUrl: null, dataFolder: folder });
    expect(first.kind).toBe("embedded");
    expect(first.migrated.length).toBeGreaterThanOrEqual(4);
    await expect(connect({ databaseUrl: null, dataFolder: folder })).rejects.toMatchObject({
      code: "already_running",
    });

    await first.database.signInPool.query(
      "insert into auth.server_secret (secret) values ('kept')",
    );
    const before = livingPostmaster(join(folder, "postgres"));
    expect(before).not.toBeNull();
    if (before !== null) process.kill(before, "SIGKILL");
    // A backend may answer for a moment after its postmaster has died, so look for the new postmaster first.
    await untilAnswers(async () => {
      const now = livingPostmaster(join(folder, "postgres"));
      if (now === null || now === before) throw new Error("The database was not started again.");
      await first.database.ping();
    });
    // The lock came back with the database.
    await wait(1500);
    await expect(connect({ databaseUrl: null, dataFolder: folder })).rejects.toMatchObject({
      code: "already_running",
    });
    await first.close();
    expect(livingPostmaster(join(folder, "postgres"))).toBeNull();

    const second = await connect({ databaseUrl: null, dataFolder: folder });
    expect(second.migrated).toEqual([]);
    const kept = await second.database.signInPool.query<{ secret: string }>(
      "select secret from auth.server_secret",
    );
    expect(kept.rows).toEqual([{ secret: "kept" }]);
    await second.close();
  });
});

describe("a server named by DATABASE_URL", () => {
  it("is migrated and opened as the login role", async () => {
    const cluster = inject("cluster");
    const password =
      cluster.password === undefined ? "" : `:${encodeURIComponent(cluster.password)}`;
    const name = `${cluster.template}_server`;
    const owner = new pg.Client({ ...clientSettings(cluster), database: "postgres" });
    await owner.connect();
    await owner.query(`create database ${name}`);
    const url = `postgres://${cluster.user}${password}@localhost:${cluster.port}/${name}?host=${encodeURIComponent(cluster.host)}`;
    const connected = await connect({ databaseUrl: url, dataFolder: folder });
    try {
      expect(connected.kind).toBe("server");
      const who = await connected.database.signInPool.query<{ who: string }>(
        "select current_user::text as who",
      );
      expect(who.rows[0]?.who).toBe("throughline_login");
    } finally {
      await connected.close();
      await owner.query(`drop database ${name} with (force)`);
      await owner.end();
    }
  });

  it("needs no superuser: an owner of the database with CREATEROLE migrates it, bound by row security itself", async () => {
    const cluster = inject("cluster");
    const name = `${cluster.template}_limited`;
    const owner = new pg.Client({ ...clientSettings(cluster), database: "postgres" });
    await owner.connect();
    const refusals: string[] = [];
    await owner.query(`create role ${name} login createrole`);
    await owner.query(`create database ${name} owner ${name}`);
    const url = `postgres://${name}@localhost:${cluster.port}/${name}?host=${encodeURIComponent(cluster.host)}`;
    try {
      // The roles of this server were made by another user. From version 16 on that user has to share them first.
      const first = await connect({ databaseUrl: url, dataFolder: folder }).catch(
        (error: unknown) => error,
      );
      if (first instanceof Error) {
        refusals.push(first.message);
        await owner.query(
          `grant throughline_app, throughline_sealer, throughline_login to ${name} with admin option`,
        );
      } else if (typeof first === "object" && first !== null && "close" in first) {
        await (first as ConnectedDatabase).close(); // the only other outcome of connect
      }
      const connected = await connect({ databaseUrl: url, dataFolder: folder });
      const planted = await plantOrganisation(connected.database);
      await connected.close();
      // Looking beside it neither migrates nor needs the right to.
      await owner.query(`alter role ${name} nocreaterole`);
      const beside = await connectBeside({ databaseUrl: url, dataFolder: folder });
      const seen = await beside.database.withActor(planted.actor(), (tx) =>
        tx.selectFrom("members").selectAll().execute(),
      );
      expect(seen).toHaveLength(4);
      await beside.close();
      const asLimited = new pg.Client({ connectionString: url });
      await asLimited.connect();
      expect((await asLimited.query("select from members")).rowCount).toBe(0);
      await asLimited.end();
      expect(refusals.every((message) => message.includes("must own the database"))).toBe(true);
    } finally {
      await owner.query(`drop database ${name} with (force)`);
      await owner.query(`drop owned by ${name} cascade`).catch(() => undefined);
      await owner.query(`drop role ${name}`);
      await owner.end();
    }
  });

  it("says what to do when it cannot be reached", async () => {
    await expect(
      connect({ databaseUrl: "postgres://nobody@127.0.0.1:1/none", dataFolder: folder }),
    ).rejects.toMatchObject({ code: "database_unavailable" });
  });
});

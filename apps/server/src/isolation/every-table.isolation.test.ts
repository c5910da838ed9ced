import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrations } from "../demonstration/load-demonstrations.ts";
import {
  findLooseReferences,
  findTellingIndexes,
  findUnprotectedTables,
  foreignKeyQuery,
  policyQuery,
  protectionQuery,
  uniqueIndexQuery,
  type ForeignKey,
  type Policy,
  type TableProtection,
  type UniqueIndex,
} from "./find-unprotected-tables.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const tablesKnown = 65;
const keysKnown = 80;
const indexesKnown = 85;

describe("every table", () => {
  it("is under forced row security and belongs to an organisation or is public by design", async () => {
    const tables = await db.asOwner<TableProtection>(protectionQuery);
    expect(tables.length).toBeGreaterThanOrEqual(tablesKnown);
    expect(findUnprotectedTables(tables)).toEqual([]);
  });

  it("keeps its references inside the organisation", async () => {
    const keys = await db.asOwner<ForeignKey>(foreignKeyQuery);
    const policies = await db.asOwner<Policy>(policyQuery);
    expect(keys.length).toBeGreaterThanOrEqual(keysKnown);
    expect(findLooseReferences(keys, policies)).toEqual([]);
    // Where several may write, it is held by a policy that must hold for all of them.
    await db.asOwner("drop policy meeting_is_seen on obstacles");
    await db.asOwner("grant update (commitment_id) on commitment_acts to throughline_app");
    try {
      const loose = findLooseReferences(
        await db.asOwner<ForeignKey>(foreignKeyQuery),
        await db.asOwner<Policy>(policyQuery),
      );
      expect(loose).toEqual([
        "commitment_acts.commitment_id may point at another organisation's row of commitments",
        "obstacles.meeting_id may point at another organisation's row of meetings",
      ]);
    } finally {
      await db.asOwner("revoke update (commitment_id) on commitment_acts from throughline_app");
      await db.asOwner(
        "create policy meeting_is_seen on obstacles as restrictive for insert to throughline_app with check (meeting_id is null or private.sees_meeting(meeting_id, series_id))",
      );
    }
  });

  it("has no unique index that tells of another organisation's row", async () => {
    const indexes = await db.asOwner<UniqueIndex>(uniqueIndexQuery);
    const policies = await db.asOwner<Policy>(policyQuery);
    expect(indexes.length).toBeGreaterThanOrEqual(indexesKnown);
    expect(findTellingIndexes(indexes, policies)).toEqual([]);
    await db.asOwner("create unique index planted_telling on contract_lots (contract_id, number)");
    await db.asOwner("create unique index planted_access on framework_access (organisation_id)");
    await db.asOwner("comment on index framework_access_pkey is null");
    try {
      const found = await db.asOwner<UniqueIndex>(uniqueIndexQuery);
      expect(findTellingIndexes(found, policies)).toEqual([
        "contract_lots: planted_telling may tell of another organisation's row",
        "framework_access: framework_access_pkey may tell of another organisation's row",
        "framework_access: planted_access may tell of another organisation's row",
      ]);
    } finally {
      await db.asOwner("drop index planted_telling, planted_access");
    }
  });

  it("turns red for a planted table without row security, without a scope, and with a loose reference", async () => {
    await db.asOwner("create table planted_open (id uuid, site_id uuid references sites)");
    await db.asOwner("create table planted_unforced (id uuid, organisation_id uuid not null)");
    await db.asOwner("alter table planted_unforced enable row level security");
    try {
      const faults = findUnprotectedTables(await db.asOwner<TableProtection>(protectionQuery));
      expect(faults).toEqual([
        "public.planted_open: row security is off",
        "public.planted_open: row security is not forced on the owner",
        "public.planted_open: there is no policy",
        "public.planted_open: rows belong to no organisation and are not public by design",
        "public.planted_unforced: row security is not forced on the owner",
        "public.planted_unforced: there is no policy",
      ]);
      expect(
        findLooseReferences(
          await db.asOwner<ForeignKey>(foreignKeyQuery),
          await db.asOwner<Policy>(policyQuery),
        ),
      ).toEqual(["planted_open.site_id may point at another organisation's row of sites"]);
    } finally {
      await db.asOwner("drop table planted_open, planted_unforced");
    }
  });

  it("turns red when somebody but the login role is given a right in the queue", async () => {
    const queue = (await db.asOwner<TableProtection>(protectionQuery)).filter((table) =>
      table.table.startsWith("jobs."),
    );
    expect(queue.length).toBeGreaterThanOrEqual(9);
    await db.asOwner("grant select on jobs.job_common to throughline_app");
    await db.asOwner("grant update on jobs.queue to throughline_sealer");
    try {
      expect(findUnprotectedTables(await db.asOwner<TableProtection>(protectionQuery))).toEqual([
        "jobs.job_common: the app role may select",
        "jobs.queue: the sealer may update",
      ]);
    } finally {
      await db.asOwner("revoke select on jobs.job_common from throughline_app");
      await db.asOwner("revoke update on jobs.queue from throughline_sealer");
    }
  });

  it("shows another organisation nothing and lets it write nothing there", async () => {
    await loadDemonstrations(db.database);
    const [university] = await db.asOwner<{ id: string }>(
      "select id from organisations where name = 'Northbridge University'",
    );
    const own = university?.id;
    const other = await plantOrganisation(db.database, "Other");
    const tables = (await db.asOwner<TableProtection>(protectionQuery)).filter(
      (table) => table.table.startsWith("public.") && table.hasOrganisation,
    );
    let looked = 0;
    let filled = 0;
    for (const { table, granted } of tables) {
      const rows = await db.database.withActor(other.actor(), (tx) =>
        sql<{
          count: number;
        }>`select count(*)::int as count from ${sql.table(table)} where organisation_id = ${own}`.execute(
          tx,
        ),
      );
      expect(rows.rows[0]?.count, table).toBe(0);
      const gone = granted.includes("delete")
        ? await db.database.withActor(other.actor(), (tx) =>
            sql`delete from ${sql.table(table)} where organisation_id = ${own}`.execute(tx),
          )
        : null;
      expect(gone?.numAffectedRows ?? 0n, table).toBe(0n);
      looked += 1;
      const [kept] = await db.asOwner<{ count: number }>(
        `select count(*)::int as count from ${table} where organisation_id = $1`,
        [own],
      );
      filled += (kept?.count ?? 0) > 0 ? 1 : 0;
    }
    expect(looked).toBeGreaterThanOrEqual(24);
    // Looking at empty tables would say nothing.
    expect(filled).toBeGreaterThanOrEqual(18);
  });
});

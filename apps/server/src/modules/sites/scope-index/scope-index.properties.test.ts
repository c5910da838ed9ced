/** Whatever is done to sites, in whichever process, committed or not: what is kept in memory says what the database says. */
import { randomUUID } from "node:crypto";
import { openDatabase, type Database } from "@throughline/db";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Work } from "../../../platform/api.ts";
import { workOf } from "../../../test/plant-contract.ts";
import { makeSite } from "../make-site.ts";
import { matchStructure } from "./match-structure.ts";
import { openScope } from "./open-scope.ts";
import type { ScopeName } from "./scope-structure.ts";

let db: TestDatabase;
let servers: Database[];
let orgs: PlantedOrganisation[];

beforeAll(async () => {
  db = await openTestDatabase();
  servers = [openDatabase(db.login), openDatabase(db.login)];
  orgs = [await plantOrganisation(db.database, "One"), await plantOrganisation(db.database, "Two")];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await db.close();
});

const names = [
  "Alpha Optics Ltd",
  "Alpha Optical Works",
  "Beta Castings Factory",
  "贝塔铸造厂",
  "Gamma Toys",
];

interface Step {
  readonly what: "make" | "rename" | "remove" | "publish" | "mask" | "list" | "look";
  readonly name: number;
  readonly org: number;
  readonly server: number;
  readonly commits: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("make", "make", "rename", "remove", "publish", "mask", "list", "look"),
  name: fc.nat(names.length - 1),
  org: fc.nat(1),
  server: fc.nat(1),
  commits: fc.boolean(),
});

async function act(work: Work, { what, name }: Step): Promise<void> {
  const text = names[name] ?? "";
  const some = sql`(select id from sites where organisation_id = ${work.actor.organisationId} order by name, id limit 1)`;
  switch (what) {
    case "make":
      await makeSite(work, {
        name: text,
        address: "1 Mill Road, Suqian",
        country: "CN",
        latitude: null,
        longitude: null,
        osId: null,
        flags: [],
      });
      break;
    case "rename":
      await sql`update sites set name = ${text} where id = ${some}`.execute(work.tx);
      break;
    case "remove":
      await sql`
        delete from sites where id = ${some} and published_at is null
          and not exists (select from disclosure_rows r where r.site_id = sites.id)`.execute(
        work.tx,
      );
      break;
    case "publish":
      await sql`update sites set published_at = now(), published_by = gen_random_uuid() where id = ${some} and published_at is null`.execute(
        work.tx,
      );
      break;
    case "mask":
      await sql`update sites set flags = '{identity_masked}' where id = ${some}`.execute(work.tx);
      break;
    case "list":
      await sql`
        with c as (insert into contracts (organisation_id, kind, reference, title) values (${work.actor.organisationId}, 'stand_alone', ${randomUUID()}, 'C') returning id),
          d as (insert into disclosures (contract_id, organisation_id, title, declared_by, received_on, format)
            select id, ${work.actor.organisationId}, 'D', 'X', '2026-01-01', 'form' from c returning id)
        insert into disclosure_rows (disclosure_id, organisation_id, row_number, outcome, name, address, raw, site_id)
        select d.id, ${work.actor.organisationId}, 1, 'accepted', ${text}, '2 Harbour Road', '', s.id
        from d, (select id from sites where not flags @> '{identity_masked}' order by name desc, id limit 1) s`.execute(
        work.tx,
      );
      break;
    case "look":
      await answers(work, "own");
      await answers(work, "public");
      break;
    default:
      what satisfies never;
  }
}

/** What the engine of a scope answers for every name: site, probability. */
async function answers(work: Work, scope: ScopeName): Promise<unknown> {
  const { engine } = (await openScope(work, matchStructure, scope)).structure;
  return {
    size: engine.size,
    found: names.map((name) =>
      engine.match({ id: "", name, address: "1 Mill Road, Suqian", country: "CN" }, { all: true }),
    ),
  };
}

function look(
  server: Database | undefined,
  org: PlantedOrganisation | undefined,
): Promise<unknown> {
  if (server === undefined || org === undefined) throw new Error("Nothing was planted.");
  return server.withActor(org.actor(), async (tx) => {
    const work = workOf(tx, org.actor());
    return [await answers(work, "own"), await answers(work, "public")];
  });
}

it("what was kept and brought up to date answers as what is built anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const one of steps) {
        const org = orgs[one.org];
        const server = servers[one.server];
        if (org === undefined || server === undefined) throw new Error("Nothing was planted.");
        await server
          .withActor(org.actor(), async (tx) => {
            const work = workOf(tx, org.actor());
            await act(work, one);
            if (one.commits) return;
            await act(work, { ...one, what: "look" });
            throw new Error("Never mind.");
          })
          .catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== "Never mind.") throw error;
          });
      }
      const anew = openDatabase(db.login);
      try {
        for (const org of orgs) {
          const fresh = await look(anew, org);
          for (const server of servers) expect(await look(server, org)).toEqual(fresh);
        }
      } finally {
        await anew.close();
      }
    }),
    { numRuns: 25 },
  );
});

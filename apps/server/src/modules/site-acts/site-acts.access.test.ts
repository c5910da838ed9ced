import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const id = randomUUID();
const other = randomUUID();
const reason = "Agreed";
const on = "2026-11-01";
const endpoints: readonly GuardedEndpoint[] = [
  { name: "listActs", permission: "site.read", call: (client) => client.sites.listActs({ id }) },
  {
    name: "listRecords",
    permission: "site.read",
    call: (client) => client.sites.listRecords({ id }),
  },
  { name: "listAccepted", permission: "site.read", call: (client) => client.sites.listAccepted() },
  {
    name: "merge",
    permission: "site.write",
    call: (client) => client.sites.merge({ id, otherId: other, reason }),
  },
  {
    name: "split",
    permission: "site.write",
    call: (client) => client.sites.split({ id, rowIds: [other], reason }),
  },
  {
    name: "moveRecords",
    permission: "site.write",
    call: (client) => client.sites.moveRecords({ id, rowIds: [other], toId: other, reason }),
  },
  {
    name: "relocate",
    permission: "site.write",
    call: (client) => client.sites.relocate({ id, toId: other, on, reason }),
  },
  {
    name: "close",
    permission: "site.write",
    call: (client) => client.sites.close({ id, on, reason }),
  },
  {
    name: "reopen",
    permission: "site.write",
    call: (client) => client.sites.reopen({ id, on, reason }),
  },
  {
    name: "undoAct",
    permission: "site.write",
    call: (client) => client.sites.undoAct({ actId: id }),
  },
  {
    name: "decideReview",
    permission: "site.write",
    call: (client) => client.sites.decideReview({ reviewId: id, decision: "same" }),
  },
  {
    name: "acceptPairs",
    permission: "site.write",
    call: (client) => client.sites.acceptPairs({ dryRun: true }),
  },
  {
    name: "undoAccepted",
    permission: "site.write",
    call: (client) => client.sites.undoAccepted({ bulkId: id }),
  },
];

describe("who may change what became of sites", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});

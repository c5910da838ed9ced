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

const hitId = randomUUID();
const endpoints: readonly GuardedEndpoint[] = [
  { name: "run", permission: "site.write", call: (client) => client.screening.run({}) },
  { name: "listHits", permission: "site.read", call: (client) => client.screening.listHits({}) },
  {
    name: "decide",
    permission: "screening.decide",
    call: (client) => client.screening.decide({ hitId, verdict: "confirmed", reason: null }),
  },
  { name: "lists", permission: "site.read", call: (client) => client.screening.lists() },
];

describe("who may screen and decide", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});

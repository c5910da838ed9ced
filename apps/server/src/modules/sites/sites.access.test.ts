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
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "site.read", call: (client) => client.sites.list({}) },
  { name: "get", permission: "site.read", call: (client) => client.sites.get({ id }) },
  {
    name: "suggest",
    permission: "site.read",
    call: (client) => client.sites.suggest({ text: "a" }),
  },
  {
    name: "match",
    permission: "site.read",
    call: (client) => client.sites.match({ name: "A Ltd" }),
  },
  {
    name: "publish",
    permission: "site.publish",
    call: (client) => client.sites.publish({ id, ground: "Agreed" }),
  },
  { name: "listReviews", permission: "site.read", call: (client) => client.sites.listReviews({}) },
];

describe("who may do what with sites", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});

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
const about = { title: "Label", declaredBy: "Acme", receivedOn: "2020-01-01" };
const endpoints: readonly GuardedEndpoint[] = [
  {
    name: "list",
    permission: "disclosure.read",
    call: (client) => client.disclosures.list({ id }),
  },
  {
    name: "get",
    permission: "disclosure.read",
    call: (client) => client.disclosures.get({ disclosureId: id }),
  },
  {
    name: "readText",
    permission: "disclosure.read",
    call: (client) => client.disclosures.readText({ text: "Made by: Acme Ltd, 1 Road, Leeds, UK" }),
  },
  {
    name: "takeText",
    permission: "disclosure.write",
    call: (client) =>
      client.disclosures.takeText({ id, ...about, text: "Made by: Acme Ltd, 1 Road, Leeds, UK" }),
  },
  {
    name: "takeForm",
    permission: "disclosure.write",
    call: (client) =>
      client.disclosures.takeForm({
        id,
        ...about,
        sites: [{ name: "Acme Ltd", address: "1 Road, Leeds", country: "UK" }],
      }),
  },
  {
    name: "withdraw",
    permission: "disclosure.write",
    call: (client) =>
      client.disclosures.withdraw({ disclosureId: id, withdrawnOn: "2020-01-02", reason: "Wrong" }),
  },
];

describe("who may do what with disclosures", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});

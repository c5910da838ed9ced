import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { ownSite } from "../../test/plant-record.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Cedar IT");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const id = randomUUID();
const endpoints: readonly GuardedEndpoint[] = [
  { name: "get", permission: "record.read", call: (client) => client.record.get() },
  { name: "listSites", permission: "record.read", call: (client) => client.record.listSites({}) },
  {
    name: "addSites",
    permission: "record.write",
    call: (client) => client.record.addSites({ sites: [ownSite("A")] }),
  },
  {
    name: "reviseSite",
    permission: "record.write",
    call: (client) => client.record.reviseSite({ siteId: id, version: 1 }),
  },
  {
    name: "removeSite",
    permission: "record.write",
    call: (client) => client.record.removeSite({ siteId: id }),
  },
  {
    name: "restoreSite",
    permission: "record.write",
    call: (client) => client.record.restoreSite({ siteId: id }),
  },
  { name: "confirm", permission: "record.write", call: (client) => client.record.confirm({}) },
  {
    name: "listProducts",
    permission: "record.read",
    call: (client) => client.record.listProducts({}),
  },
  {
    name: "saveProduct",
    permission: "record.write",
    call: (client) =>
      client.record.saveProduct({ brand: "A", family: randomUUID(), partNumbers: [] }),
  },
  {
    name: "removeProduct",
    permission: "record.write",
    call: (client) => client.record.removeProduct({ productId: id }),
  },
  { name: "getGrid", permission: "record.read", call: (client) => client.record.getGrid({}) },
  { name: "setLinks", permission: "record.write", call: (client) => client.record.setLinks({}) },
  { name: "listAnswers", permission: "record.read", call: (client) => client.record.listAnswers() },
  {
    name: "addAnswer",
    permission: "record.write",
    call: (client) =>
      client.record.addAnswer({
        productId: null,
        answer: "cannot_because",
        saidBy: null,
        reason: "R",
        document: null,
        answeredOn: "2026-01-01",
        selfReported: false,
      }),
  },
  {
    name: "removeAnswer",
    permission: "record.write",
    call: (client) => client.record.removeAnswer({ answerId: id }),
  },
  {
    name: "takeOver",
    permission: "record.write",
    call: (client) => client.record.takeOver({ releaseId: id, maskAs: null }),
  },
  {
    name: "changesSince",
    permission: "record.read",
    call: (client) => client.record.changesSince({ releaseId: id }),
  },
];

describe("who may do what with the record", () => {
  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    "%s",
    async (_, endpoint) => {
      await expectAccess(server, org, endpoint);
    },
  );
});

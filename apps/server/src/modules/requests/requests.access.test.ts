import { randomUUID } from "node:crypto";
import { requests } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput } from "../../test/contract-input.ts";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let id: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database);
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  ({ id } = await owner.contracts.create(contractInput()));
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const endpoints: readonly GuardedEndpoint[] = [
  { name: "draft", permission: "contract.read", call: (client) => client.requests.draft({ id }) },
  {
    name: "save",
    permission: "request.write",
    call: (client) =>
      client.requests.save({
        id,
        addressee: "Cedar IT",
        brand: null,
        subject: "S",
        body: "B",
        productIds: [],
        dueOn: null,
        sentOn: null,
      }),
  },
  {
    name: "recordSent",
    permission: "request.write",
    call: (client) =>
      client.requests.recordSent({ requestId: randomUUID(), sentOn: "2026-01-01", dueOn: null }),
  },
  {
    name: "recordAnswer",
    permission: "request.write",
    call: (client) =>
      client.requests.recordAnswer({
        id,
        requestId: null,
        answeredBy: "Cedar IT",
        brand: null,
        answer: "asked_and_refused",
        reason: null,
        answeredOn: "2026-01-02",
        document: null,
        productIds: [],
      }),
  },
];

describe("who may ask and record", () => {
  it("names every endpoint", () => {
    expect(endpoints.map((one) => one.name).sort()).toEqual(Object.keys(requests).sort());
  });

  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, buyer, endpoint);
  });
});

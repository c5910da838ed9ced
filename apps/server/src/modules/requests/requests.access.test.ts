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
  { name: "list", permission: "contract.read", call: (client) => client.requests.list({}) },
  {
    name: "get",
    permission: "contract.read",
    call: (client) => client.requests.get({ requestId: randomUUID() }),
  },
  {
    name: "draftForMany",
    permission: "contract.read",
    call: (client) => client.requests.draftForMany({ contracts: [{ contractId: id }] }),
  },
  {
    name: "listTemplates",
    permission: "contract.read",
    call: (client) => client.requests.listTemplates(),
  },
  {
    name: "write",
    permission: "request.write",
    call: (client) =>
      client.requests.write({
        addressee: "Cedar IT",
        contracts: [{ contractId: id }],
        subject: "S",
        body: "B",
        dueOn: null,
      }),
  },
  {
    name: "revise",
    permission: "request.write",
    call: (client) => client.requests.revise({ requestId: randomUUID(), version: 1 }),
  },
  {
    name: "send",
    permission: "request.write",
    call: (client) =>
      client.requests.send({ requestId: randomUUID(), toName: "A", toAddress: null }),
  },
  {
    name: "revealLink",
    permission: "request.write",
    call: (client) => client.requests.revealLink({ requestId: randomUUID() }),
  },
  {
    name: "renewLink",
    permission: "request.write",
    call: (client) => client.requests.renewLink({ requestId: randomUUID() }),
  },
  {
    name: "remind",
    permission: "request.write",
    call: (client) => client.requests.remind({ requestId: randomUUID() }),
  },
  {
    name: "extend",
    permission: "request.write",
    call: (client) =>
      client.requests.extend({
        requestId: randomUUID(),
        version: 1,
        dueOn: "2999-01-01",
        reason: "R",
      }),
  },
  {
    name: "withdraw",
    permission: "request.write",
    call: (client) =>
      client.requests.withdraw({ requestId: randomUUID(), version: 1, reason: "R" }),
  },
  {
    name: "saveTemplate",
    permission: "request.write",
    call: (client) => client.requests.saveTemplate({ name: "T", subject: "S", body: "B" }),
  },
  {
    name: "removeTemplate",
    permission: "request.write",
    call: (client) => client.requests.removeTemplate({ id: randomUUID() }),
  },
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

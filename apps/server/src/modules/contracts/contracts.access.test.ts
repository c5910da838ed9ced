import { randomUUID } from "node:crypto";
import { contracts } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, product } from "../../test/contract-input.ts";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let id: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database, "Testing City");
  const { people, organisationId } = buyer;
  id = (await server.as(people.owner, organisationId).contracts.create(contractInput())).id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const nobodys = randomUUID();
/** Calls that reach their use case when they are let in, whatever it then says. */
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "contract.read", call: (client) => client.contracts.list({}) },
  { name: "get", permission: "contract.read", call: (client) => client.contracts.get({ id }) },
  { name: "line", permission: "contract.read", call: (client) => client.contracts.line({ id }) },
  {
    name: "askable",
    permission: "contract.read",
    call: (client) => client.contracts.askable({ id }),
  },
  {
    name: "create",
    permission: "contract.write",
    call: (client) => client.contracts.create(contractInput()),
  },
  {
    name: "importFile",
    permission: "contract.write",
    call: (client) => client.contracts.importFile({ file: {} }),
  },
  {
    name: "importNotice",
    permission: "contract.write",
    call: (client) => client.contracts.importNotice({ notice: {} }),
  },
  {
    name: "revise",
    permission: "contract.write",
    call: (client) => client.contracts.revise({ id: nobodys, version: 1, title: "A" }),
  },
  {
    name: "remove",
    permission: "contract.remove",
    call: (client) => client.contracts.remove({ id: nobodys, version: 1 }),
  },
  {
    name: "setConditions",
    permission: "contract.write",
    call: (client) => client.contracts.setConditions({ id: nobodys, version: 1, conditions: [] }),
  },
  {
    name: "addProducts",
    permission: "contract.write",
    call: (client) => client.contracts.addProducts({ id, products: [product("A", "B")] }),
  },
  {
    name: "reviseProduct",
    permission: "contract.write",
    call: (client) =>
      client.contracts.reviseProduct({ productId: nobodys, version: 1, family: "A" }),
  },
  {
    name: "removeProduct",
    permission: "contract.write",
    call: (client) => client.contracts.removeProduct({ productId: nobodys }),
  },
  {
    name: "grantFramework",
    permission: "contract.write",
    call: (client) => client.contracts.grantFramework({ id: nobodys, organisationId: nobodys }),
  },
];

describe("who may do what with contracts", () => {
  it("names every endpoint", () => {
    expect(endpoints.map((one) => one.name).sort()).toEqual(Object.keys(contracts).sort());
  });

  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, buyer, endpoint);
  });

  it("says in each contract what the caller may do with it", async () => {
    const asked = [buyer.people.reader, buyer.people.contributor, buyer.people.manager].map(
      (person) => server.as(person, buyer.organisationId).contracts.get({ id }),
    );
    expect((await Promise.all(asked)).map((one) => one.can)).toEqual([
      {
        write: false,
        remove: false,
        addDisclosure: false,
        request: false,
        decideHits: false,
        readAudit: false,
      },
      {
        write: true,
        remove: false,
        addDisclosure: true,
        request: true,
        decideHits: false,
        readAudit: false,
      },
      {
        write: true,
        remove: true,
        addDisclosure: true,
        request: true,
        decideHits: true,
        readAudit: true,
      },
    ]);
  });
});

describe("what the address bar may send", () => {
  it("refuses input of the wrong form as input_invalid, with the place", async () => {
    const client = server.as(buyer.people.owner, buyer.organisationId);
    const { errors } = await refuses("input_invalid", client.contracts.get({ id: "no-uuid" }));
    expect(errors[0]?.path).toBe("/id");
    const headers = await server.headersOf(buyer.people.owner, buyer.organisationId);
    const answer = await server.call({
      method: "GET",
      url: `/api/contracts/${id}/line?asOf=2026-02-30`,
      headers,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: "input_invalid" });
    await refuses("date_in_future", client.contracts.line({ id, asOf: "2999-01-01" }));
  });

  it("revises over the wire without touching what was left out", async () => {
    const client = server.as(buyer.people.owner, buyer.organisationId);
    const made = await client.contracts.create(
      contractInput({ cpv: ["30213100"], endsOn: "2030-01-01" }),
    );
    await client.contracts.revise({ id: made.id, version: 1, title: "Only this" });
    expect(await client.contracts.get({ id: made.id })).toMatchObject({
      title: "Only this",
      cpv: ["30213100"],
      endsOn: "2030-01-01",
    });
  });
});

import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import { memberRoles, permissionsOfRole, type Permission } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let id: string;
let drafts: string[];

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database);
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  ({ id } = await owner.contracts.create(contractInput()));
  drafts = [];
  for (let count = 0; count < 12; count += 1)
    drafts.push((await owner.requests.save({ id, ...letter })).requestId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const letter = {
  addressee: "Cedar IT",
  brand: null,
  subject: "Where is it made?",
  body: "Please say.",
  productIds: [],
  dueOn: null,
  sentOn: null,
};

const writes: readonly ((client: ApiClient) => Promise<unknown>)[] = [
  (client) => client.requests.save({ id, ...letter }),
  (client) =>
    client.requests.recordSent({
      requestId: drafts.pop() ?? randomUUID(),
      sentOn: "2026-01-01",
      dueOn: null,
    }),
  (client) =>
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
];

describe("who may ask and record", () => {
  it.each(memberRoles)("a session of the role %s", async (role) => {
    const client = server.as(buyer.people[role], buyer.organisationId);
    expect(await client.requests.draft({ id })).toMatchObject({ addressee: "the supplier" });
    for (const write of writes) {
      if (permissionsOfRole[role].includes("request.write"))
        expect(await write(client)).toBeDefined();
      else await refuses("not_allowed", write(client));
    }
  });

  it.each<[readonly Permission[]]>([[["contract.read"]], [["request.write"]]])(
    "a token with %s",
    async (scopes) => {
      const client = server.withToken(
        await server.tokenFor(buyer.people.owner, buyer.organisationId, scopes),
      );
      if (scopes.includes("contract.read"))
        expect(await client.requests.draft({ id })).toBeDefined();
      else await refuses("token_scope_missing", client.requests.draft({ id }));
      for (const write of writes) {
        if (scopes.includes("request.write")) expect(await write(client)).toBeDefined();
        else await refuses("token_scope_missing", write(client));
      }
    },
  );

  it("nobody without signing in", async () => {
    for (const write of writes) await refuses("not_signed_in", write(server.anonymous()));
  });
});

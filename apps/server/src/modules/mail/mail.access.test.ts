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

const mailId = randomUUID();
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "request.write", call: (client) => client.mails.list({}) },
  { name: "get", permission: "request.write", call: (client) => client.mails.get({ mailId }) },
  {
    name: "resend",
    permission: "request.write",
    call: (client) => client.mails.resend({ mailId }),
  },
  {
    name: "recordBounce",
    permission: "request.write",
    call: (client) => client.mails.recordBounce({ mailId, reason: "it came back" }),
  },
];

describe("who may see and handle the outbox", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});

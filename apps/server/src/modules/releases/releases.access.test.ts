import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
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

const releaseId = randomUUID();
const input = { deliveryId: null, recipientName: "A", asOf: "2026-01-01" };
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "record.read", call: (client) => client.releases.list({}) },
  {
    name: "listReceived",
    permission: "record.read",
    call: (client) => client.releases.listReceived({}),
  },
  { name: "get", permission: "record.read", call: (client) => client.releases.get({ releaseId }) },
  { name: "preview", permission: "record.write", call: (client) => client.releases.preview(input) },
  // A release leaves the house: no contributor gives one.
  {
    name: "release",
    permission: "release.write",
    call: (client) => client.releases.release(input),
  },
  {
    name: "withdraw",
    permission: "release.write",
    call: (client) => client.releases.withdraw({ releaseId, reason: "R" }),
  },
  {
    name: "open",
    permission: "record.read",
    call: (client) => client.releases.open({ code: "22223333" }),
  },
  {
    name: "compare",
    permission: "record.read",
    call: (client) => client.releases.compare({ releaseId, with: releaseId }),
  },
  {
    name: "take",
    permission: "disclosure.write",
    call: (client) => client.releases.take({ releaseId, contractId: randomUUID() }),
  },
];

describe("who may do what with releases", () => {
  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    "%s",
    async (_, endpoint) => {
      await expectAccess(server, org, endpoint);
    },
  );

  it("gives files to whoever may read the record, and to nobody else", async () => {
    const headers = await server.headersOf(org.people.reader, org.organisationId);
    for (const url of ["/api/record/workbook", `/api/releases/${releaseId}/file?format=csv`]) {
      expect((await server.call({ method: "GET", url })).statusCode, url).toBe(401);
      const token = await server.tokenFor(org.people.owner, org.organisationId, ["contract.read"]);
      const withToken = { authorization: `Bearer ${token}` };
      expect((await server.call({ method: "GET", url, headers: withToken })).statusCode, url).toBe(
        403,
      );
    }
    const book = await server.call({ method: "GET", url: "/api/record/workbook", headers });
    expect(book.statusCode).toBe(200);
    expect(book.rawPayload.subarray(0, 2).toString()).toBe("PK");
    const wrong = await server.call({
      method: "GET",
      url: `/api/releases/${releaseId}/file?format=pdf`,
      headers,
    });
    expect(wrong.json()).toMatchObject({ code: "input_invalid" });
    const none = await server.call({
      method: "GET",
      url: `/api/releases/${releaseId}/file`,
      headers,
    });
    expect(none.json()).toMatchObject({ code: "not_found" });
  });
});

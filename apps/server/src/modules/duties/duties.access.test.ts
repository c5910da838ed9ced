import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccess } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Own");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("who reads contracts reads duties; who writes contracts records what became of them", async () => {
  const event = {
    contractId: randomUUID(),
    dutyKey: "none",
    kind: "performed" as const,
    on: "2026-11-01",
  };
  const duties = [{ contractId: randomUUID(), dutyKey: "none" }];
  const read = "contract.read" as const;
  const write = "contract.write" as const;
  for (const endpoint of [
    { name: "list", permission: read, call: (c) => c.duties.list({}) },
    { name: "month", permission: read, call: (c) => c.duties.month({ month: "2026-11" }) },
    { name: "record", permission: write, call: (c) => c.duties.record({ events: [event] }) },
    {
      name: "takeBack",
      permission: write,
      call: (c) => c.duties.takeBack({ eventId: randomUUID(), reason: "r" }),
    },
    {
      name: "setOwner",
      permission: write,
      call: (c) => c.duties.setOwner({ duties, personId: null, role: null }),
    },
    { name: "listFeeds", permission: read, call: (c) => c.duties.listFeeds() },
    {
      name: "revokeFeed",
      permission: read,
      call: (c) => c.duties.revokeFeed({ feedId: randomUUID() }),
    },
  ] satisfies Parameters<typeof expectAccess>[2][])
    await expectAccess(server, org, endpoint);
  const file = await server.call({ method: "GET", url: "/api/duties/export?format=csv" });
  expect(file.statusCode).toBe(401);
});

it("a token makes no calendar address: that would outlive the token", async () => {
  const token = await server.tokenFor(org.people.owner, org.organisationId, ["contract.read"]);
  await refuses(
    "not_allowed",
    server.withToken(token).duties.createFeed({ scope: "organisation" }),
  );
  await refuses("not_signed_in", server.anonymous().duties.createFeed({ scope: "mine" }));
  const reader = server.as(org.people.reader, org.organisationId);
  expect((await reader.duties.createFeed({ scope: "mine" })).feed.scope).toBe("mine");
});

it("an address opens nothing to whoever left, nor once they come back", async () => {
  const { url } = await server
    .as(org.people.contributor, org.organisationId)
    .duties.createFeed({ scope: "organisation" });
  const open = async (): Promise<number> =>
    (await server.call({ method: "GET", url: new URL(url).pathname })).statusCode;
  expect(await open()).toBe(200);
  const member = await db.asOwner<Record<string, string>>(
    "delete from members where person_id = $1 returning role, name, email",
    [org.people.contributor],
  );
  expect(await open()).toBe(404);
  const [{ role = "", name = "", email = "" } = {}] = member;
  await db.asOwner(
    "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, $3, $4, $5)",
    [org.organisationId, org.people.contributor, role, name, email],
  );
  expect(await open()).toBe(404);
});

import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest } from "../test/as-guest.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadRequestDemonstration } from "./requests.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("the demonstration of requests", () => {
  it("shows a request in each state, loads once, and gives a link that anybody can try", async () => {
    const parts = { secret: server.secret, publicUrl: "http://localhost" };
    const links = await loadRequestDemonstration(db.database, parts, now);
    expect(await loadRequestDemonstration(db.database, parts, now)).toEqual(links);
    const [toAnswer] = links;
    if (toAnswer === undefined) throw new Error("There is no request to try.");
    const [owner] = await db.asOwner<{ organisation_id: string; person_id: string }>(
      "select organisation_id, person_id from members where role = 'owner'",
    );
    const client = server.as(owner?.person_id ?? "", owner?.organisation_id ?? "");
    const { items } = await client.requests.list({ sort: "due" });
    expect(items.map((one) => one.state).sort()).toEqual([
      "draft",
      "not_opened",
      "overdue",
      "passed_on",
      "withdrawn",
    ]);
    const { waiting } = await client.today.get();
    expect(waiting.map((one) => one.kind)).toEqual(["request_overdue", "request_not_opened"]);
    const guest = await openAsGuest(server, toAnswer);
    const asked = await guest.client.answering.get({ deliveryId: guest.deliveryId });
    expect(asked.products.map((one) => one.family)).toEqual(["Clover C2", "Clover C2 rugged"]);
    expect(asked.requester.invented).toBe(true);
    const mails = await db.asOwner("select id from mails");
    expect(mails).toEqual([]);
  });
});

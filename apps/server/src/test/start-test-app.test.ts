import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("the test server", () => {
  it("answers a typed client and a raw request", async () => {
    expect(await server.anonymous().health.get()).toMatchObject({ ready: true });
    expect((await server.call({ method: "GET", url: "/api/health" })).statusCode).toBe(200);
  });

  it("knows a planted member by session and by token, and nobody else", async () => {
    const planted = await plantOrganisation(db.database);
    const cookie = await server.headersOf(planted.people.owner, planted.organisationId);
    const bySession = await server.app.signIn.authenticate(new Headers(cookie));
    expect(bySession).toMatchObject({ personId: planted.people.owner, tokenId: null });
    const token = await server.tokenFor(planted.people.reader, planted.organisationId, [
      "site.read",
    ]);
    const byToken = await server.app.signIn.authenticate(
      new Headers({ authorization: `Bearer ${token}` }),
    );
    expect(byToken).toMatchObject({
      personId: planted.people.reader,
      tokenOrganisationId: planted.organisationId,
      scopes: ["site.read"],
    });
    expect(
      await server.app.signIn.authenticate(
        new Headers({ cookie: "throughline.session_token=forged.forged" }),
      ),
    ).toBeNull();
    expect(
      await server.app.signIn.authenticate(new Headers({ authorization: "Bearer tl_forged" })),
    ).toBeNull();
  });
});

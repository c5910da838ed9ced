import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, product, siteClause } from "../../test/contract-input.ts";
import { expectAccess } from "../../test/expect-access.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

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

describe("today", () => {
  it("asks for contract.read", async () => {
    const org = await plantOrganisation(db.database);
    await expectAccess(server, org, {
      name: "today",
      permission: "contract.read",
      call: (client) => client.today.get(),
    });
  });

  it("shows nothing of another organisation, not even a framework one may use", async () => {
    const [keeper, user] = [
      await plantOrganisation(db.database),
      await plantOrganisation(db.database),
    ];
    const owner = server.as(keeper.people.owner, keeper.organisationId);
    const { id } = await owner.contracts.create(
      contractInput({
        kind: "framework",
        title: "Their framework",
        endsOn: "2999-01-01",
        products: [product("Aster", "One")],
        conditions: [siteClause()],
      }),
    );
    await owner.contracts.grantFramework({ id, organisationId: user.organisationId });
    expect((await owner.today.get()).counts.contracts).toBe(1);
    const theirs = await server.as(user.people.owner, user.organisationId).today.get();
    expect(theirs.counts).toEqual({
      contracts: 0,
      contractsLookedAt: 0,
      sites: 0,
      reviews: 0,
      hitsWaiting: 0,
    });
    expect(JSON.stringify(theirs)).not.toContain("Their framework");
  });
});

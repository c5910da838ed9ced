import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plantPerson } from "../../platform/keep-people.ts";
import { codeOf } from "../../test/code-of.ts";
import { startTestApp } from "../../test/start-test-app.ts";
import { openFirstOrganisation } from "./index.ts";

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(async () => {
  await db.close();
});

const secretOf = (link: string | null): string => link?.split("#")[1] ?? "";

describe("the first start without demonstrations", () => {
  it("prints a fresh link at each start until somebody has joined, and then none", async () => {
    const server = await startTestApp({ database: db.database });
    const { organisations } = server.anonymous();
    const first = await openFirstOrganisation(db.database, "http://localhost:4400");
    expect(first).toMatch(/^http:\/\/localhost:4400\/join#[\w-]{43}$/);
    const second = await openFirstOrganisation(db.database, "http://localhost:4400");
    expect(await codeOf(organisations.openInvitation({ secret: secretOf(first) }))).toBe(
      "invitation_not_valid",
    );
    const account = {
      name: "First Owner",
      email: "first@owner.example",
      password: "a long enough password",
    };
    const { organisationId } = await organisations.acceptInvitation({
      secret: secretOf(second),
      account,
    });
    expect(await openFirstOrganisation(db.database, "http://localhost:4400")).toBeNull();
    expect(await db.asOwner("select id from organisations")).toEqual([{ id: organisationId }]);
    const [owner] = await db.asOwner<{ person_id: string }>("select person_id from members");
    const client = server.as(owner?.person_id ?? "", organisationId);
    expect((await client.organisations.get()).can.openOrganisations).toBe(true);
    const audit = await client.organisations.listAudit({});
    expect(audit.items.map((entry) => [entry.action, entry.actor.kind])).toEqual([
      ["join-organisation", "person"],
      ["invite-member", "system"],
      ["revoke-invitation", "system"],
      ["invite-member", "system"],
      ["open-organisation", "system"],
    ]);
    await server.close();
  });

  it("opens one organisation, and leaves one link open, when servers start at once", async () => {
    await openFirstOrganisation(db.database, "http://a");
    const links = await Promise.all(
      ["a", "b", "c"].map((name) => openFirstOrganisation(db.database, `http://${name}`)),
    );
    expect(links.every((link) => link !== null)).toBe(true);
    expect(await db.asOwner("select from invitations where revoked_at is null")).toHaveLength(1);
    expect(await db.asOwner("select id from organisations")).toHaveLength(1);
  });

  it("opens none where people can sign in already", async () => {
    await plantPerson(db.database, {
      name: "Somebody",
      email: "some@body.example",
      password: "a long enough password",
    });
    expect(await openFirstOrganisation(db.database, "http://localhost:4400")).toBeNull();
    expect(await db.asOwner("select id from organisations")).toEqual([]);
  });
});

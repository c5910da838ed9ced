import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, problemFromCall } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("acting for another organisation", () => {
  it("is refused as for one that does not exist, and me shows nothing of it", async () => {
    const answers = await Promise.all(
      [other.organisationId, randomUUID()].map((id) =>
        problemFromCall(
          server
            .as(own.people.owner, id)
            .account.createToken({ name: "t", scopes: ["site.read"], expiresInDays: 1 }),
        ),
      ),
    );
    for (const answer of answers)
      expect({ ...answer, requestId: "" }).toEqual({
        ...answers[0],
        requestId: "",
        code: "not_found",
      });
    const me = await server.as(own.people.owner, other.organisationId).account.me();
    expect(me.acting).toBeNull();
    expect(me.can).toEqual([]);
    expect(me.memberships.map((one) => one.organisationName)).toEqual(["Own"]);
  });

  it("is not possible with a token, whatever the header says", async () => {
    const token = await server.tokenFor(own.people.owner, own.organisationId, [
      "organisation.read",
    ]);
    const client = server.withHeaders({
      authorization: `Bearer ${token}`,
      "throughline-organisation": other.organisationId,
    });
    expect((await client.organisations.get()).name).toBe("Own");
    expect((await client.account.me()).acting?.organisationName).toBe("Own");
  });

  it("is not possible with a token made for an organisation one is no member of", async () => {
    const token = await server.tokenFor(own.people.owner, other.organisationId, [
      "organisation.read",
    ]);
    expect(await codeOf(server.withToken(token).organisations.get())).toBe("not_found");
    expect((await server.withToken(token).account.me()).memberships).toEqual([]);
  });
});

describe("sessions and tokens", () => {
  it("of somebody else cannot be seen or ended, and look as if they were not there", async () => {
    const theirs = server.as(other.people.owner, other.organisationId);
    const session = (await theirs.account.listSessions()).items[0]?.id ?? "";
    const token = await theirs.account.createToken({
      name: "theirs",
      scopes: ["site.read"],
      expiresInDays: 1,
    });
    const mine = server.as(own.people.owner, own.organisationId);
    for (const id of [session, randomUUID()]) {
      expect({
        ...(await problemFromCall(mine.account.revokeSession({ id }))),
        requestId: "",
      }).toMatchObject({ code: "not_found", detail: "There is nothing here that you may see." });
    }
    expect(await codeOf(mine.account.revokeToken({ id: token.token.id }))).toBe("not_found");
    expect((await theirs.account.listSessions()).items.map((one) => one.id)).toContain(session);
    expect((await theirs.account.listTokens()).items).toHaveLength(1);
    expect((await mine.account.listTokens()).items.map((one) => one.name)).not.toContain("theirs");
  });

  it("of a person who is a member of two organisations are audited where they belong", async () => {
    const both = other.people.manager;
    await db.asOwner(
      "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, 'reader', 'Both', 'both@example.org')",
      [own.organisationId, both],
    );
    const made = await server
      .as(both, own.organisationId)
      .account.createToken({ name: "own", scopes: ["site.read"], expiresInDays: 1 });
    await server.as(both, other.organisationId).account.revokeToken({ id: made.token.id });
    const subjects = await db.asOwner<{ organisation_id: string }>(
      "select organisation_id from audit_entries where subject_id = $1",
      [made.token.id],
    );
    expect(subjects.map((row) => row.organisation_id)).toEqual([
      own.organisationId,
      own.organisationId,
    ]);
  });
});

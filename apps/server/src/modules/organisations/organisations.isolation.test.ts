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

const mine = () => server.as(own.people.owner, own.organisationId).organisations;
const theirs = () => server.as(other.people.owner, other.organisationId).organisations;

/** Both answers are the same to the last letter, but for the request's own id. */
async function expectAlike(call: (id: string) => Promise<unknown>, theirId: string): Promise<void> {
  const one = await problemFromCall(call(theirId));
  const made = await problemFromCall(call(randomUUID()));
  expect({ ...one, requestId: "" }).toEqual({ ...made, requestId: "" });
  expect(one.code).toBe("not_found");
}

describe("organisations", () => {
  it("see themselves", async () => {
    expect((await mine().get()).name).toBe("Own");
    expect((await theirs().get()).name).toBe("Other");
  });

  it("cannot be acted for from outside; another's and a made-up one look alike", async () => {
    await expectAlike(
      (id) => server.as(own.people.owner, id).organisations.get(),
      other.organisationId,
    );
    await expectAlike(
      (id) => server.as(own.people.owner, id).organisations.describe({ version: 1, name: "Taken" }),
      other.organisationId,
    );
    expect((await theirs().get()).name).toBe("Other");
  });

  it("may carry the same identifier without learning of each other", async () => {
    const identifiers = [{ scheme: "lei", value: "549300GFX6WN7JDUSN34" }];
    await theirs().describe({ version: 1, identifiers });
    expect((await mine().describe({ version: 1, identifiers })).identifiers).toHaveLength(1);
  });
});

describe("members", () => {
  it("of another organisation are not listed, changed or removed", async () => {
    const people = (await mine().listMembers()).items.map((one) => one.personId);
    for (const personId of Object.values(other.people)) expect(people).not.toContain(personId);
    await expectAlike(
      (personId) => mine().changeRole({ personId, role: "owner" }),
      other.people.reader,
    );
    await expectAlike((personId) => mine().removeMember({ personId }), other.people.reader);
    expect((await theirs().listMembers()).items).toHaveLength(4);
  });

  it("of two organisations keep their role in one when the other changes it", async () => {
    await db.asOwner(
      "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, 'reader', 'Both', 'both@example.org')",
      [own.organisationId, other.people.manager],
    );
    await mine().changeRole({ personId: other.people.manager, role: "contributor" });
    const there = (await theirs().listMembers()).items.find(
      (one) => one.personId === other.people.manager,
    );
    expect(there?.role).toBe("manager");
    await mine().removeMember({ personId: other.people.manager });
    expect(
      (await theirs().listMembers()).items.find((one) => one.personId === other.people.manager)
        ?.name,
    ).toBe("manager of Other");
  });
});

describe("invitations", () => {
  it("of another organisation are not listed or withdrawn", async () => {
    const { invitation } = await theirs().invite({ email: null, role: "reader" });
    expect((await mine().listInvitations()).items.map((one) => one.id)).not.toContain(
      invitation.id,
    );
    await expectAlike((id) => mine().revokeInvitation({ id }), invitation.id);
    expect(
      (await theirs().listInvitations()).items.find((one) => one.id === invitation.id)?.state,
    ).toBe("open");
  });

  it("open the one organisation they are for, and nothing else of it", async () => {
    const { link } = await theirs().invite({ email: null, role: "reader" });
    const { createHash } = await import("node:crypto");
    const invitationHash = createHash("sha256")
      .update(link.split("#")[1] ?? "")
      .digest("hex");
    const scope = { organisationId: null, personId: own.people.owner, invitationHash };
    const seen = await db.database.withActor(scope, async (tx) => ({
      organisations: (await tx.selectFrom("organisations").select("name").execute())
        .map((row) => row.name)
        .sort(),
      invitations: (await tx.selectFrom("invitations").select("id").execute()).length,
      members: (await tx.selectFrom("members").select("organisation_id").distinct().execute()).map(
        (row) => row.organisation_id,
      ),
      audit: (await tx.selectFrom("audit_entries").select("id").execute()).length,
      identifiers: (await tx.selectFrom("organisation_identifiers").select("value").execute())
        .length,
    }));
    expect(seen).toEqual({
      organisations: ["Other", "Own"],
      invitations: 1,
      members: [own.organisationId],
      audit: 0,
      identifiers: 0,
    });
  });

  it("let their holder in with the role they name and no other, and as nobody else", async () => {
    const { link } = await theirs().invite({ email: null, role: "reader" });
    const { createHash } = await import("node:crypto");
    const invitationHash = createHash("sha256")
      .update(link.split("#")[1] ?? "")
      .digest("hex");
    const personId = randomUUID();
    const scope = { organisationId: null, personId, invitationHash };
    const join = (values: { person_id?: string; role?: string; organisation_id?: string }) =>
      db.database.withActor(scope, (tx) =>
        tx
          .insertInto("members")
          .values({
            organisation_id: other.organisationId,
            person_id: personId,
            role: "reader",
            name: "n",
            email: "e",
            ...values,
          })
          .execute(),
      );
    expect(await codeOf(join({ role: "owner" }))).toBe("reference_unknown");
    expect(await codeOf(join({ person_id: randomUUID() }))).toBe("reference_unknown");
    expect(await codeOf(join({ organisation_id: own.organisationId }))).toBe("reference_unknown");
  });
});

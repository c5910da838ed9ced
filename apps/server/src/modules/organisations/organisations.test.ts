import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantPerson } from "../../platform/keep-people.ts";
import { codeOf, problemFromCall } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { createOrganisation } from "./index.ts";

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

function clientOf(
  planted: PlantedOrganisation,
  role: keyof PlantedOrganisation["people"] = "owner",
): ApiClient {
  return server.as(planted.people[role], planted.organisationId);
}

describe("describing the organisation", () => {
  it("changes only what is named, checks identifiers, and writes what was and what is", async () => {
    const planted = await plantOrganisation(db.database);
    const client = clientOf(planted);
    const before = await client.organisations.get();
    const after = await client.organisations.describe({
      version: before.version,
      country: "SE",
      roles: ["buyer", "framework_authority"],
      sizeClass: "large",
      foiSubject: true,
      identifiers: [
        { scheme: "LEI", value: "5493 00GF X6WN 7JDU SN34" },
        { scheme: "gb-coh", value: "01234567" },
      ],
    });
    expect(after).toEqual({
      ...before,
      country: "SE",
      roles: ["buyer", "framework_authority"],
      sizeClass: "large",
      foiSubject: true,
      identifiers: [
        { scheme: "GB-COH", value: "01234567", checkDigitVerified: false },
        { scheme: "lei", value: "549300GFX6WN7JDUSN34", checkDigitVerified: true },
      ],
      version: before.version + 1,
    });
    const again = await client.organisations.describe({
      version: after.version,
      identifiers: after.identifiers,
    });
    expect(again.identifiers).toEqual(after.identifiers);
    const { items } = await client.organisations.listAudit({ action: "describe-organisation" });
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      before: { country: null, version: 1 },
      after: { country: "SE", version: 2 },
      actor: { kind: "person", name: "owner of Planted" },
    });
  });

  it("refuses a wrong check digit, another fault and a repetition by the field, and writes nothing", async () => {
    const planted = await plantOrganisation(db.database);
    const client = clientOf(planted);
    const wrong = await problemFromCall(
      client.organisations.describe({
        version: 1,
        name: "New",
        identifiers: [{ scheme: "lei", value: "549300GFX6WN7JDUSN35" }],
      }),
    );
    expect(wrong).toMatchObject({
      code: "identifier_check_digit",
      errors: [{ path: "/identifiers/0/value" }],
    });
    const short = await problemFromCall(
      client.organisations.describe({
        version: 1,
        identifiers: [{ scheme: "lei", value: "5493" }],
      }),
    );
    expect(short.code).toBe("input_invalid");
    const lei = { scheme: "lei", value: "549300GFX6WN7JDUSN34" };
    const twice = await problemFromCall(
      client.organisations.describe({ version: 1, identifiers: [lei, { ...lei, scheme: "LEI" }] }),
    );
    expect(twice).toMatchObject({
      code: "input_invalid",
      errors: [{ path: "/identifiers/1/value" }],
    });
    expect(await client.organisations.get()).toMatchObject({
      name: "Planted",
      version: 1,
      identifiers: [],
    });
  });

  it("refuses a version that is not the newest", async () => {
    const planted = await plantOrganisation(db.database);
    const client = clientOf(planted);
    await client.organisations.describe({ version: 1, name: "First" });
    expect(await codeOf(client.organisations.describe({ version: 1, name: "Second" }))).toBe(
      "conflict",
    );
    expect((await client.organisations.get()).name).toBe("First");
  });

  it("does not let an organisation make itself operator of the hub", async () => {
    const planted = await plantOrganisation(db.database);
    expect(
      await codeOf(
        clientOf(planted).organisations.describe({ version: 1, roles: ["hub_operator"] }),
      ),
    ).toBe("not_allowed");
  });
});

describe("opening an organisation", () => {
  it("is for the hub's owners: they get the first owner's link and see nothing of the workspace", async () => {
    const hub = await plantOrganisation(db.database, "Hub", ["hub_operator"]);
    const client = clientOf(hub);
    expect((await client.organisations.get()).can.openOrganisations).toBe(true);
    const opened = await client.organisations.open({
      name: "City of Newtown",
      country: "NL",
      roles: ["buyer"],
      invented: true,
    });
    const secret = opened.invitationLink.split("#")[1] ?? "";
    expect(opened.invitationLink).toBe(`http://localhost/join#${secret}`);
    expect(await server.anonymous().organisations.openInvitation({ secret })).toMatchObject({
      organisationName: "City of Newtown",
      role: "owner",
      email: null,
    });
    expect(
      await codeOf(server.as(hub.people.owner, opened.organisationId).organisations.get()),
    ).toBe("not_found");

    const email = `${randomUUID()}@newtown.example`;
    await server.anonymous().organisations.acceptInvitation({
      secret,
      account: { name: "First Owner", email, password: "a long enough password" },
    });
    const signedIn = await server.call({
      method: "POST",
      url: "/api/sign-in",
      body: { email, password: "a long enough password" },
    });
    const owner = server.withHeaders({
      cookie: String(signedIn.headers["set-cookie"]).split(";", 1)[0] ?? "",
    });
    expect(await owner.organisations.get()).toMatchObject({
      name: "City of Newtown",
      country: "NL",
      roles: ["buyer"],
      invented: true,
    });
    const { items } = await owner.organisations.listAudit({});
    expect(items.map((entry) => [entry.action, entry.actor.name])).toEqual([
      ["join-organisation", "First Owner"],
      ["invite-member", null],
      ["open-organisation", null],
    ]);
    expect((await client.organisations.listAudit({})).items.map((entry) => entry.action)).toEqual([
      "open-organisation",
    ]);
  });

  it("is refused to everybody else", async () => {
    const hub = await plantOrganisation(db.database, "Hub", ["hub_operator"]);
    const buyer = await plantOrganisation(db.database);
    const input = { name: "X", country: null, roles: ["buyer" as const] };
    expect(await codeOf(clientOf(hub, "manager").organisations.open(input))).toBe("not_allowed");
    expect(await codeOf(clientOf(buyer).organisations.open(input))).toBe("not_allowed");
    expect((await clientOf(buyer).organisations.get()).can.openOrganisations).toBe(false);
  });
});

describe("members", () => {
  it("are listed with their roles and who one is oneself", async () => {
    const planted = await plantOrganisation(db.database);
    const { items } = await clientOf(planted, "reader").organisations.listMembers();
    expect(items.map((one) => [one.role, one.you])).toEqual([
      ["contributor", false],
      ["manager", false],
      ["owner", false],
      ["reader", true],
    ]);
  });

  it("get another role, which counts at once", async () => {
    const planted = await plantOrganisation(db.database);
    await clientOf(planted, "manager").organisations.changeRole({
      personId: planted.people.reader,
      role: "manager",
    });
    expect((await clientOf(planted, "reader").organisations.listInvitations()).items).toEqual([]);
    const { items } = await clientOf(planted).organisations.listAudit({ action: "change-role" });
    expect(items[0]).toMatchObject({
      subject: { kind: "member", id: planted.people.reader },
      before: { role: "reader" },
      after: { role: "manager" },
    });
  });

  it("are not changed by managers where owners are concerned", async () => {
    const planted = await plantOrganisation(db.database);
    const manager = clientOf(planted, "manager").organisations;
    expect(
      await codeOf(manager.changeRole({ personId: planted.people.owner, role: "reader" })),
    ).toBe("not_allowed");
    expect(
      await codeOf(manager.changeRole({ personId: planted.people.manager, role: "owner" })),
    ).toBe("not_allowed");
    expect(await codeOf(manager.removeMember({ personId: planted.people.owner }))).toBe(
      "not_allowed",
    );
    expect(await codeOf(manager.invite({ email: null, role: "owner" }))).toBe("not_allowed");
  });

  it("keep at least one owner, also when two owners step down at the same moment", async () => {
    const planted = await plantOrganisation(db.database);
    const owner = clientOf(planted).organisations;
    expect(
      await codeOf(owner.changeRole({ personId: planted.people.owner, role: "manager" })),
    ).toBe("last_owner");
    expect(await codeOf(owner.removeMember({ personId: planted.people.owner }))).toBe("last_owner");
    await owner.changeRole({ personId: planted.people.manager, role: "owner" });
    const outcomes = await Promise.allSettled([
      owner.changeRole({ personId: planted.people.owner, role: "reader" }),
      clientOf(planted, "manager").organisations.changeRole({
        personId: planted.people.manager,
        role: "reader",
      }),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const owners = await db.asOwner(
      "select from members where organisation_id = $1 and role = 'owner'",
      [planted.organisationId],
    );
    expect(owners).toHaveLength(1);
  });
});

describe("removing a member", () => {
  it("erases name and address everywhere, ends sessions and tokens, and keeps what was done under an id", async () => {
    const planted = await plantOrganisation(db.database);
    const owner = clientOf(planted);
    const email = `${randomUUID()}@leaving.example`;
    const { link } = await owner.organisations.invite({ email, role: "contributor" });
    const joined = await server.call({
      method: "POST",
      url: "/api/invitations/accept",
      body: {
        secret: link.split("#")[1],
        account: { name: "Leaving Person", email, password: "a long enough password" },
      },
    });
    expect(joined.statusCode).toBe(200);
    const cookie = String(joined.headers["set-cookie"]).split(";", 1)[0] ?? "";
    const leaving = server.withHeaders({ cookie });
    const personId = (await leaving.account.me()).person.id;
    const { secret: token } = await leaving.account.createToken({
      name: "t",
      scopes: ["contract.read"],
      expiresInDays: 1,
    });
    const before = await owner.organisations.listAudit({});
    expect(before.items.map((entry) => [entry.action, entry.actor.name])).toEqual([
      ["create-token", "Leaving Person"],
      ["join-organisation", "Leaving Person"],
      ["invite-member", "owner of Planted"],
    ]);
    expect(before.items[1]?.after).toMatchObject({ role: "contributor", name: "Leaving Person" });
    expect(before.items[2]?.after).toMatchObject({ role: "contributor", email });

    await owner.organisations.removeMember({ personId });
    const after = await owner.organisations.listAudit({});
    expect(after.items[0]).toMatchObject({
      action: "remove-member",
      before: { role: "contributor" },
      subject: { id: personId },
    });
    expect(after.items[1]?.actor).toEqual({ kind: "person", personId, name: null });
    expect(after.items[2]?.after).toMatchObject({ name: "erased" });
    expect(after.items[3]?.after).toMatchObject({ email: "erased" });
    expect((await owner.organisations.listInvitations()).items[0]).toMatchObject({
      state: "accepted",
      email: null,
    });

    expect(await codeOf(leaving.account.me())).toBe("not_signed_in");
    expect(await codeOf(server.withToken(token).account.me())).toBe("not_signed_in");
    for (const table of [
      "members",
      "invitations",
      "audit_entries",
      "subject_keys",
      `auth."user"`,
      "auth.account",
      "auth.session",
      "auth.apikey",
      "auth.verification",
    ]) {
      const text = JSON.stringify(await db.asOwner(`select * from ${table}`));
      expect(text, table).not.toContain("Leaving Person");
      expect(text, table).not.toContain(email);
    }
  });

  it("keeps the account of somebody who is a member elsewhere, and lets them come back without their old tokens", async () => {
    const one = await plantOrganisation(db.database, "One");
    const two = await plantOrganisation(db.database, "Two");
    const both = await plantPerson(db.database, {
      name: "Both",
      email: `${randomUUID()}@both.example`,
      password: "a long enough password",
    });
    for (const { organisationId } of [one, two]) {
      await db.asOwner(
        "insert into members (organisation_id, person_id, role, name, email) values ($1, $2, 'contributor', 'Both', 'b')",
        [organisationId, both],
      );
    }
    const old = await server.tokenFor(both, one.organisationId, ["organisation.read"]);
    const kept = await server.tokenFor(both, two.organisationId, ["organisation.read"]);
    await clientOf(one).organisations.removeMember({ personId: both });
    expect(
      (await server.as(both, two.organisationId).account.me()).memberships.map(
        (row) => row.organisationName,
      ),
    ).toEqual(["Two"]);
    expect(await codeOf(server.as(both, one.organisationId).organisations.get())).toBe("not_found");
    expect((await server.withToken(kept).organisations.get()).name).toBe("Two");

    const { link } = await clientOf(one).organisations.invite({ email: null, role: "reader" });
    await server
      .as(both, two.organisationId)
      .organisations.acceptInvitation({ secret: link.split("#")[1] ?? "" });
    expect((await server.as(both, one.organisationId).organisations.get()).name).toBe("One");
    expect(await codeOf(server.withToken(old).organisations.get())).toBe("not_signed_in");
    const { items } = await clientOf(one).organisations.listAudit({ action: "join-organisation" });
    expect(items[0]?.after).toMatchObject({ role: "reader", name: "Both" });
  });
});

describe("creating an organisation for the demonstrations", () => {
  it("does it once for an id, with members and an entry of the server itself", async () => {
    const id = randomUUID();
    const personId = await plantPerson(db.database, {
      name: "Mara",
      email: "mara@demo.example",
      password: "a long enough password",
    });
    expect(
      await plantPerson(db.database, {
        name: "Other",
        email: "MARA@demo.example",
        password: "another password",
      }),
    ).toBe(personId);
    const about = {
      id,
      name: "Invented University",
      country: "NO",
      roles: ["buyer" as const],
      invented: true,
      members: [{ personId, name: "Mara", email: "mara@demo.example", role: "owner" as const }],
    };
    for (const _ of [1, 2])
      expect(await createOrganisation(db.database, about, "demonstrations")).toBe(id);
    const client = server.as(personId, id);
    expect(await client.organisations.get()).toMatchObject({
      name: "Invented University",
      invented: true,
      roles: ["buyer"],
    });
    const { items } = await client.organisations.listAudit({});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: { kind: "system", personId: null, name: null },
      action: "open-organisation",
    });
    expect(JSON.stringify(items)).not.toContain("Mara");
  });
});

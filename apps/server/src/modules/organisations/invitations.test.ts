import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, problemFromCall } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let planted: PlantedOrganisation;
const start = Date.now();
let later = 0;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    publicUrl: "https://throughline.example",
    now: () => new Date(start + later),
  });
  planted = await plantOrganisation(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(() => {
  // Each test has its own allowance of tries.
  later += 120_000;
});

const password = "a long enough password";

async function invite(
  role: "owner" | "manager" | "contributor" | "reader" = "reader",
  email: string | null = null,
) {
  const made = await server
    .as(planted.people.owner, planted.organisationId)
    .organisations.invite({ role, email });
  return { ...made, secret: made.link.split("#")[1] ?? "" };
}

function newAccount(name = "New Person") {
  return { name, email: `${randomUUID()}@new.example`, password };
}

describe("an invitation", () => {
  it("is a link whose secret is in no request line and kept nowhere", async () => {
    const email = `${randomUUID()}@invited.example`;
    const { link, secret, invitation } = await invite("manager", email);
    expect(link).toBe(`https://throughline.example/join#${secret}`);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(invitation).toMatchObject({ email, role: "manager", state: "open" });
    expect(Date.parse(invitation.expiresAt) - Date.parse(invitation.createdAt)).toBe(
      14 * 86_400_000,
    );
    const kept = JSON.stringify(await db.asOwner("select * from invitations"));
    const audited = JSON.stringify(await db.asOwner("select * from audit_entries"));
    expect(kept + audited).not.toContain(secret);
    expect(audited).not.toContain(email);
    const { items } = await server
      .as(planted.people.manager, planted.organisationId)
      .organisations.listInvitations();
    expect(items).toContainEqual(invitation);
  });

  it("ends with the right of who made it: nobody comes back by a link given before", async () => {
    const org = await plantOrganisation(db.database, "Ending");
    const owner = server.as(org.people.owner, org.organisationId).organisations;
    const manager = server.as(org.people.manager, org.organisationId).organisations;
    const secretOf = (made: { link: string }) => made.link.split("#")[1] ?? "";
    const opens = (secret: string) =>
      codeOf(server.anonymous().organisations.openInvitation({ secret }));
    const ofOwner = secretOf(await owner.invite({ role: "owner", email: null }));
    const ofManager = secretOf(await manager.invite({ role: "manager", email: "m@later.example" }));

    await owner.removeMember({ personId: org.people.manager });
    expect(await opens(ofManager)).toBe("invitation_not_valid");
    expect((await server.anonymous().organisations.openInvitation({ secret: ofOwner })).role).toBe(
      "owner",
    );
    const { items } = await owner.listAudit({ action: "revoke-invitation" });
    expect(items.map((entry) => entry.after)).toEqual([{ madeBy: org.people.manager }]);

    // An owner that becomes a manager may still invite managers, and no owners.
    await owner.changeRole({ personId: org.people.contributor, role: "owner" });
    const second = server.as(org.people.contributor, org.organisationId).organisations;
    const toOwner = secretOf(await second.invite({ role: "owner", email: null }));
    const toManager = secretOf(await second.invite({ role: "manager", email: null }));
    await owner.changeRole({ personId: org.people.contributor, role: "manager" });
    expect(await opens(toOwner)).toBe("invitation_not_valid");
    await server.anonymous().organisations.openInvitation({ secret: toManager });
    await owner.changeRole({ personId: org.people.contributor, role: "reader" });
    expect(await opens(toManager)).toBe("invitation_not_valid");
  });

  it("is joined by with a new account, which is then signed in", async () => {
    const { secret } = await invite("contributor");
    const account = newAccount("Ada Newcomer");
    expect(await server.anonymous().organisations.openInvitation({ secret })).toMatchObject({
      organisationName: "Planted",
      role: "contributor",
    });
    const answer = await server.call({
      method: "POST",
      url: "/api/invitations/accept",
      body: { secret, account },
    });
    expect(answer.json()).toEqual({ organisationId: planted.organisationId });
    const cookies = [answer.headers["set-cookie"] ?? []].flat();
    expect(cookies[0]).toMatch(/^__Secure-throughline\.session_token=.+; Secure/);
    const me = await server
      .withHeaders({ cookie: cookies[0]?.split(";", 1)[0] ?? "" })
      .account.me();
    expect(me).toMatchObject({
      person: { name: "Ada Newcomer", email: account.email },
      acting: { role: "contributor", organisationName: "Planted" },
    });
  });

  it("is joined by as who is signed in already", async () => {
    const elsewhere = await plantOrganisation(db.database, "Elsewhere");
    const { secret } = await invite("reader");
    const client = server.as(elsewhere.people.owner, elsewhere.organisationId);
    expect(await client.organisations.acceptInvitation({ secret })).toEqual({
      organisationId: planted.organisationId,
    });
    expect(
      (await client.account.me()).memberships.map((one) => [one.organisationName, one.role]),
    ).toEqual([
      ["Elsewhere", "owner"],
      ["Planted", "reader"],
    ]);
    const { items } = await server
      .as(planted.people.owner, planted.organisationId)
      .organisations.listMembers();
    expect(items.find((one) => one.personId === elsewhere.people.owner)).toMatchObject({
      name: "owner of Elsewhere",
      role: "reader",
    });
  });

  it("does not bring tokens of an earlier membership back to life", async () => {
    const elsewhere = await plantOrganisation(db.database);
    const old = await server.tokenFor(elsewhere.people.owner, planted.organisationId, [
      "organisation.read",
    ]);
    expect(await codeOf(server.withToken(old).organisations.get())).toBe("not_found");
    const { secret } = await invite("reader");
    const client = server.as(elsewhere.people.owner, elsewhere.organisationId);
    await client.organisations.acceptInvitation({ secret });
    expect(await codeOf(server.withToken(old).organisations.get())).toBe("not_signed_in");
  });

  it("is not joined by without an account, with a token, or by a member", async () => {
    const { secret } = await invite();
    expect(await codeOf(server.anonymous().organisations.acceptInvitation({ secret }))).toBe(
      "not_signed_in",
    );
    const token = await server.tokenFor(planted.people.owner, planted.organisationId, [
      "member.write",
    ]);
    expect(await codeOf(server.withToken(token).organisations.acceptInvitation({ secret }))).toBe(
      "not_allowed",
    );
    expect(
      await codeOf(
        server
          .as(planted.people.reader, planted.organisationId)
          .organisations.acceptInvitation({ secret }),
      ),
    ).toBe("already_exists");
    expect((await server.anonymous().organisations.openInvitation({ secret })).role).toBe("reader");
  });

  it("is not spent by an account that is there already", async () => {
    const account = newAccount();
    await server
      .anonymous()
      .organisations.acceptInvitation({ secret: (await invite()).secret, account });
    const { secret } = await invite();
    const refused = await problemFromCall(
      server.anonymous().organisations.acceptInvitation({
        secret,
        account: { ...account, email: account.email.toUpperCase() },
      }),
    );
    expect(refused).toMatchObject({ code: "already_exists", errors: [{ path: "/account/email" }] });
    expect(await server.anonymous().organisations.openInvitation({ secret })).toMatchObject({
      role: "reader",
    });
  });

  it("is used once, however many try at the same moment, and leaves no account behind for the others", async () => {
    const { secret } = await invite();
    const accounts = Array.from({ length: 5 }, () => newAccount());
    const outcomes = await Promise.allSettled(
      accounts.map((account) =>
        server.anonymous().organisations.acceptInvitation({ secret, account }),
      ),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const emails = accounts.map((account) => account.email);
    expect(await db.asOwner("select from members where email = any($1)", [emails])).toHaveLength(1);
    expect(
      await db.asOwner(`select from auth."user" where email = any($1)`, [emails]),
    ).toHaveLength(1);
  });

  it("gives one answer when it is used, withdrawn, too old or made up", async () => {
    const used = await invite();
    await server
      .anonymous()
      .organisations.acceptInvitation({ secret: used.secret, account: newAccount() });
    const withdrawn = await invite("reader", `${randomUUID()}@withdrawn.example`);
    const owner = server.as(planted.people.owner, planted.organisationId).organisations;
    await owner.revokeInvitation({ id: withdrawn.invitation.id });
    const old = await invite();
    later += 15 * 86_400_000;
    const answers = [];
    for (const secret of [used.secret, withdrawn.secret, old.secret, "a".repeat(43)]) {
      answers.push(
        await problemFromCall(server.anonymous().organisations.openInvitation({ secret })),
      );
      answers.push(
        await problemFromCall(
          server.anonymous().organisations.acceptInvitation({ secret, account: newAccount() }),
        ),
      );
    }
    for (const answer of answers)
      expect({ ...answer, requestId: "" }).toEqual({ ...answers[0], requestId: "" });
    expect(answers[0]).toMatchObject({ code: "invitation_not_valid", status: 410 });
    const states = new Map((await owner.listInvitations()).items.map((one) => [one.id, one]));
    expect(states.get(used.invitation.id)?.state).toBe("accepted");
    expect(states.get(withdrawn.invitation.id)).toMatchObject({ state: "revoked", email: null });
    expect(states.get(old.invitation.id)?.state).toBe("expired");
    const entry = (
      await owner.listAudit({ subjectId: withdrawn.invitation.id, action: "invite-member" })
    ).items[0];
    expect(entry?.after).toMatchObject({ email: "erased" });
  });

  it("cannot be withdrawn once somebody has joined; withdrawing twice does no harm", async () => {
    const owner = server.as(planted.people.owner, planted.organisationId).organisations;
    const used = await invite();
    await server
      .anonymous()
      .organisations.acceptInvitation({ secret: used.secret, account: newAccount() });
    expect(await codeOf(owner.revokeInvitation({ id: used.invitation.id }))).toBe("conflict");
    const open = await invite();
    for (const _ of [1, 2])
      expect(await owner.revokeInvitation({ id: open.invitation.id })).toEqual({ done: true });
    expect(
      (await owner.listAudit({ subjectId: open.invitation.id })).items.map((entry) => entry.action),
    ).toEqual(["revoke-invitation", "invite-member"]);
  });

  it("cannot be guessed without end", async () => {
    for (let n = 0; n < 30; n += 1)
      expect(
        await codeOf(
          server.anonymous().organisations.openInvitation({ secret: `${"x".repeat(40)}${n}` }),
        ),
      ).toBe("invitation_not_valid");
    expect(
      await codeOf(server.anonymous().organisations.openInvitation({ secret: "x".repeat(43) })),
    ).toBe("rate_limited");
    expect(
      await codeOf(
        server
          .anonymous()
          .organisations.acceptInvitation({ secret: "x".repeat(43), account: newAccount() }),
      ),
    ).toBe("rate_limited");
  });
});

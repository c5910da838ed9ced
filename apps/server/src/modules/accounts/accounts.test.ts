import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plantPerson } from "../../platform/keep-people.ts";
import { codeOf, problemFromCall } from "../../test/code-of.ts";
import { makeTotp } from "../../test/make-totp.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let now = Date.parse("2026-06-01T08:00:00Z");
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => new Date(now) });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(() => {
  // Each test has its own allowance of tries.
  now += 120_000;
});

const password = "a long enough password";

interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly planted: PlantedOrganisation;
}

/** Somebody with a password who owns an organisation. */
async function somebody(): Promise<Somebody> {
  const email = `Person-${randomUUID()}@Example.org`;
  const id = await plantPerson(db.database, { name: "Somebody", email, password });
  const planted = await plantOrganisation(db.database);
  await db.asOwner("update members set person_id = $1, email = $2 where person_id = $3", [
    id,
    email,
    planted.people.owner,
  ]);
  return { id, email, planted };
}

async function signIn(body: {
  email: string;
  password: string;
  totp?: string;
  backupCode?: string;
}) {
  const answer = await server.call({
    method: "POST",
    url: "/api/sign-in",
    body,
    headers: { "user-agent": "Test browser" },
  });
  const cookies = [answer.headers["set-cookie"] ?? []].flat();
  return { answer, cookies, cookie: cookies.map((one) => one.split(";", 1)[0]).join("; ") };
}

async function clientOf(person: Somebody): Promise<ApiClient> {
  return server.withHeaders({ cookie: (await signIn({ email: person.email, password })).cookie });
}

describe("signing in", () => {
  it("gives a session cookie that scripts cannot read, and says who one is", async () => {
    const person = await somebody();
    const { answer, cookies, cookie } = await signIn({
      email: person.email.toUpperCase(),
      password,
    });
    expect(answer.json()).toEqual({ status: "signed_in" });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^throughline\.session_token=.+; HttpOnly; SameSite=Lax$/);
    const me = await server.withHeaders({ cookie }).account.me();
    expect(me.person).toEqual({
      id: person.id,
      name: "Somebody",
      email: person.email.toLowerCase(),
      totpEnabled: false,
    });
    expect(me.acting).toMatchObject({
      organisationId: person.planted.organisationId,
      role: "owner",
      organisationRoles: ["buyer"],
      invented: true,
    });
    expect(me.memberships).toEqual([me.acting]);
    expect(me.can).toContain("organisation.write");
  });

  it("fails alike for a wrong password and for an address nobody has", async () => {
    const person = await somebody();
    const wrong = await signIn({ email: person.email, password: "not the password" });
    const nobody = await signIn({ email: "nobody@example.org", password: "not the password" });
    for (const { answer, cookies } of [wrong, nobody]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
      expect({ ...answer.json<object>(), requestId: "" }).toEqual({
        ...wrong.answer.json<object>(),
        requestId: "",
      });
      expect(cookies).toEqual([]);
    }
    expect(wrong.answer.json()).toMatchObject({ code: "sign_in_failed" });
  });

  it("hashes for an address nobody has as for one somebody has", async () => {
    const person = await somebody();
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let n = 0; n < 5; n += 1) {
      for (const [kind, email] of [
        ["known", person.email],
        ["unknown", `${randomUUID()}@example.org`],
      ] as const) {
        const start = performance.now();
        await signIn({ email, password: "not the password" });
        times[kind]?.push(performance.now() - start);
      }
    }
    const least = (kind: string): number => Math.min(...(times[kind] ?? []));
    // A hash takes tens of milliseconds; without it the unknown address would be answered several times faster.
    expect(least("unknown")).toBeGreaterThan(least("known") / 2);
  });

  it("refuses after ten failures for the account, says how long to wait, and forgives a success", async () => {
    const person = await somebody();
    for (let n = 0; n < 12; n += 1)
      expect((await signIn({ email: person.email, password })).answer.statusCode).toBe(200);
    for (let n = 0; n < 10; n += 1)
      expect((await signIn({ email: person.email, password: "wrong" })).answer.statusCode).toBe(
        401,
      );
    const refused = await signIn({ email: person.email.toUpperCase(), password });
    expect(refused.answer.statusCode).toBe(429);
    expect(refused.answer.json()).toMatchObject({ code: "rate_limited" });
    expect(Number(refused.answer.headers["retry-after"])).toBe(60);
    now += 60_000;
    expect((await signIn({ email: person.email, password })).answer.statusCode).toBe(200);
  });

  it("refuses after sixty failures from one address, whoever they were for, also when sent at once", async () => {
    const tries = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        signIn({ email: `n${n}@example.org`, password: "wrong" }),
      ),
    );
    const codes = tries.map(({ answer }) => answer.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(60);
    expect(codes.filter((code) => code === 429)).toHaveLength(4);
    const kept = await db.asOwner<{ key: string }>(`select key from auth."rateLimit"`);
    expect(kept.map((row) => row.key).join(" ")).not.toMatch(/example|127\.0\.0\.1/);
  });

  it("takes no e-mail address that is none, and no body that is no JSON", async () => {
    expect(await codeOf(server.anonymous().account.signIn({ email: "nobody", password }))).toBe(
      "input_invalid",
    );
    const answer = await server.app.http.inject({
      method: "POST",
      url: "/api/sign-in",
      headers: { "content-type": "application/json" },
      payload: "{",
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe("the second factor", () => {
  it("is asked for once it was confirmed, takes a code or a backup code once, and can be turned off", async () => {
    const person = await somebody();
    const client = await clientOf(person);
    const begun = await client.account.beginTotp({ password });
    expect(begun.otpauthUri).toMatch(/^otpauth:\/\/totp\/Throughline/);
    expect(begun.backupCodes.length).toBeGreaterThanOrEqual(8);
    expect((await signIn({ email: person.email, password })).answer.json()).toEqual({
      status: "signed_in",
    });
    expect(await problemFromCall(client.account.confirmTotp({ totp: "000000" }))).toMatchObject({
      code: "input_invalid",
      errors: [{ path: "/totp" }],
    });

    const { cookie } = await signIn({ email: person.email, password });
    const confirmed = await server.call({
      method: "POST",
      url: "/api/me/totp/confirm",
      body: { totp: makeTotp(begun.otpauthUri) },
      headers: { cookie },
    });
    expect(confirmed.json()).toEqual({ done: true });

    const half = await signIn({ email: person.email, password });
    expect(half.answer.json()).toEqual({ status: "totp_needed" });
    expect(half.cookies).toEqual([]);
    expect(
      (await signIn({ email: person.email, password, totp: "000000" })).answer.json(),
    ).toMatchObject({ code: "sign_in_failed" });
    expect(
      (
        await signIn({ email: person.email, password: "wrong", totp: makeTotp(begun.otpauthUri) })
      ).answer.json(),
    ).toMatchObject({ code: "sign_in_failed" });

    // Two with one code at the same moment: whoever looked over the shoulder comes too late.
    const totp = makeTotp(begun.otpauthUri);
    const tries = await Promise.all(
      [person.email, person.email.toUpperCase()].map((email) => signIn({ email, password, totp })),
    );
    const [whole, replayed] = tries.toSorted((a, b) => a.answer.statusCode - b.answer.statusCode);
    expect(whole?.answer.json()).toEqual({ status: "signed_in" });
    expect(replayed?.answer.json()).toMatchObject({ code: "sign_in_failed" });
    expect(replayed?.cookies).toEqual([]);
    expect((await signIn({ email: person.email, password, totp })).answer.json()).toMatchObject({
      code: "sign_in_failed",
    });
    const again = server.withHeaders({ cookie: whole?.cookie ?? "" });
    expect((await again.account.me()).person.totpEnabled).toBe(true);
    expect(await codeOf(again.account.beginTotp({ password }))).toBe("already_exists");

    const [backupCode = ""] = begun.backupCodes;
    expect((await signIn({ email: person.email, password, backupCode })).answer.json()).toEqual({
      status: "signed_in",
    });
    expect(
      (await signIn({ email: person.email, password, backupCode })).answer.json(),
    ).toMatchObject({ code: "sign_in_failed" });

    expect(await problemFromCall(again.account.removeTotp({ password: "wrong" }))).toMatchObject({
      code: "input_invalid",
      errors: [{ path: "/password" }],
    });
    await again.account.removeTotp({ password });
    expect((await signIn({ email: person.email, password })).answer.json()).toEqual({
      status: "signed_in",
    });
  });

  it("of one person does not open another's account, whatever cookie comes with it", async () => {
    const begin = async (person: Somebody): Promise<string> => {
      const { cookie } = await signIn({ email: person.email, password });
      const client = server.withHeaders({ cookie });
      const { otpauthUri } = await client.account.beginTotp({ password });
      await client.account.confirmTotp({ totp: makeTotp(otpauthUri) });
      return otpauthUri;
    };
    const [one, two] = [await somebody(), await somebody()];
    const uri = await begin(one);
    await begin(two);
    const mine = await signIn({ email: one.email, password, totp: makeTotp(uri) });
    const answer = await server.call({
      method: "POST",
      url: "/api/sign-in",
      body: { email: two.email, password, totp: makeTotp(uri) },
      headers: { cookie: mine.cookie },
    });
    expect(answer.json()).toMatchObject({ code: "sign_in_failed" });
  });

  it("cannot be begun without the password, nor confirmed without having begun", async () => {
    const client = await clientOf(await somebody());
    expect(await codeOf(client.account.beginTotp({ password: "wrong" }))).toBe("input_invalid");
    expect(await codeOf(client.account.confirmTotp({ totp: "123456" }))).toBe("conflict");
  });
});

describe("sessions", () => {
  it("are listed without their secrets and ended one by one, at once", async () => {
    const person = await somebody();
    const first = await signIn({ email: person.email, password });
    const second = await signIn({ email: person.email, password });
    const client = server.withHeaders({ cookie: second.cookie });
    const { items } = await client.account.listSessions();
    expect(items.filter((one) => one.current)).toHaveLength(1);
    expect(items).toHaveLength(2);
    expect(items[0]?.device).toBe("Test browser");
    expect(JSON.stringify(items)).not.toContain(
      decodeURIComponent(first.cookie.split("=")[1] ?? "").split(".")[0],
    );
    const other = items.find((one) => !one.current);
    await client.account.revokeSession({ id: other?.id ?? "" });
    expect(await codeOf(server.withHeaders({ cookie: first.cookie }).account.me())).toBe(
      "not_signed_in",
    );
    await client.account.revokeSession({ id: items.find((one) => one.current)?.id ?? "" });
    expect(await codeOf(client.account.me())).toBe("not_signed_in");
  });

  it("end by signing out, which also clears the cookie; signing out twice does no harm", async () => {
    const person = await somebody();
    const { cookie } = await signIn({ email: person.email, password });
    const answer = await server.call({ method: "POST", url: "/api/sign-out", headers: { cookie } });
    expect([answer.headers["set-cookie"] ?? []].flat().join()).toMatch(
      /throughline\.session_token=;.*Max-Age=0/,
    );
    expect(await codeOf(server.withHeaders({ cookie }).account.me())).toBe("not_signed_in");
    expect(await server.withHeaders({ cookie }).account.signOut()).toEqual({ done: true });
    expect(await server.anonymous().account.signOut()).toEqual({ done: true });
  });

  it("all end when the password changes, except the one that changed it", async () => {
    const person = await somebody();
    const other = await signIn({ email: person.email, password });
    const { cookie } = await signIn({ email: person.email, password });
    const next = "another long password";
    const wrong = await problemFromCall(
      server.withHeaders({ cookie }).account.changePassword({ current: "wrong", next }),
    );
    expect(wrong).toMatchObject({ code: "input_invalid", errors: [{ path: "/current" }] });
    expect(
      await codeOf(
        server.withHeaders({ cookie }).account.changePassword({ current: password, next: "short" }),
      ),
    ).toBe("input_invalid");
    const changed = await server.call({
      method: "POST",
      url: "/api/me/password",
      body: { current: password, next },
      headers: { cookie },
    });
    expect(changed.json()).toEqual({ done: true });
    const fresh = [changed.headers["set-cookie"] ?? []]
      .flat()
      .map((one) => one.split(";", 1)[0])
      .join("; ");
    expect((await server.withHeaders({ cookie: fresh }).account.listSessions()).items).toHaveLength(
      1,
    );
    for (const old of [other.cookie, cookie])
      expect(await codeOf(server.withHeaders({ cookie: old }).account.me())).toBe("not_signed_in");
    expect((await signIn({ email: person.email, password })).answer.statusCode).toBe(401);
    expect((await signIn({ email: person.email, password: next })).answer.statusCode).toBe(200);
  });

  it("do not let somebody who holds one try passwords without end", async () => {
    const client = await clientOf(await somebody());
    for (let n = 0; n < 10; n += 1)
      expect(await codeOf(client.account.beginTotp({ password: "wrong" }))).toBe("input_invalid");
    expect(
      await codeOf(
        client.account.changePassword({ current: password, next: "another long password" }),
      ),
    ).toBe("rate_limited");
  });
});

describe("API tokens", () => {
  it("work within their scopes and organisation, are listed without their secret, and stop at once when revoked", async () => {
    const person = await somebody();
    const client = await clientOf(person);
    const made = await client.account.createToken({
      name: "Nightly export of the contract register, for the finance department",
      scopes: ["organisation.read", "audit.read"],
      expiresInDays: 30,
    });
    expect(made.secret).toMatch(/^tl_/);
    expect(made.token).toMatchObject({
      organisationId: person.planted.organisationId,
      scopes: ["organisation.read", "audit.read"],
      lastUsedAt: null,
    });
    expect(made.token.start && made.secret.startsWith(made.token.start)).toBe(true);
    const kept = await db.asOwner<{ key: string }>("select key from auth.apikey where id = $1", [
      made.token.id,
    ]);
    expect(kept[0]?.key).not.toContain(made.secret);

    const byToken = server.withToken(made.secret);
    expect((await byToken.organisations.get()).id).toBe(person.planted.organisationId);
    expect((await byToken.account.me()).can).toEqual(["organisation.read", "audit.read"]);
    const refused = await problemFromCall(byToken.organisations.listMembers());
    expect(refused).toMatchObject({
      code: "token_scope_missing",
      detail: "Scope needed: member.read.",
    });

    const { items } = await client.account.listTokens();
    expect(items).toHaveLength(1);
    expect(items[0]?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(items)).not.toContain(made.secret);

    await client.account.revokeToken({ id: made.token.id });
    expect(await codeOf(byToken.organisations.get())).toBe("not_signed_in");
    expect((await client.account.listTokens()).items).toEqual([]);
    const audit = await client.organisations.listAudit({ subjectKind: "token" });
    expect(audit.items.map((entry) => [entry.action, entry.actor.name, entry.subject.id])).toEqual([
      ["revoke-token", "owner of Planted", made.token.id],
      ["create-token", "owner of Planted", made.token.id],
    ]);
    expect(JSON.stringify(audit)).not.toContain("Nightly");
  });

  it("are revoked together with the audit entry that says so, or not at all", async () => {
    const person = await somebody();
    const client = await clientOf(person);
    const made = await client.account.createToken({
      name: "kept",
      scopes: ["organisation.read"],
      expiresInDays: 1,
    });
    const byToken = server.withToken(made.secret);
    await db.asOwner("revoke select, insert on audit_unsealed from throughline_app");
    try {
      expect(await codeOf(client.account.revokeToken({ id: made.token.id }))).toBe(
        "reference_unknown",
      );
      expect((await byToken.organisations.get()).id).toBe(person.planted.organisationId);
    } finally {
      await db.asOwner("grant select, insert on audit_unsealed to throughline_app");
    }
    await client.account.revokeToken({ id: made.token.id });
    expect(await codeOf(byToken.organisations.get())).toBe("not_signed_in");
  });

  it("expire", async () => {
    const person = await somebody();
    const client = await clientOf(person);
    const made = await client.account.createToken({
      name: "short",
      scopes: ["organisation.read"],
      expiresInDays: 1,
    });
    await db.asOwner(
      `update auth.apikey set "expiresAt" = now() - interval '1 second' where id = $1`,
      [made.token.id],
    );
    expect(await codeOf(server.withToken(made.secret).organisations.get())).toBe("not_signed_in");
  });

  it("carry no more than the role allows, today and after the role was lowered", async () => {
    const planted = await plantOrganisation(db.database);
    const reader = server.as(planted.people.reader, planted.organisationId);
    const refused = await problemFromCall(
      reader.account.createToken({
        name: "too much",
        scopes: ["contract.read", "contract.write"],
        expiresInDays: 1,
      }),
    );
    expect(refused).toMatchObject({
      code: "not_allowed",
      detail: "Your role does not allow: contract.write.",
    });
    const manager = server.as(planted.people.manager, planted.organisationId);
    const made = await manager.account.createToken({
      name: "audit",
      scopes: ["audit.read"],
      expiresInDays: 1,
    });
    expect((await server.withToken(made.secret).organisations.listAudit({})).items.length).toBe(1);
    await server
      .as(planted.people.owner, planted.organisationId)
      .organisations.changeRole({ personId: planted.people.manager, role: "reader" });
    expect(await codeOf(server.withToken(made.secret).organisations.listAudit({}))).toBe(
      "not_allowed",
    );
  });

  it("are one's own: somebody else's and a made-up one cannot be told apart", async () => {
    const one = await clientOf(await somebody());
    const two = await clientOf(await somebody());
    const made = await one.account.createToken({
      name: "mine",
      scopes: ["organisation.read"],
      expiresInDays: 1,
    });
    for (const id of [made.token.id, randomUUID()]) {
      expect({
        ...(await problemFromCall(two.account.revokeToken({ id }))),
        requestId: "",
      }).toEqual({
        ...(await problemFromCall(two.account.revokeToken({ id: randomUUID() }))),
        requestId: "",
      });
    }
    expect((await one.account.listTokens()).items).toHaveLength(1);
  });
});

import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let planted: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  planted = await plantOrganisation(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** What belongs to the person: for sessions only. */
const personal: Record<string, (client: ApiClient) => Promise<unknown>> = {
  listSessions: (client) => client.account.listSessions(),
  revokeSession: (client) => client.account.revokeSession({ id: randomUUID() }),
  changePassword: (client) =>
    client.account.changePassword({ current: "x", next: "a long enough password" }),
  beginTotp: (client) => client.account.beginTotp({ password: "x" }),
  confirmTotp: (client) => client.account.confirmTotp({ totp: "123456" }),
  removeTotp: (client) => client.account.removeTotp({ password: "x" }),
  listTokens: (client) => client.account.listTokens(),
  createToken: (client) =>
    client.account.createToken({ name: "t", scopes: ["site.read"], expiresInDays: 1 }),
  revokeToken: (client) => client.account.revokeToken({ id: randomUUID() }),
};

describe.each(Object.entries(personal))("%s", (_, call) => {
  it("is refused to nobody and to a token", async () => {
    expect(await codeOf(call(server.anonymous()))).toBe("not_signed_in");
    const token = await server.tokenFor(planted.people.owner, planted.organisationId, [
      "organisation.read",
      "organisation.write",
    ]);
    expect(await codeOf(call(server.withToken(token)))).toBe("not_allowed");
  });
});

describe("me", () => {
  it("is refused to nobody", async () => {
    expect(await codeOf(server.anonymous().account.me())).toBe("not_signed_in");
  });

  it("says for each role what it may do", async () => {
    const counts: number[] = [];
    for (const role of ["owner", "manager", "contributor", "reader"] as const) {
      const me = await server.as(planted.people[role], planted.organisationId).account.me();
      expect(me.acting?.role).toBe(role);
      counts.push(me.can.length);
    }
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(counts).size).toBe(4);
  });
});

describe("a role", () => {
  it.each(["owner", "manager", "contributor", "reader"] as const)(
    "%s may make a token of what it may read",
    async (role) => {
      const made = await server
        .as(planted.people[role], planted.organisationId)
        .account.createToken({ name: role, scopes: ["contract.read"], expiresInDays: 1 });
      expect(made.token.scopes).toEqual(["contract.read"]);
    },
  );
});

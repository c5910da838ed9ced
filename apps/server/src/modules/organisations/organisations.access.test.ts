import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import { memberRoles, type MemberRole, type Permission } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../test/code-of.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let planted: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  planted = await plantOrganisation(db.database, "Hub", ["hub_operator"]);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

interface Access {
  readonly permission: Permission;
  readonly roles: readonly MemberRole[];
  /** A call that changes nothing lasting: it succeeds, or fails for another reason than access. */
  readonly call: (client: ApiClient) => Promise<unknown>;
  readonly otherwise?: string;
}

const all = memberRoles;
const managing: readonly MemberRole[] = ["owner", "manager"];

const endpoints: Record<string, Access> = {
  get: {
    permission: "organisation.read",
    roles: all,
    call: (client) => client.organisations.get(),
  },
  describe: {
    permission: "organisation.write",
    roles: ["owner"],
    call: (client) => client.organisations.describe({ version: 99 }),
    otherwise: "conflict",
  },
  open: {
    permission: "organisation.write",
    roles: ["owner"],
    call: (client) => client.organisations.open({ name: "X", country: null, roles: ["buyer"] }),
  },
  listMembers: {
    permission: "member.read",
    roles: all,
    call: (client) => client.organisations.listMembers(),
  },
  changeRole: {
    permission: "member.write",
    roles: managing,
    call: (client) => client.organisations.changeRole({ personId: randomUUID(), role: "reader" }),
    otherwise: "not_found",
  },
  removeMember: {
    permission: "member.write",
    roles: managing,
    call: (client) => client.organisations.removeMember({ personId: randomUUID() }),
    otherwise: "not_found",
  },
  listInvitations: {
    permission: "member.write",
    roles: managing,
    call: (client) => client.organisations.listInvitations(),
  },
  invite: {
    permission: "member.write",
    roles: managing,
    call: (client) => client.organisations.invite({ email: null, role: "reader" }),
  },
  revokeInvitation: {
    permission: "member.write",
    roles: managing,
    call: (client) => client.organisations.revokeInvitation({ id: randomUUID() }),
    otherwise: "not_found",
  },
  listAudit: {
    permission: "audit.read",
    roles: managing,
    call: (client) => client.organisations.listAudit({}),
  },
  verifyAudit: {
    permission: "audit.read",
    roles: managing,
    call: (client) => client.organisations.verifyAudit(),
  },
};

async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch {
    return codeOf(call);
  }
}

describe.each(Object.entries(endpoints))("%s", (_, { permission, roles, call, otherwise }) => {
  const passes = otherwise ?? "done";

  it("is refused to nobody", async () => {
    expect(await outcome(call(server.anonymous()))).toBe("not_signed_in");
  });

  it.each(memberRoles)("%s: as the role allows", async (role) => {
    const client = server.as(planted.people[role], planted.organisationId);
    expect(await outcome(call(client))).toBe(roles.includes(role) ? passes : "not_allowed");
  });

  it("needs its scope in a token", async () => {
    const withScope = await server.tokenFor(planted.people.owner, planted.organisationId, [
      permission,
    ]);
    expect(await outcome(call(server.withToken(withScope)))).toBe(passes);
    const without = await server.tokenFor(planted.people.owner, planted.organisationId, [
      "site.read",
    ]);
    expect(await outcome(call(server.withToken(without)))).toBe("token_scope_missing");
    const beyond = await server.tokenFor(planted.people.reader, planted.organisationId, [
      permission,
    ]);
    expect(await outcome(call(server.withToken(beyond)))).toBe(
      roles.includes("reader") ? passes : "not_allowed",
    );
  });
});

/** Calls an endpoint as every role, as tokens with and without the scope, and as nobody; compares with the permission it should ask for. */
import type { ApiClient } from "@throughline/contract";
import {
  memberRoles,
  permissions,
  permissionsOfRole,
  type MemberRole,
  type Permission,
} from "@throughline/domain";
import { expect } from "vitest";
import { codeOf } from "./expect-code.ts";
import type { TestApp } from "./start-test-app.ts";

/** An endpoint, the permission it asks for and a harmless call of it. */
export interface GuardedEndpoint {
  readonly name: string;
  readonly permission: Permission;
  readonly call: (client: ApiClient) => Promise<unknown>;
}

const refusedForWhoAsks = ["not_allowed", "token_scope_missing", "not_signed_in"];

/** Fails when anyone is let in who may not, or kept out who may. */
export async function expectAccess(
  server: TestApp,
  org: {
    readonly organisationId: string;
    readonly people: Readonly<Record<MemberRole, string>>;
  },
  { name, permission, call }: GuardedEndpoint,
): Promise<void> {
  expect(await codeOf(call(server.anonymous())), `${name} as nobody`).toBe("not_signed_in");
  for (const role of memberRoles) {
    const code = await codeOf(call(server.as(org.people[role], org.organisationId)));
    if (permissionsOfRole[role].includes(permission))
      expect(refusedForWhoAsks, `${name} as ${role}`).not.toContain(code);
    else expect(code, `${name} as ${role}`).toBe("not_allowed");
  }
  const owner = org.people.owner;
  const others = permissions.filter((one) => one !== permission);
  const without = await server.tokenFor(owner, org.organisationId, others);
  expect(await codeOf(call(server.withToken(without))), `${name} without the scope`).toBe(
    "token_scope_missing",
  );
  const withIt = await server.tokenFor(owner, org.organisationId, [permission]);
  expect(refusedForWhoAsks, `${name} with the scope alone`).not.toContain(
    await codeOf(call(server.withToken(withIt))),
  );
}

import { memberRoles, type MemberRole } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideInvitation,
  decideOwnRoles,
  decideRemoval,
  decideRoleChange,
  stateOfInvitation,
} from "./organisations.policy.ts";

const role = fc.constantFrom<MemberRole>(...memberRoles);
const notOwner = fc.constantFrom<MemberRole>("manager", "contributor", "reader");
const owners = fc.integer({ min: 1, max: 4 });

describe("changing members", () => {
  it("never leaves an organisation without an owner, and says so", () => {
    fc.assert(
      fc.property(notOwner, owners, (to, count) => {
        const expected = count > 1 ? { ok: true } : { ok: false, code: "last_owner" };
        const change = { actorRole: "owner", from: "owner", to, owners: count } as const;
        expect(decideRoleChange(change)).toEqual(expected);
        expect(decideRemoval({ actorRole: "owner", role: "owner", owners: count })).toEqual(
          expected,
        );
      }),
    );
  });

  it("leaves owners to owners", () => {
    fc.assert(
      fc.property(notOwner, role, owners, (actorRole, other, count) => {
        const refused = { ok: false, code: "not_allowed" };
        expect(
          decideRoleChange({ actorRole, from: "owner", to: other, owners: count }),
        ).toMatchObject(refused);
        expect(
          decideRoleChange({ actorRole, from: other, to: "owner", owners: count }),
        ).toMatchObject(refused);
        expect(decideRemoval({ actorRole, role: "owner", owners: count })).toMatchObject(refused);
        expect(decideInvitation(actorRole, "owner")).toMatchObject(refused);
      }),
    );
  });

  it("is free among the others", () => {
    fc.assert(
      fc.property(role, notOwner, notOwner, owners, (actorRole, from, to, count) => {
        expect(decideRoleChange({ actorRole, from, to, owners: count }).ok).toBe(true);
        expect(decideRemoval({ actorRole, role: from, owners: count }).ok).toBe(true);
        expect(decideInvitation(actorRole, to).ok).toBe(true);
      }),
    );
  });
});

describe("an organisation's own roles", () => {
  it("may be any but operator of the hub, unless it is that already", () => {
    expect(decideOwnRoles(["buyer"], ["reseller", "brand"]).ok).toBe(true);
    expect(decideOwnRoles(["buyer"], ["hub_operator"])).toMatchObject({
      ok: false,
      code: "not_allowed",
    });
    expect(decideOwnRoles(["hub_operator"], ["hub_operator", "buyer"]).ok).toBe(true);
  });
});

describe("an invitation", () => {
  it("is open until it is used, withdrawn or too old, and used wins over too old", () => {
    const expires_at = new Date("2026-06-10T00:00:00Z");
    const before = new Date("2026-06-09T23:59:59Z");
    const open = { accepted_at: null, revoked_at: null, expires_at };
    expect(stateOfInvitation(open, before)).toBe("open");
    expect(stateOfInvitation(open, expires_at)).toBe("expired");
    expect(stateOfInvitation({ ...open, revoked_at: before }, before)).toBe("revoked");
    expect(stateOfInvitation({ ...open, accepted_at: before }, new Date("2027-01-01"))).toBe(
      "accepted",
    );
  });
});

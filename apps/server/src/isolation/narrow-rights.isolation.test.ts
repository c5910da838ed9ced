/** What the application role cannot do even with SQL of its own: the last line when a use case is wrong. */
import { createHash, randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { Scope } from "@throughline/db";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../test/code-of.ts";

let db: TestDatabase;
let org: PlantedOrganisation;
let other: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
});

/** Runs one statement as the application role; how many rows it touched. */
async function run(scope: Scope, text: string): Promise<bigint> {
  return db.database.withActor(scope, async (tx) => {
    const done = await sql.raw(text).execute(tx);
    return done.numAffectedRows ?? 0n;
  });
}

async function plantInvitation(role = "reader"): Promise<{ hash: string; id: string }> {
  const hash = createHash("sha256").update(randomUUID()).digest("hex");
  const id = randomUUID();
  await run(
    org.actor(),
    `insert into invitations (id, organisation_id, role, token_hash, expires_at, email)
     values ('${id}', '${org.organisationId}', '${role}', '${hash}', now() + interval '1 day', 'a@example.org')`,
  );
  return { hash, id };
}

describe("the holder of an invitation link", () => {
  it("cannot give itself another role, another organisation, or more time", async () => {
    const { hash } = await plantInvitation();
    const personId = randomUUID();
    const holder = { organisationId: null, personId, invitationHash: hash };
    for (const change of [
      "role = 'owner'",
      `organisation_id = '${other.organisationId}'`,
      "expires_at = now() + interval '1 year'",
      `token_hash = 'x'`,
    ]) {
      const attempt = run(holder, `update invitations set ${change}, accepted_by = '${personId}'`);
      expect(await codeOf(attempt), change).toBe("reference_unknown");
    }
    const asOwner = run(
      holder,
      `insert into members values ('${org.organisationId}', '${personId}', 'owner', 'n', 'e')`,
    );
    expect(await codeOf(asOwner)).toBe("reference_unknown");
  });

  it("accepts once, and takes neither acceptance nor withdrawal back", async () => {
    const { hash, id } = await plantInvitation();
    const personId = randomUUID();
    const holder = { organisationId: null, personId, invitationHash: hash };
    const accept = `update invitations set accepted_at = now(), accepted_by = '${personId}'`;
    expect(await run(holder, accept)).toBe(1n);
    expect(await run(holder, "update invitations set accepted_at = null")).toBe(0n);
    expect(await run(holder, accept)).toBe(0n);
    const again = run(org.actor(), `update invitations set accepted_at = null where id = '${id}'`);
    expect(await codeOf(again)).toBe("input_invalid");

    const withdrawn = await plantInvitation();
    await run(
      org.actor(),
      `update invitations set revoked_at = now() where id = '${withdrawn.id}'`,
    );
    const late = { organisationId: null, personId, invitationHash: withdrawn.hash };
    expect(await run(late, `${accept}, revoked_at = null`)).toBe(0n);
    const undone = run(
      org.actor(),
      `update invitations set revoked_at = null where id = '${withdrawn.id}'`,
    );
    expect(await codeOf(undone)).toBe("input_invalid");
    expect(await codeOf(run(org.actor(), "delete from invitations"))).toBe("reference_unknown");
  });
});

describe("errors", () => {
  it("are the same for another organisation's row as for none", async () => {
    const contractId = randomUUID();
    await run(
      org.actor(),
      `insert into contracts (id, organisation_id, kind, reference, title) values ('${contractId}', '${org.organisationId}', 'framework', 'F', 'F')`,
    );
    await run(
      org.actor(),
      `insert into contract_lots (contract_id, organisation_id, number, title) values ('${contractId}', '${org.organisationId}', '1', 'Lot')`,
    );
    await run(
      org.actor(),
      `insert into framework_access (framework_id, organisation_id, granted_by) values ('${contractId}', '${org.organisationId}', '${org.organisationId}')`,
    );
    for (const id of [contractId, randomUUID()]) {
      const lot = `insert into contract_lots (contract_id, organisation_id, number, title) values ('${id}', '${other.organisationId}', '1', 'Lot')`;
      expect(await codeOf(run(other.actor(), lot))).toBe("reference_unknown");
      const access = `insert into framework_access (framework_id, organisation_id, granted_by) values ('${id}', '${org.organisationId}', '${other.organisationId}')`;
      expect(await codeOf(run(other.actor(), access))).toBe("reference_unknown");
    }
  });
});

describe("the audit", () => {
  it("takes its instant from the database, and is neither changed nor deleted", async () => {
    const backdated = `insert into audit_entries (organisation_id, at, actor_kind, request_id, action, subject_kind, subject_id)
      values ('${org.organisationId}', '2020-01-01', 'system', 'r', 'a', 'k', 'i')`;
    expect(await codeOf(run(org.actor(), backdated))).toBe("reference_unknown");
    for (const text of ["update audit_entries set action = 'x'", "delete from audit_entries"])
      expect(await codeOf(run(org.actor(), text)), text).toBe("reference_unknown");
  });
});

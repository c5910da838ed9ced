/** SQL on frameworks: who may use one, and what was called off from it. */
import type { Tx } from "@throughline/db";

/** Lets an organisation use a framework; answers false when it could already. */
export async function insertAccess(
  tx: Tx,
  frameworkId: string,
  organisationId: string,
  grantedBy: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("framework_access")
    .values({ framework_id: frameworkId, organisation_id: organisationId, granted_by: grantedBy })
    .onConflict((conflict) => conflict.columns(["framework_id", "organisation_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Frameworks of other organisations that this one may use. */
export async function listUsableFrameworks(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("framework_access")
    .where("organisation_id", "=", organisationId)
    .where("granted_by", "!=", organisationId)
    .select("framework_id")
    .execute();
  return rows.map((row) => row.framework_id);
}

/** Organisations that may use a framework besides the one that keeps it, the latest first. */
export async function listUsers(
  tx: Tx,
  frameworkId: string,
  keeperId: string,
): Promise<{ readonly organisationId: string; readonly grantedOn: string }[]> {
  const rows = await tx
    .selectFrom("framework_access")
    .where("framework_id", "=", frameworkId)
    .where("organisation_id", "!=", keeperId)
    .select(["organisation_id", "granted_at"])
    .orderBy("granted_at", "desc")
    .orderBy("organisation_id")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    grantedOn: row.granted_at.toISOString().slice(0, 10),
  }));
}

/** A framework by its reference: one's own first, else the only usable one of that reference. */
export async function findFrameworkByReference(
  tx: Tx,
  organisationId: string,
  reference: string,
): Promise<{ readonly id: string; readonly kind: string } | undefined> {
  const rows = await tx
    .selectFrom("contracts")
    .where("reference", "=", reference)
    .select(["id", "kind", "organisation_id"])
    .execute();
  const own = rows.find((row) => row.organisation_id === organisationId);
  if (own !== undefined) return own;
  return rows.length === 1 ? rows[0] : undefined;
}

/** One's own call-offs from a framework. */
export async function listCallOffs(tx: Tx, frameworkId: string) {
  return tx
    .selectFrom("contracts")
    .where("framework_id", "=", frameworkId)
    .select(["id", "title", "reference"])
    .orderBy("reference")
    .execute();
}

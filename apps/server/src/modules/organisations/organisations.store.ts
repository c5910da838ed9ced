/** All SQL on organisations, their roles and their identifiers. */
import type { Tx } from "@throughline/db";
import type { MemberRole, OrganisationRole } from "@throughline/domain";

export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly size_class: string | null;
  readonly foi_subject: boolean | null;
  readonly invented: boolean;
  readonly version: number;
}

export interface IdentifierRow {
  readonly scheme: string;
  readonly value: string;
  readonly check_digit_verified: boolean;
}

/** The organisation with this id, if it is the acting one or the caller is a member. */
export async function findOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  return tx
    .selectFrom("organisations")
    .select(["id", "name", "country", "size_class", "foi_subject", "invented", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Makes others who want the same organisation wait until this transaction ends. */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("organisations").select("id").where("id", "=", id).forUpdate().execute();
}

export async function listRoles(tx: Tx, organisationId: string): Promise<OrganisationRole[]> {
  const rows = await tx
    .selectFrom("organisation_roles")
    .select("role")
    .where("organisation_id", "=", organisationId)
    .orderBy("role")
    .execute();
  // The column's check constraint holds the vocabulary.
  return rows.map((row) => row.role as OrganisationRole);
}

export async function listIdentifiers(tx: Tx, organisationId: string): Promise<IdentifierRow[]> {
  return tx
    .selectFrom("organisation_identifiers")
    .select(["scheme", "value", "check_digit_verified"])
    .where("organisation_id", "=", organisationId)
    .orderBy("scheme")
    .orderBy("value")
    .execute();
}

export interface NewOrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly sizeClass: string | null;
  readonly foiSubject: boolean | null;
  readonly invented: boolean;
  readonly openedBy: string | null;
}

/** Adds an organisation in its own scope; `false` when the id is there already. */
export async function insertOrganisation(tx: Tx, row: NewOrganisationRow): Promise<boolean> {
  const done = await tx
    .insertInto("organisations")
    .values({
      id: row.id,
      name: row.name,
      country: row.country,
      size_class: row.sizeClass,
      foi_subject: row.foiSubject,
      invented: row.invented,
      opened_by: row.openedBy,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export interface OrganisationChange {
  readonly name?: string | undefined;
  readonly country?: string | null | undefined;
  readonly size_class?: string | null | undefined;
  readonly foi_subject?: boolean | null | undefined;
}

/** Writes the change and the next version; `false` when somebody else's version is there. */
export async function updateOrganisation(
  tx: Tx,
  id: string,
  version: number,
  change: OrganisationChange,
): Promise<boolean> {
  const done = await tx
    .updateTable("organisations")
    .set({ ...change, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function replaceRoles(
  tx: Tx,
  organisationId: string,
  roles: readonly OrganisationRole[],
): Promise<void> {
  await tx.deleteFrom("organisation_roles").where("organisation_id", "=", organisationId).execute();
  if (roles.length === 0) return;
  await tx
    .insertInto("organisation_roles")
    .values([...new Set(roles)].map((role) => ({ organisation_id: organisationId, role })))
    .execute();
}

export async function replaceIdentifiers(
  tx: Tx,
  organisationId: string,
  identifiers: readonly IdentifierRow[],
): Promise<void> {
  await tx
    .deleteFrom("organisation_identifiers")
    .where("organisation_id", "=", organisationId)
    .execute();
  if (identifiers.length === 0) return;
  await tx
    .insertInto("organisation_identifiers")
    .values(identifiers.map((one) => ({ organisation_id: organisationId, ...one })))
    .execute();
}

/** One membership of a person, with what its organisation is. */
export interface MembershipRow {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationRoles: OrganisationRole[];
  readonly invented: boolean;
  readonly role: MemberRole;
}

/** Where a person is a member, in the order of joining. The transaction's scope must name that person. */
export async function listMemberships(tx: Tx, personId: string): Promise<MembershipRow[]> {
  const rows = await tx
    .selectFrom("members as m")
    .innerJoin("organisations as o", "o.id", "m.organisation_id")
    .select(["m.organisation_id", "m.role", "o.name", "o.invented"])
    .where("m.person_id", "=", personId)
    .orderBy("m.joined_at")
    .orderBy("m.organisation_id")
    .execute();
  if (rows.length === 0) return [];
  const roles = await tx
    .selectFrom("organisation_roles")
    .select(["organisation_id", "role"])
    .where(
      "organisation_id",
      "in",
      rows.map((row) => row.organisation_id),
    )
    .orderBy("role")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    organisationName: row.name,
    organisationRoles: roles
      .filter((held) => held.organisation_id === row.organisation_id)
      // The columns' check constraints hold both vocabularies.
      .map((held) => held.role as OrganisationRole),
    invented: row.invented,
    role: row.role as MemberRole,
  }));
}

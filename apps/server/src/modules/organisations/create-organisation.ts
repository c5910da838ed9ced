/**
 * Lays an organisation with its roles, identifiers and first members, in its own scope. For the demonstrations and for
 * whoever opens a workspace; people join an existing one by invitation.
 */
import { randomUUID } from "node:crypto";
import type { Database, Tx } from "@throughline/db";
import type { OrganisationRole } from "@throughline/domain";
import { recordSystemAudit } from "../../platform/audit.ts";
import { checkIdentifiers } from "./check-identifiers.ts";
import { insertMember, type NewMember } from "./members.store.ts";
import { insertOrganisation, replaceIdentifiers, replaceRoles } from "./organisations.store.ts";

export interface NewOrganisation {
  /** A fixed id makes a second call with it do nothing. */
  readonly id?: string;
  readonly name: string;
  readonly country: string | null;
  readonly roles: readonly OrganisationRole[];
  readonly sizeClass?: "micro" | "small" | "medium" | "large" | null;
  readonly foiSubject?: boolean | null;
  readonly invented?: boolean;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  readonly members?: readonly NewMember[];
  /** The organisation that opens it; null for the server itself. */
  readonly openedBy?: string | null;
}

/** What is said of a new organisation in its audit. */
export function saidOf(about: NewOrganisation): Record<string, unknown> {
  return {
    name: about.name,
    country: about.country,
    roles: about.roles,
    invented: about.invented ?? false,
    openedBy: about.openedBy ?? null,
  };
}

/** Writes it within a transaction of its own scope; `false` when it is there already. The caller audits it. */
export async function layOrganisation(
  tx: Tx,
  organisationId: string,
  about: NewOrganisation,
): Promise<boolean> {
  const identifiers = checkIdentifiers(about.identifiers ?? []);
  const laid = await insertOrganisation(tx, {
    id: organisationId,
    name: about.name,
    country: about.country,
    sizeClass: about.sizeClass ?? null,
    foiSubject: about.foiSubject ?? null,
    invented: about.invented ?? false,
    openedBy: about.openedBy ?? null,
  });
  if (!laid) return false;
  await replaceRoles(tx, organisationId, about.roles);
  await replaceIdentifiers(tx, organisationId, identifiers);
  for (const member of about.members ?? []) await insertMember(tx, organisationId, member);
  return true;
}

/**
 * Creates an organisation on the server's own behalf.
 *
 * @param occasion what stands as the request in the audit, for instance `demonstrations`
 * @returns its id, also when it was there already
 */
export async function createOrganisation(
  database: Database,
  about: NewOrganisation,
  occasion: string,
): Promise<string> {
  const organisationId = about.id ?? randomUUID();
  await database.withActor({ organisationId, personId: null }, async (tx) => {
    if (!(await layOrganisation(tx, organisationId, about))) return;
    await recordSystemAudit(tx, organisationId, occasion, {
      action: "open-organisation",
      subjectKind: "organisation",
      subjectId: organisationId,
      after: {
        ...saidOf(about),
        members: (about.members ?? []).map(({ personId, role }) => ({ personId, role })),
      },
    });
  });
  return organisationId;
}

/** Plants organisations with members straight into the tables, through row security, for tests that are not about joining. */
import { randomUUID } from "node:crypto";
import type { Database } from "@throughline/db";
import type { Actor, MemberRole, OrganisationRole } from "@throughline/domain";

export interface PlantedOrganisation {
  readonly organisationId: string;
  readonly name: string;
  /** One person per member role. */
  readonly people: Readonly<Record<MemberRole, string>>;
  actor(role?: MemberRole): Actor;
}

/** Plants an organisation with an owner, a manager, a contributor and a reader. */
export async function plantOrganisation(
  database: Database,
  name = "Planted",
  roles: readonly OrganisationRole[] = ["buyer"],
): Promise<PlantedOrganisation> {
  const organisationId = randomUUID();
  const people: Record<MemberRole, string> = {
    owner: randomUUID(),
    manager: randomUUID(),
    contributor: randomUUID(),
    reader: randomUUID(),
  };
  await database.withActor({ organisationId, personId: people.owner }, async (tx) => {
    await tx
      .insertInto("organisations")
      .values({ id: organisationId, name, invented: true })
      .execute();
    if (roles.length > 0)
      await tx
        .insertInto("organisation_roles")
        .values(roles.map((role) => ({ organisation_id: organisationId, role })))
        .execute();
    for (const role of ["owner", "manager", "contributor", "reader"] as const) {
      await tx
        .insertInto("members")
        .values({
          organisation_id: organisationId,
          person_id: people[role],
          role,
          name: `${role} of ${name}`,
          email: `${role}@${organisationId}.example`,
        })
        .execute();
    }
  });
  return {
    organisationId,
    name,
    people,
    actor: (role = "owner") => ({
      organisationId,
      personId: people[role],
      role,
      scopes: null,
      requestId: randomUUID(),
    }),
  };
}

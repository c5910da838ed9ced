/** What the acting organisation says about itself, and what the caller may do there. */
import { AppError } from "@throughline/domain";
import type { Organisation } from "@throughline/contract";
import { may, type Work } from "../../platform/api.ts";
import { findOrganisation, listIdentifiers, listRoles } from "./organisations.store.ts";

export async function getOrganisation(work: Work): Promise<Organisation> {
  const id = work.actor.organisationId;
  const row = await findOrganisation(work.tx, id);
  if (row === undefined) throw new AppError("not_found");
  const roles = await listRoles(work.tx, id);
  const identifiers = await listIdentifiers(work.tx, id);
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    roles,
    // The column's check constraint holds the vocabulary.
    sizeClass: row.size_class as Organisation["sizeClass"],
    foiSubject: row.foi_subject,
    invented: row.invented,
    identifiers: identifiers.map((one) => ({
      scheme: one.scheme,
      value: one.value,
      checkDigitVerified: one.check_digit_verified,
    })),
    version: row.version,
    can: {
      write: may(work, "organisation.write"),
      invite: may(work, "member.write"),
      readAudit: may(work, "audit.read"),
      openOrganisations: may(work, "organisation.write") && roles.includes("hub_operator"),
    },
  };
}

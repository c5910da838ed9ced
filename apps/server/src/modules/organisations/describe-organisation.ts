/** Changes what the organisation says about itself. Fields left out stay as they are. */
import type { Organisation } from "@throughline/contract";
import { AppError, type OrganisationRole } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { checkIdentifiers } from "./check-identifiers.ts";
import { getOrganisation } from "./get-organisation.ts";
import { decideOwnRoles } from "./organisations.policy.ts";
import { replaceIdentifiers, replaceRoles, updateOrganisation } from "./organisations.store.ts";

export interface OrganisationDescription {
  readonly version: number;
  readonly name?: string | undefined;
  readonly country?: string | null | undefined;
  readonly roles?: readonly OrganisationRole[] | undefined;
  readonly sizeClass?: Organisation["sizeClass"] | undefined;
  readonly foiSubject?: boolean | null | undefined;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[] | undefined;
}

export async function describeOrganisation(
  work: Work,
  input: OrganisationDescription,
): Promise<Organisation> {
  const id = work.actor.organisationId;
  const before = await getOrganisation(work);
  if (input.roles !== undefined) {
    const decided = decideOwnRoles(before.roles, input.roles);
    if (!decided.ok) throw new AppError(decided.code, decided.why);
  }
  const identifiers = input.identifiers && checkIdentifiers(input.identifiers);
  const written = await updateOrganisation(work.tx, id, input.version, {
    name: input.name,
    country: input.country,
    size_class: input.sizeClass,
    foi_subject: input.foiSubject,
  });
  if (!written) throw new AppError("conflict");
  if (input.roles !== undefined) await replaceRoles(work.tx, id, input.roles);
  if (identifiers !== undefined) await replaceIdentifiers(work.tx, id, identifiers);
  const after = await getOrganisation(work);
  await recordAudit(work, {
    action: "describe-organisation",
    subjectKind: "organisation",
    subjectId: id,
    before: said(before),
    after: said(after),
  });
  return after;
}

function said({ can: _, ...organisation }: Organisation): Omit<Organisation, "can"> {
  return organisation;
}

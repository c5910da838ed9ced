/**
 * A workspace without members, laid for whoever holds link and code of a request, and its claiming: a person who signs
 * in and holds them becomes its owner. From then on it is an organisation like any other, and links open nothing.
 */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { layOrganisation, saidOf } from "./create-organisation.ts";
import { hasMembers, insertMember } from "./members.store.ts";
import { findOrganisation, lockOrganisation, updateOrganisation } from "./organisations.store.ts";

/** Lays it in the acting organisation's own scope. */
export async function layWorkspace(
  work: Work,
  about: { readonly name: string; readonly invented: boolean },
): Promise<void> {
  const { organisationId } = work.actor;
  const workspace = { ...about, country: null, roles: [] };
  await layOrganisation(work.tx, organisationId, workspace);
  await recordAudit(work, {
    action: "lay-workspace",
    subjectKind: "organisation",
    subjectId: organisationId,
    after: { ...saidOf(workspace), name: null },
  });
}

/** Makes the person its first owner. Of two who try at once one is told that it is answered by members already. */
export async function claimWorkspace(
  work: Work,
  person: { readonly id: string; readonly name: string; readonly email: string },
  about: { readonly name: string; readonly country: string | null },
): Promise<void> {
  const { tx } = work;
  const { organisationId } = work.actor;
  await lockOrganisation(tx, organisationId);
  const organisation = await findOrganisation(tx, organisationId);
  if (organisation === undefined) throw new AppError("not_found");
  if (await hasMembers(tx, organisationId))
    throw new AppError(
      "conflict",
      "This workspace has become an organisation with members already.",
    );
  await insertMember(tx, organisationId, {
    personId: person.id,
    role: "owner",
    name: person.name,
    email: person.email,
  });
  await updateOrganisation(tx, organisationId, organisation.version, about);
  await recordAudit(work, {
    action: "claim-workspace",
    subjectKind: "organisation",
    subjectId: organisationId,
    after: { ...about, role: "owner", person: await sealPersonal(work, person.id, person.name) },
  });
}

/** Makes the workspace of the opened request an organisation, with the signed-in person as its owner. */
import { changeOrganisation } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { isoDate, makeWork, requireSession, type ApiContext } from "../../platform/api.ts";
import { keepGuest } from "../../platform/guest.ts";
import { findPerson } from "../../platform/keep-people.ts";
import { claimWorkspace, listMemberships } from "../organisations/index.ts";
import { lockOpenedDelivery } from "./answering.store.ts";

export async function claimOpenedWorkspace(
  context: ApiContext,
  input: { readonly name: string; readonly country: string | null },
): Promise<{ organisationId: string }> {
  const { personId } = requireSession(context);
  const requestHash = context.guest;
  if (requestHash === null) throw new AppError("request_link_not_valid");
  const person = await findPerson(context.database, personId);
  if (person === undefined) throw new AppError("not_signed_in");
  const organisationId = await context.database.withActor(
    { organisationId: null, personId, requestHash },
    async (tx) => {
      const delivery = await lockOpenedDelivery(tx, requestHash);
      const workspaceId = delivery?.answering_id ?? null;
      if (
        delivery === undefined ||
        workspaceId === null ||
        delivery.expires_on < isoDate(context.now)
      )
        throw new AppError("request_link_not_valid");
      // Who asks knows link and code too, and must not become who answers.
      const memberships = await listMemberships(tx, personId);
      if (memberships.some((one) => one.organisationId === delivery.organisation_id))
        throw new AppError("conflict", "This is a request of your own organisation.");
      await changeOrganisation(tx, workspaceId);
      const work = makeWork({
        tx,
        actor: {
          organisationId: workspaceId,
          personId,
          role: "owner",
          scopes: null,
          requestId: context.requestId,
        },
        tokenId: null,
        now: context.now,
      });
      await claimWorkspace(work, person, input);
      return workspaceId;
    },
  );
  // Its links open nothing any more: whoever holds one signs in.
  keepGuest(context, null);
  return { organisationId };
}

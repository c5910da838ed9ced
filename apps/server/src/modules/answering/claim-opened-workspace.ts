/** Makes the workspace of the opened request, or seat, an organisation, with the signed-in person as its owner. */
import { changeOrganisation, type Tx } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { isoDate, makeWork, requireSession, type ApiContext } from "../../platform/api.ts";
import { keepGuest } from "../../platform/guest.ts";
import { findPerson } from "../../platform/keep-people.ts";
import {
  findOpenedSeat,
  findSeatToClaim,
  refuseOtherSidesPeople,
  sitByAccount,
} from "../dialogues/index.ts";
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
      const { workspaceId, askedBy, seatId } = await findOpened(
        tx,
        requestHash,
        isoDate(context.now),
      );
      // Who asks knows link and code too, and must not become who answers.
      const memberships = await listMemberships(tx, personId);
      if (memberships.some((one) => one.organisationId === askedBy))
        throw new AppError(
          "conflict",
          seatId !== null
            ? "This is a seat at your own organisation's table."
            : "This is a request of your own organisation.",
        );
      const place = seatId === null ? undefined : await findOpenedSeat(tx, seatId);
      if (place !== undefined) await refuseOtherSidesPeople(tx, personId, place);
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
      if (seatId !== null) await sitByAccount(work);
      return workspaceId;
    },
  );
  // Its links open nothing any more: whoever holds one signs in.
  keepGuest(context, null);
  return { organisationId };
}

/** The workspace that answers the request, or sits on the seat, that the hash opens, and whose it is. */
async function findOpened(
  tx: Tx,
  requestHash: string,
  today: string,
): Promise<{
  readonly workspaceId: string;
  readonly askedBy: string;
  readonly seatId: string | null;
}> {
  const delivery = await lockOpenedDelivery(tx, requestHash);
  if (delivery !== undefined && delivery.answering_id !== null && delivery.expires_on >= today)
    return { workspaceId: delivery.answering_id, askedBy: delivery.organisation_id, seatId: null };
  const seat = await findSeatToClaim(tx, requestHash);
  if (seat !== undefined && seat.expiresOn >= today)
    return { workspaceId: seat.workspaceId, askedBy: seat.hostId, seatId: seat.seatId };
  throw new AppError("request_link_not_valid");
}

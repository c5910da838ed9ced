/**
 * Opens a request by link and code. The first time a workspace is laid for whoever holds them; later requests of the
 * same requester to the same address find it again. A link that is unknown, withdrawn or out of date and a wrong code
 * get one and the same answer, by one and the same query.
 */
import { randomUUID } from "node:crypto";
import { changeOrganisation } from "@throughline/db";
import { AppError, permissionsOfRole } from "@throughline/domain";
import { isoDate, makeWork, type ApiContext } from "../../platform/api.ts";
import { hashLinkAndCode, keepGuest } from "../../platform/guest.ts";
import { countTries, requestPerAddress, requestPerLink } from "../../platform/limit-tries.ts";
import { hasMembers, layWorkspace, listMemberships } from "../organisations/index.ts";
import { isBegun, lockOpenedDelivery, setAnswerer } from "./answering.store.ts";
import { beginAnswering } from "./begin-answering.ts";

export interface LinkToOpen {
  /** What the link carries behind `#`. */
  readonly secret: string;
  readonly code: string;
}

export interface OpenedRequest {
  readonly deliveryId: string;
  /** Whoever is signed in may answer it as an organisation instead. */
  readonly signedInCanTakeOver: boolean;
}

export async function openRequest(context: ApiContext, input: LinkToOpen): Promise<OpenedRequest> {
  return countOpening(context, input, async () => {
    const memberOf = await listWritableMemberships(context);
    const requestHash = hashLinkAndCode(input.secret, input.code);
    const opened = await enterWorkspace(context, requestHash, memberOf);
    // A workspace with members opens for them alone: they answer as the organisation it is.
    if (opened.asGuest) keepGuest(context, input);
    return { deliveryId: opened.deliveryId, signedInCanTakeOver: opened.takeOver };
  });
}

/** Counts one try at the link and from the address; a failed one stays counted. */
export function countOpening<T>(
  context: ApiContext,
  input: LinkToOpen,
  attempt: () => Promise<T>,
): Promise<T> {
  return countTries(
    context,
    [
      [requestPerLink, input.secret],
      [requestPerAddress, context.clientAddress],
    ],
    attempt,
  );
}

/**
 * Finds the delivery that the hash opens and the workspace that answers it, laying one the first time.
 *
 * @param memberships organisations whose record whoever is signed in may write
 */
export async function enterWorkspace(
  context: Pick<ApiContext, "database" | "now" | "requestId">,
  requestHash: string,
  memberships: ReadonlySet<string>,
): Promise<{ deliveryId: string; workspaceId: string; asGuest: boolean; takeOver: boolean }> {
  return context.database.withActor(
    { organisationId: null, personId: null, requestHash },
    async (tx) => {
      const delivery = await lockOpenedDelivery(tx, requestHash);
      if (delivery === undefined || delivery.expires_on < isoDate(context.now))
        throw new AppError("request_link_not_valid");
      const organisationId = delivery.answering_id ?? randomUUID();
      await changeOrganisation(tx, organisationId);
      const work = makeWork({
        tx,
        actor: {
          organisationId,
          personId: null,
          role: "guest",
          scopes: null,
          requestId: context.requestId,
        },
        tokenId: null,
        now: context.now,
      });
      if (delivery.answering_id === null) {
        await layWorkspace(work, {
          // Not by the person the mail went to: releases are named by it, and never change.
          name: delivery.content.addressee ?? delivery.to_name,
          invented: delivery.content.requester.invented,
        });
        await setAnswerer(tx, delivery.id, organisationId);
      } else if (await hasMembers(tx, organisationId)) {
        if (!memberships.has(organisationId))
          throw new AppError(
            "not_signed_in",
            "This request is answered by an organisation with members. Sign in to go on.",
          );
        return {
          deliveryId: delivery.id,
          workspaceId: organisationId,
          asGuest: false,
          takeOver: true,
        };
      }
      await beginAnswering(work, { id: delivery.id, requesterId: delivery.organisation_id });
      return {
        deliveryId: delivery.id,
        workspaceId: organisationId,
        asGuest: true,
        takeOver: memberships.size > 0 && !(await isBegun(tx, organisationId)),
      };
    },
  );
}

/** Organisations whose record whoever is signed in may write. A token is bound to its own work and takes over nothing. */
async function listWritableMemberships(context: ApiContext): Promise<ReadonlySet<string>> {
  const { caller } = context;
  if (caller === null || caller.sessionId === null) return new Set();
  const memberships = await context.database.withActor(
    { organisationId: null, personId: caller.personId },
    (tx) => listMemberships(tx, caller.personId),
  );
  return new Set(
    memberships.flatMap(({ organisationId, role }) =>
      permissionsOfRole[role].includes("record.write") ? [organisationId] : [],
    ),
  );
}

/** What buyers read of a proposal, without the terms of whoever has withdrawn them since. */
import type { ProposalContent } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { readInstances } from "./copies.store.ts";
import { readDetails, type StoredProposal } from "./proposals.store.ts";

export interface StandingDetails {
  readonly content: ProposalContent;
  /** Whose the buyers of the content are, in their order. */
  readonly organisationIds: readonly string[];
  /** Every copy it was computed from is still what its owner shares. */
  readonly isCurrent: boolean;
}

/**
 * Reads it; `null` for reference members. Once somebody has withdrawn its terms, the sentences and sums made with them give
 * way to those of the copy that names nobody, and what it meant for that buyer is told to that buyer alone.
 */
export async function readStanding(
  work: Work,
  { id, groupId, requirement, content }: StoredProposal,
): Promise<StandingDetails | null> {
  const details = await readDetails(work, id);
  if (details === null) return null;
  const { organisationIds, sources } = details;
  const shared = await readInstances(work, groupId, requirement);
  const sharedIds = new Set(shared.map((one) => one.id));
  const sharing = new Set(shared.map(({ organisationId }) => organisationId));
  const sharers = [...organisationIds, ...sources.map(({ organisationId }) => organisationId)];
  if (sharers.every((one) => sharing.has(one)))
    return {
      content: details.content,
      organisationIds,
      isCurrent: sources.every(({ sharedId }) => sharedIds.has(sharedId)),
    };
  const isTold = (organisationId: string | undefined): boolean =>
    organisationId !== undefined &&
    (sharing.has(organisationId) || organisationId === work.actor.organisationId);
  return {
    content: {
      ...content,
      buyers: details.content.buyers.filter((_, at) => isTold(organisationIds[at])),
    },
    organisationIds: organisationIds.filter(isTold),
    isCurrent: false,
  };
}

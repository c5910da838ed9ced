/** Proposals: computed and kept as a draft, put out for comment, discussed, closed with what people agreed, taken home. */
import type { Proposal, ProposalComment, ProposalSummary } from "@throughline/contract";
import { AppError, type IsoDate, type ParameterValues, type Sentence } from "@throughline/domain";
import { findRequirement, type Objective } from "@throughline/requirements";
import { may, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { openHouseLibrary, takeUp } from "../requirements/index.ts";
import { readCompared } from "./compare-group.ts";
import { computeProposal } from "./compute-proposal.ts";
import { readOwnFace } from "./groups.store.ts";
import { sayAsked, sayHarmonisation } from "./harmonisation-sentences.ts";
import { requireConvenor, requireGroup } from "./keep-groups.ts";
import { readStanding } from "./read-standing.ts";
import {
  findProposal,
  insertComment,
  insertProposal,
  moveProposal,
  readComments,
  readProposals,
  type Stance,
  type StoredComment,
  type StoredProposal,
} from "./proposals.store.ts";
import { requireShared } from "./share-instances.ts";

/** Comments with whether the same organisation said something else later. */
function tellComments(work: Work, comments: readonly StoredComment[]): ProposalComment[] {
  const latest = new Map(comments.map((one) => [one.organisationId, one.id]));
  return comments.map((one) => ({
    id: one.id,
    organisation: one.organisation,
    kind: one.kind,
    own: one.organisationId === work.actor.organisationId,
    stance: one.stance,
    text: one.text,
    on: one.at.toISOString(),
    replaced: latest.get(one.organisationId) !== one.id,
  }));
}

function summarise(
  proposal: StoredProposal,
  comments: readonly ProposalComment[],
): ProposalSummary {
  const standing = comments.filter(({ replaced }) => !replaced);
  const count = (stance: Stance): number => standing.filter((one) => one.stance === stance).length;
  return {
    id: proposal.id,
    requirement: proposal.requirement,
    title: findRequirement(proposal.requirement, null)?.title ?? proposal.requirement,
    state: proposal.state,
    madeOn: proposal.madeOn,
    commentUntil: proposal.commentUntil,
    outcome: proposal.outcome,
    stances: { agree: count("agree"), disagree: count("disagree"), change: count("change") },
  };
}

export async function listProposals(
  work: Work,
  groupId: string,
): Promise<{ proposals: ProposalSummary[] }> {
  await requireGroup(work, groupId);
  const proposals = await readProposals(work, groupId);
  const comments = Map.groupBy(
    await readComments(
      work,
      proposals.map(({ id }) => id),
    ),
    (one) => one.proposalId,
  );
  return {
    proposals: proposals.map((one) =>
      summarise(one, tellComments(work, comments.get(one.id) ?? [])),
    ),
  };
}

/** Computes it from what stands in the group now, and keeps it as a draft of whoever convenes. */
export async function proposeCore(
  work: Work,
  input: { readonly groupId: string; readonly requirement: string; readonly objective: Objective },
): Promise<{ proposalId: string }> {
  const { groupId } = input;
  await requireConvenor(work, groupId);
  const requirement = requireShared(input.requirement, null, "/requirement");
  const compared = await readCompared(work, groupId, input.requirement);
  if (!compared.some(({ stored }) => stored.values !== null))
    throw new AppError("input_invalid", undefined, [
      { path: "/requirement", message: "Nobody in the group has shared how it asks this." },
    ]);
  const { content, details } = computeProposal(requirement, compared, input.objective);
  const proposalId = await insertProposal(work, {
    groupId,
    requirement: requirement.key,
    requirementVersion: requirement.version,
    content,
    details,
  });
  await recordAudit(work, {
    action: "propose-common-core",
    subjectKind: "harmonisation_proposal",
    subjectId: proposalId,
    after: { ...input, core: content.core },
  });
  return { proposalId };
}

async function requireProposal(work: Work, proposalId: string): Promise<StoredProposal> {
  const proposal = await findProposal(work, proposalId);
  if (proposal === undefined) throw new AppError("not_found");
  return proposal;
}

/** One proposal; the reference group reads it without who asks what. */
export async function showProposal(work: Work, proposalId: string): Promise<Proposal> {
  const proposal = await requireProposal(work, proposalId);
  const group = await requireGroup(work, proposal.groupId);
  const details = await readStanding(work, proposal);
  const comments = tellComments(work, await readComments(work, [proposalId]));
  const write = may(work, "harmonisation.write");
  return {
    ...summarise(proposal, comments),
    groupId: proposal.groupId,
    version: proposal.version,
    content: details?.content ?? proposal.content,
    buyersShown: details !== null,
    comments,
    can: {
      // Also when it cannot be put out any more: trying it says why.
      publish: write && group.convenes && proposal.state === "draft",
      comment: write && takesComments(proposal, work.today),
      close: write && group.convenes && proposal.state === "out_for_comment",
      take: details !== null && proposal.state !== "draft" && may(work, "requirement.write"),
    },
  };
}

function takesComments(proposal: StoredProposal, today: IsoDate): boolean {
  return (
    proposal.state === "out_for_comment" &&
    proposal.commentUntil !== null &&
    today <= proposal.commentUntil
  );
}

/** Shows a draft to the group until a day. */
export async function putOut(
  work: Work,
  input: {
    readonly proposalId: string;
    readonly version: number;
    readonly commentUntil: IsoDate;
  },
): Promise<{ version: number }> {
  const proposal = await requireProposal(work, input.proposalId);
  await requireConvenor(work, proposal.groupId);
  if (proposal.state !== "draft")
    throw new AppError("conflict", "This proposal has been put out already.");
  if ((await readStanding(work, proposal))?.isCurrent !== true)
    throw new AppError(
      "conflict",
      "What the buyers share has changed since this was computed: propose it anew.",
    );
  if (input.commentUntil <= work.today)
    throw new AppError("input_invalid", undefined, [
      { path: "/commentUntil", message: "Leave time to comment: give a day that is to come." },
    ]);
  return move(work, proposal, input.version, {
    state: "out_for_comment",
    commentUntil: input.commentUntil,
  });
}

/** Ends the comments and records what people agreed: the number informs, they decide. */
export async function closeProposal(
  work: Work,
  input: { readonly proposalId: string; readonly version: number; readonly outcome: string },
): Promise<{ version: number }> {
  const proposal = await requireProposal(work, input.proposalId);
  await requireConvenor(work, proposal.groupId);
  if (proposal.state !== "out_for_comment")
    throw new AppError("conflict", "This proposal is not out for comment.");
  return move(work, proposal, input.version, { state: "closed", outcome: input.outcome });
}

async function move(
  work: Work,
  proposal: StoredProposal,
  version: number,
  change: Parameters<typeof moveProposal>[3],
): Promise<{ version: number }> {
  const moved = await moveProposal(work, proposal.id, version, change);
  if (moved === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: change.state === "closed" ? "close-proposal" : "put-out-proposal",
    subjectKind: "harmonisation_proposal",
    subjectId: proposal.id,
    after:
      change.state === "closed"
        ? {
            state: change.state,
            outcome: await sealPersonal(work, subjectOf(work.actor), change.outcome),
          }
        : change,
  });
  return { version: moved };
}

/** Says what our organisation thinks. A later word takes the place of an earlier; both stay on record. */
export async function commentOn(
  work: Work,
  input: { readonly proposalId: string; readonly stance: Stance; readonly text: string },
): Promise<{ id: string }> {
  const proposal = await requireProposal(work, input.proposalId);
  const { kind } = await requireGroup(work, proposal.groupId);
  if (!takesComments(proposal, work.today))
    throw new AppError("conflict", "This proposal takes no comments now.");
  if (input.stance !== "agree" && input.text === "")
    throw new AppError("input_invalid", undefined, [
      { path: "/text", message: "Say what should be otherwise, and why." },
    ]);
  const { name } = await readOwnFace(work);
  const id = await insertComment(work, { ...input, organisation: name, kind });
  await recordAudit(work, {
    action: "comment-on-proposal",
    subjectKind: "harmonisation_proposal",
    subjectId: proposal.id,
    after: { commentId: id, stance: input.stance },
  });
  return { id };
}

/** Makes what the proposal says for us our house values; a dry run shows them. */
export async function takeProposal(
  work: Work,
  { proposalId, dryRun }: { readonly proposalId: string; readonly dryRun: boolean },
): Promise<{ done: boolean; requirement: string; values: ParameterValues; says: Sentence }> {
  const proposal = await requireProposal(work, proposalId);
  const group = await requireGroup(work, proposal.groupId);
  const details = await readStanding(work, proposal);
  if (details === null || !may(work, "requirement.write")) throw new AppError("not_allowed");
  if (proposal.state === "draft")
    throw new AppError("conflict", "Put the proposal out for comment first.");
  const ours = details.organisationIds.indexOf(work.actor.organisationId);
  const values = details.content.buyers[ours]?.proposed ?? details.content.core;
  const { requirement: key } = proposal;
  if (!dryRun) {
    const library = await openHouseLibrary(work);
    const held = library.held.get(key);
    await takeUp(work, "adapted", {
      key,
      values,
      version: held?.number ?? null,
      reason: sayHarmonisation("take.reason", { group: group.title, on: proposal.madeOn }).text,
      wordings:
        held === undefined || held.wordings.length === 0
          ? [...(library.find(key, null)?.wordings ?? [])]
          : held.wordings,
    });
  }
  return {
    done: !dryRun,
    requirement: key,
    values,
    says: sayAsked(findRequirement(key, null), values),
  };
}

/** All SQL on proposals and comments. Two copies of a proposal: what every member may read, and what buyers read. */
import { ProposalContent } from "@throughline/contract";
import type { IsoDate } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import type { MemberKind } from "./groups.store.ts";

export type ProposalState = "draft" | "out_for_comment" | "closed";
export type Stance = "agree" | "disagree" | "change";

export interface StoredProposal {
  readonly id: string;
  readonly groupId: string;
  readonly requirement: string;
  readonly state: ProposalState;
  readonly madeOn: IsoDate;
  readonly commentUntil: IsoDate | null;
  readonly outcome: string | null;
  readonly version: number;
  readonly content: ProposalContent;
}

/** Those one may see: all of the one who convenes, without drafts for the others. */
export async function readProposals(work: Work, groupId: string): Promise<StoredProposal[]> {
  return (await select(work).where("group_id", "=", groupId).execute()).map(proposalOf);
}

export async function findProposal(
  work: Work,
  proposalId: string,
): Promise<StoredProposal | undefined> {
  const row = await select(work).where("id", "=", proposalId).executeTakeFirst();
  return row === undefined ? undefined : proposalOf(row);
}

function select(work: Work) {
  return work.tx
    .selectFrom("harmonisation_proposals")
    .select([
      "id",
      "group_id",
      "requirement",
      "state",
      "made_on",
      "comment_until",
      "outcome",
      "version",
      "content",
    ])
    .orderBy("made_on", "desc")
    .orderBy("id");
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function proposalOf(row: Row): StoredProposal {
  return {
    id: row.id,
    groupId: row.group_id,
    requirement: row.requirement,
    // The column's check constraint holds the vocabulary.
    state: row.state as ProposalState,
    madeOn: row.made_on,
    commentUntil: row.comment_until,
    outcome: row.outcome,
    version: row.version,
    content: ProposalContent.parse(row.content),
  };
}

const Details = z.object({
  content: ProposalContent,
  /** Whose the buyers of the content are, in their order. */
  organisationIds: z.array(z.uuid()),
  /** The copies it was computed from, also of those who do not ask. */
  sources: z.array(z.object({ organisationId: z.uuid(), sharedId: z.uuid() })).default([]),
});
export type ProposalDetails = z.infer<typeof Details>;

/** What buyers read; `null` for reference members. */
export async function readDetails(work: Work, proposalId: string): Promise<ProposalDetails | null> {
  const row = await work.tx
    .selectFrom("harmonisation_proposal_details")
    .where("proposal_id", "=", proposalId)
    .select("content")
    .executeTakeFirst();
  return row === undefined ? null : Details.parse(row.content);
}

export async function insertProposal(
  work: Work,
  proposal: {
    readonly groupId: string;
    readonly requirement: string;
    readonly requirementVersion: number;
    readonly content: ProposalContent;
    readonly details: ProposalDetails;
  },
): Promise<string> {
  const { organisationId } = work.actor;
  const { id } = await work.tx
    .insertInto("harmonisation_proposals")
    .values({
      organisation_id: organisationId,
      group_id: proposal.groupId,
      requirement: proposal.requirement,
      requirement_version: proposal.requirementVersion,
      objective: proposal.content.objective,
      content: JSON.stringify(proposal.content),
      made_on: work.today,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await work.tx
    .insertInto("harmonisation_proposal_details")
    .values({
      organisation_id: organisationId,
      proposal_id: id,
      group_id: proposal.groupId,
      content: JSON.stringify(proposal.details),
    })
    .execute();
  return id;
}

/** Moves it on; `undefined` where somebody did meanwhile. */
export async function moveProposal(
  work: Work,
  proposalId: string,
  version: number,
  change:
    | { readonly state: "out_for_comment"; readonly commentUntil: IsoDate }
    | { readonly state: "closed"; readonly outcome: string },
): Promise<number | undefined> {
  const row = await work.tx
    .updateTable("harmonisation_proposals")
    .set(
      change.state === "closed"
        ? { state: change.state, outcome: change.outcome, closed_on: work.today }
        : {
            state: change.state,
            comment_until: change.commentUntil,
            put_out_on: work.today,
          },
    )
    .set({ version: version + 1 })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", proposalId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

export interface StoredComment {
  readonly id: string;
  readonly organisationId: string;
  readonly proposalId: string;
  readonly organisation: string;
  readonly kind: MemberKind;
  readonly stance: Stance;
  readonly text: string;
  readonly at: Date;
}

export async function readComments(
  work: Work,
  proposalIds: readonly string[],
): Promise<StoredComment[]> {
  if (proposalIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("proposal_comments")
    .where("proposal_id", "in", proposalIds)
    .selectAll()
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    proposalId: row.proposal_id,
    organisation: row.organisation_name,
    // Check constraints hold both vocabularies.
    kind: row.kind as MemberKind,
    stance: row.stance as Stance,
    text: row.text,
    at: row.commented_at,
  }));
}

export async function insertComment(
  work: Work,
  comment: Pick<StoredComment, "proposalId" | "organisation" | "kind" | "stance" | "text">,
): Promise<string> {
  const { id } = await work.tx
    .insertInto("proposal_comments")
    .values({
      organisation_id: work.actor.organisationId,
      proposal_id: comment.proposalId,
      organisation_name: comment.organisation,
      kind: comment.kind,
      stance: comment.stance,
      text: comment.text,
      commented_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Joins the endpoints of harmonisation to their use cases. */
import { act, api } from "../../platform/api.ts";
import { countTries } from "../../platform/limit-tries.ts";
import { showMatrix, showOverview } from "./compare-group.ts";
import {
  closeProposal,
  commentOn,
  listProposals,
  proposeCore,
  putOut,
  showProposal,
  takeProposal,
} from "./discuss-proposals.ts";
import { groupCodeTries } from "./group-code.ts";
import {
  conveneGroup,
  inviteByCode,
  joinGroup,
  leaveGroup,
  listGroups,
  showGroup,
} from "./keep-groups.ts";
import {
  decideRecognition,
  listRecognitions,
  withdrawRecognition,
} from "./recognise-follow-ups.ts";
import { listFollowUps, shareFollowUp, withdrawFollowUp } from "./share-follow-ups.ts";
import { listCandidates, listShared, shareInstances, withdrawInstance } from "./share-instances.ts";

const done = { done: true } as const;
const { harmonisation } = api;

export const harmonisationRoutes = {
  listGroups: harmonisation.listGroups.handler(({ context }) =>
    act(context, "harmonisation.read", listGroups),
  ),
  getGroup: harmonisation.getGroup.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => showGroup(work, input.groupId)),
  ),
  convene: harmonisation.convene.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => conveneGroup(work, input)),
  ),
  invite: harmonisation.invite.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => inviteByCode(work, input)),
  ),
  join: harmonisation.join.handler(({ input, context }) =>
    countTries(context, [[groupCodeTries, context.clientAddress]], () =>
      act(context, "harmonisation.write", (work) => joinGroup(work, input)),
    ),
  ),
  leave: harmonisation.leave.handler(({ input, context }) =>
    act(context, "harmonisation.write", async (work) => {
      await leaveGroup(work, input);
      return done;
    }),
  ),
  shareCandidates: harmonisation.shareCandidates.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => listCandidates(work, input.groupId)),
  ),
  listShared: harmonisation.listShared.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => listShared(work, input.groupId)),
  ),
  share: harmonisation.share.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => shareInstances(work, input)),
  ),
  withdraw: harmonisation.withdraw.handler(({ input, context }) =>
    act(context, "harmonisation.write", async (work) => {
      await withdrawInstance(work, input);
      return done;
    }),
  ),
  matrix: harmonisation.matrix.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => showMatrix(work, input)),
  ),
  overview: harmonisation.overview.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => showOverview(work, input.groupId)),
  ),
  listProposals: harmonisation.listProposals.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => listProposals(work, input.groupId)),
  ),
  propose: harmonisation.propose.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => proposeCore(work, input)),
  ),
  getProposal: harmonisation.getProposal.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => showProposal(work, input.proposalId)),
  ),
  putOut: harmonisation.putOut.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => putOut(work, input)),
  ),
  comment: harmonisation.comment.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => commentOn(work, input)),
  ),
  close: harmonisation.close.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => closeProposal(work, input)),
  ),
  take: harmonisation.take.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => takeProposal(work, input)),
  ),
  listFollowUps: harmonisation.listFollowUps.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => listFollowUps(work, input.groupId)),
  ),
  shareFollowUp: harmonisation.shareFollowUp.handler(({ input, context }) =>
    act(context, "harmonisation.write", (work) => shareFollowUp(work, input)),
  ),
  withdrawFollowUp: harmonisation.withdrawFollowUp.handler(({ input, context }) =>
    act(context, "harmonisation.write", async (work) => {
      await withdrawFollowUp(work, input);
      return done;
    }),
  ),
  listRecognitions: harmonisation.listRecognitions.handler(({ input, context }) =>
    act(context, "harmonisation.read", (work) => listRecognitions(work, input)),
  ),
  decideRecognition: harmonisation.decideRecognition.handler(({ input, context }) =>
    act(context, "contract.write", (work) => decideRecognition(work, input)),
  ),
  withdrawRecognition: harmonisation.withdrawRecognition.handler(({ input, context }) =>
    act(context, "contract.write", async (work) => {
      await withdrawRecognition(work, input);
      return done;
    }),
  ),
};

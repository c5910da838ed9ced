/**
 * Harmonisation: buyers who opted in lay side by side how each asks a requirement. What a group sees is a copy its owner
 * gave and can withdraw; reference members (resellers, suppliers) see proposals and comment, never a buyer's own terms.
 */
import { IsoDate, ParameterValues, RequirementKey, Sentence } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";
import {
  Burden,
  Diversity,
  FollowUpMethod,
  GroupId,
  HarmonisationGroup,
  HarmonisationMatrix,
  MemberKind,
  Proposal,
  ProposalSummary,
  Recognition,
  ShareCandidate,
  ShareInput,
  SharedFollowUp,
  SharedInstance,
} from "./harmonisation-shapes.ts";

const tag = "Harmonisation";

export const harmonisation = {
  listGroups: endpoint("GET", "/harmonisation", tag, "Groups we take part in").output(
    z.object({ groups: z.array(HarmonisationGroup), can: z.object({ convene: z.boolean() }) }),
  ),
  getGroup: endpoint("GET", "/harmonisation/{groupId}", tag, "One group")
    .input(GroupId)
    .output(HarmonisationGroup),
  convene: endpoint("POST", "/harmonisation", tag, "Convene a group")
    .input(
      z.object({
        title: z.string().trim().min(1).max(200),
        purpose: z.string().trim().min(1).max(2000),
        lawfulPurpose: z.string().trim().min(1).max(2000),
      }),
    )
    .output(z.object({ groupId: RecordId })),
  invite: endpoint(
    "POST",
    "/harmonisation/{groupId}/codes",
    tag,
    "Make a code by which one organisation joins; shown once, ends the one before of its kind",
  )
    .input(GroupId.extend({ kind: MemberKind }))
    .output(z.object({ code: z.string(), until: IsoDate })),
  join: endpoint(
    "POST",
    "/harmonisation/join",
    tag,
    "Join a group by its code; the members see our name",
  )
    .input(z.object({ code: z.string().trim().min(6).max(60) }))
    .output(z.object({ groupId: RecordId })),
  leave: endpoint(
    "POST",
    "/harmonisation/{groupId}/leave",
    tag,
    "Leave; what we shared is withdrawn",
  )
    .input(GroupId)
    .output(Done),
  shareCandidates: endpoint(
    "GET",
    "/harmonisation/{groupId}/candidates",
    tag,
    "What of ours could be shared",
  )
    .input(GroupId)
    .output(z.object({ candidates: z.array(ShareCandidate) })),
  listShared: endpoint("GET", "/harmonisation/{groupId}/shared", tag, "What the buyers share")
    .input(GroupId)
    .output(z.object({ instances: z.array(SharedInstance) })),
  share: endpoint(
    "POST",
    "/harmonisation/{groupId}/shared",
    tag,
    "Give the group a copy of how we ask; a dry run shows exactly what the others will see",
  )
    .input(
      GroupId.extend({
        instances: z.array(ShareInput).min(1).max(300),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(
      z.object({ done: z.boolean(), seenByOthers: z.array(SharedInstance.omit({ id: true })) }),
    ),
  withdraw: endpoint(
    "DELETE",
    "/harmonisation/{groupId}/shared/{sharedId}",
    tag,
    "Withdraw what we shared",
  )
    .input(GroupId.extend({ sharedId: RecordId }))
    .output(Done),
  matrix: endpoint(
    "GET",
    "/harmonisation/{groupId}/matrix",
    tag,
    "How the buyers ask one requirement",
  )
    .input(GroupId.extend({ requirement: RequirementKey }))
    .output(HarmonisationMatrix),
  overview: endpoint(
    "GET",
    "/harmonisation/{groupId}/overview",
    tag,
    "All requirements of a group, by diversity",
  )
    .input(GroupId)
    .output(
      z.object({
        requirements: z.array(
          z.object({
            requirement: RequirementKey,
            title: z.string(),
            buyersAsking: z.int(),
            diversity: Diversity,
            proposals: z.int(),
          }),
        ),
        burden: Burden,
      }),
    ),
  listProposals: endpoint("GET", "/harmonisation/{groupId}/proposals", tag, "Proposals of a group")
    .input(GroupId)
    .output(z.object({ proposals: z.array(ProposalSummary) })),
  propose: endpoint(
    "POST",
    "/harmonisation/{groupId}/proposals",
    tag,
    "Compute a common core and keep it as a draft",
  )
    .input(
      GroupId.extend({
        requirement: RequirementKey,
        objective: z.enum(["least_movement", "most_ambitious"]).default("most_ambitious"),
      }),
    )
    .output(z.object({ proposalId: RecordId })),
  getProposal: endpoint(
    "GET",
    "/harmonisation/proposals/{proposalId}",
    tag,
    "One proposal with its comments",
  )
    .input(z.object({ proposalId: RecordId }))
    .output(Proposal),
  putOut: endpoint(
    "POST",
    "/harmonisation/proposals/{proposalId}/put-out",
    tag,
    "Put a draft out for comment",
  )
    .input(z.object({ proposalId: RecordId, version: z.int(), commentUntil: IsoDate }))
    .output(z.object({ version: z.int() })),
  comment: endpoint(
    "POST",
    "/harmonisation/proposals/{proposalId}/comments",
    tag,
    "Say what we think, as an organisation",
  )
    .input(
      z.object({
        proposalId: RecordId,
        stance: z.enum(["agree", "disagree", "change"]),
        text: z.string().trim().max(4000),
      }),
    )
    .output(z.object({ id: RecordId })),
  close: endpoint(
    "POST",
    "/harmonisation/proposals/{proposalId}/close",
    tag,
    "Close the comments and record what people agreed",
  )
    .input(
      z.object({
        proposalId: RecordId,
        version: z.int(),
        outcome: z.string().trim().min(1).max(4000),
      }),
    )
    .output(z.object({ version: z.int() })),
  take: endpoint(
    "POST",
    "/harmonisation/proposals/{proposalId}/take",
    tag,
    "Make what the proposal says for us our house values: an adapted requirement with this reason",
  )
    .input(z.object({ proposalId: RecordId, dryRun: z.boolean().default(true) }))
    .output(
      z.object({
        done: z.boolean(),
        requirement: RequirementKey,
        values: ParameterValues,
        says: Sentence,
      }),
    ),
  listFollowUps: endpoint(
    "GET",
    "/harmonisation/{groupId}/follow-ups",
    tag,
    "Follow-ups the buyers share",
  )
    .input(GroupId)
    .output(z.object({ followUps: z.array(SharedFollowUp) })),
  shareFollowUp: endpoint(
    "POST",
    "/harmonisation/{groupId}/follow-ups",
    tag,
    "Let others count what we looked into",
  )
    .input(
      GroupId.extend({
        requirement: RequirementKey,
        supplier: z.string().trim().min(1).max(300),
        values: ParameterValues,
        method: FollowUpMethod,
        followedUpOn: IsoDate,
        result: z.string().trim().min(1).max(1000),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(z.object({ done: z.boolean(), seenByOthers: SharedFollowUp.omit({ id: true }) })),
  withdrawFollowUp: endpoint(
    "DELETE",
    "/harmonisation/{groupId}/follow-ups/{followUpId}",
    tag,
    "Withdraw a shared follow-up",
  )
    .input(GroupId.extend({ followUpId: RecordId }))
    .output(Done),
  listRecognitions: endpoint(
    "GET",
    "/recognitions",
    tag,
    "Others' follow-ups that may count for our conditions",
  )
    .input(z.object({ contractId: RecordId.optional(), decided: z.stringbool().optional() }))
    .output(
      z.object({ recognitions: z.array(Recognition), can: z.object({ decide: z.boolean() }) }),
    ),
  decideRecognition: endpoint(
    "POST",
    "/recognitions",
    tag,
    "Accept or refuse that another's follow-up counts here",
  )
    .input(
      z.object({
        sharedFollowUpId: RecordId,
        conditionId: RecordId,
        /** Under which contract, where a framework's clause holds for several. */
        contractId: RecordId.optional(),
        accepted: z.boolean(),
        reason: z.string().trim().max(1000),
      }),
    )
    .output(z.object({ decisionId: RecordId })),
  withdrawRecognition: endpoint(
    "DELETE",
    "/recognitions/{decisionId}",
    tag,
    "Take the decision back",
  )
    .input(z.object({ decisionId: RecordId }))
    .output(Done),
};

/** Outside the typed client: files. */
export const harmonisationFiles = {
  exportMatrix: endpoint(
    "GET",
    "/harmonisation/{groupId}/matrix-file",
    tag,
    "The matrix as a spreadsheet",
  )
    .input(GroupId.extend({ requirement: RequirementKey, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
};

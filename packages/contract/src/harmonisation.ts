/**
 * Harmonisation: buyers who opted in lay side by side how each asks a requirement. What a group sees is a copy its owner
 * gave and can withdraw; reference members (resellers, suppliers) see proposals and comment, never a buyer's own terms.
 */
import {
  IsoDate,
  ParameterValue,
  ParameterValues,
  RequirementKey,
  RequirementRole,
  Sentence,
  StrictnessRelation,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";

const tag = "Harmonisation";

const GroupId = z.object({ groupId: RecordId });
const MemberKind = z.enum(["buyer", "reference"]);
const FollowUpMethod = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);

export const HarmonisationMember = z.object({
  organisationId: RecordId,
  name: z.string(),
  kind: MemberKind,
  convenes: z.boolean(),
  invented: z.boolean(),
  joinedOn: IsoDate,
  leftOn: IsoDate.nullable(),
});
export type HarmonisationMember = z.infer<typeof HarmonisationMember>;

export const HarmonisationGroup = z.object({
  id: RecordId,
  title: z.string(),
  purpose: z.string(),
  /** What the buyers do together and why that is lawful. */
  lawfulPurpose: z.string(),
  kind: MemberKind,
  convenes: z.boolean(),
  members: z.array(HarmonisationMember),
  shared: z.int(),
  proposals: z.int(),
  can: z.object({
    share: z.boolean(),
    propose: z.boolean(),
    invite: z.boolean(),
    comment: z.boolean(),
  }),
});
export type HarmonisationGroup = z.infer<typeof HarmonisationGroup>;

/** One thing a buyer gives to the group: exactly this is what the others see, with the buyer's name. */
export const SharedInstance = z.object({
  id: RecordId,
  buyer: z.string(),
  own: z.boolean(),
  requirement: RequirementKey,
  title: z.string(),
  version: z.int().nullable(),
  role: RequirementRole,
  values: ParameterValues.nullable(),
  says: Sentence,
  /** The least it would agree to; shown to the group only when the owner says so. */
  floor: z.object({ values: ParameterValues, reason: z.string() }).nullable(),
  resellers: z.array(z.string()),
  schemes: z.array(z.string()),
  sharedOn: IsoDate,
});
export type SharedInstance = z.infer<typeof SharedInstance>;

/** What of ours could be given: from policy rows, procurements and contracts; drafts are marked and left out unless named. */
export const ShareCandidate = z.object({
  source: z.object({
    kind: z.enum(["policy_row", "procurement", "contract", "library"]),
    id: z.string(),
    label: z.string(),
    draft: z.boolean(),
  }),
  requirement: RequirementKey,
  title: z.string(),
  version: z.int().nullable(),
  role: RequirementRole,
  values: ParameterValues,
  says: Sentence,
  resellers: z.array(z.string()),
  alreadyShared: z.boolean(),
});
export type ShareCandidate = z.infer<typeof ShareCandidate>;

export const ShareInput = z.object({
  requirement: RequirementKey,
  role: RequirementRole,
  version: z.int().positive().nullable(),
  /** `null`: "we do not ask this". */
  values: ParameterValues.nullable(),
  floor: z
    .object({ values: ParameterValues, reason: z.string().trim().min(1).max(1000) })
    .nullable(),
  resellers: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  schemes: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
});
export type ShareInput = z.infer<typeof ShareInput>;

const Diversity = z.object({
  instances: z.int(),
  variants: z.int(),
  /** Hill number of order 1; `null`: no data. */
  effective: z.number().nullable(),
  says: Sentence,
});
const Burden = z.object({
  resellers: z.array(
    z.object({
      reseller: z.string(),
      buyers: z.int(),
      answers: z.int(),
      schemes: z.int(),
      total: z.int(),
    }),
  ),
  total: z.int(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  highest: z.int().nullable(),
  instancesWithoutReseller: z.int(),
});
const Shown = ParameterValue.nullable();

/** How the buyers of a group ask one requirement. */
export const HarmonisationMatrix = z.object({
  requirement: RequirementKey,
  title: z.string(),
  parameters: z.array(z.object({ key: z.string(), label: z.string() })),
  /** Most asked first. */
  variants: z.array(
    z.object({
      label: z.string(),
      values: ParameterValues,
      says: Sentence,
      buyers: z.array(z.object({ buyer: z.string(), role: RequirementRole, own: z.boolean() })),
      /** 0 asks least; each above all that it is stricter than. */
      layer: z.int(),
    }),
  ),
  notAsking: z.array(z.string()),
  /** `relations[a][b]`: how variant a stands to variant b. */
  relations: z.array(z.array(StrictnessRelation)),
  distances: z.array(z.array(z.number())),
  covers: z.array(z.object({ stricter: z.int(), weaker: z.int() })),
  /** For each parameter and variant: the value and how it stands to our own (`null` where we do not ask). */
  cells: z.array(
    z.array(z.object({ value: Shown, says: z.string(), toOurs: StrictnessRelation.nullable() })),
  ),
  diversity: Diversity,
  burden: Burden,
});
export type HarmonisationMatrix = z.infer<typeof HarmonisationMatrix>;

const Move = z.object({
  parameter: z.string(),
  label: z.string(),
  from: Shown,
  to: Shown,
  direction: z.enum(["up", "down", "sideways"]),
  steps: z.number(),
  share: z.number(),
  says: z.string(),
});

export const ProposalContent = z.object({
  objective: z.string(),
  core: ParameterValues,
  coreSays: Sentence,
  buyers: z.array(
    z.object({
      buyer: z.string(),
      role: RequirementRole,
      now: ParameterValues,
      proposed: ParameterValues,
      moves: z.array(Move),
      addOns: z.array(
        z.object({
          parameter: z.string(),
          label: z.string(),
          value: Shown,
          kind: z.enum(["floor", "asks_more", "cannot_be_ordered"]),
          reason: z.string().nullable(),
          says: z.string(),
        }),
      ),
      distance: z.number(),
    }),
  ),
  choices: z.array(
    z.object({
      parameter: z.string(),
      label: z.string(),
      values: z.array(z.object({ value: Shown, says: z.string(), buyers: z.array(z.string()) })),
    }),
  ),
  alternatives: z.array(
    z.object({
      name: z.enum(["current", "majority", "strictest", "proposal"]),
      core: ParameterValues,
      coreSays: Sentence,
      burden: Burden,
      diversity: Diversity,
      movement: z.number(),
      buyersMoving: z.int(),
      buyersComingDown: z.int(),
      belowFloorIfTakenAlone: z.int(),
    }),
  ),
  notAsking: z.array(z.string()),
  assumedOneReseller: z.boolean(),
  exact: z.boolean(),
  says: z.array(Sentence),
});
export type ProposalContent = z.infer<typeof ProposalContent>;

export const ProposalComment = z.object({
  id: RecordId,
  organisation: z.string(),
  kind: MemberKind,
  own: z.boolean(),
  stance: z.enum(["agree", "disagree", "change"]),
  text: z.string(),
  on: z.iso.datetime(),
  /** A later comment of the same organisation took its place. */
  replaced: z.boolean(),
});
export type ProposalComment = z.infer<typeof ProposalComment>;

export const ProposalSummary = z.object({
  id: RecordId,
  requirement: RequirementKey,
  title: z.string(),
  state: z.enum(["draft", "out_for_comment", "closed"]),
  madeOn: IsoDate,
  commentUntil: IsoDate.nullable(),
  outcome: z.string().nullable(),
  stances: z.object({ agree: z.int(), disagree: z.int(), change: z.int() }),
});
export type ProposalSummary = z.infer<typeof ProposalSummary>;

/** Reference members see the core, how it is asked and what it means for the burden; who asks what today is left out. */
export const Proposal = ProposalSummary.extend({
  groupId: RecordId,
  version: z.int(),
  content: ProposalContent,
  buyersShown: z.boolean(),
  comments: z.array(ProposalComment),
  can: z.object({
    publish: z.boolean(),
    comment: z.boolean(),
    close: z.boolean(),
    take: z.boolean(),
  }),
});
export type Proposal = z.infer<typeof Proposal>;

/** Another buyer's follow-up held against a condition of ours. */
export const Recognition = z.object({
  sharedFollowUpId: RecordId,
  by: z.string(),
  supplier: z.string(),
  requirement: RequirementKey,
  title: z.string(),
  followedUpOn: IsoDate,
  method: FollowUpMethod,
  methodSays: z.string(),
  result: z.string(),
  ours: z.object({
    contractId: RecordId,
    contract: z.string(),
    conditionId: RecordId,
    clause: z.string(),
  }),
  recognised: z.boolean(),
  reasons: z.array(
    z.object({
      about: z.enum(["requirement", "strictness", "method", "age"]),
      holds: z.boolean(),
      sentence: Sentence,
    }),
  ),
  decision: z
    .object({
      id: RecordId,
      accepted: z.boolean(),
      reason: z.string(),
      by: z.string().nullable(),
      on: IsoDate,
    })
    .nullable(),
});
export type Recognition = z.infer<typeof Recognition>;

export const SharedFollowUp = z.object({
  id: RecordId,
  by: z.string(),
  own: z.boolean(),
  requirement: RequirementKey,
  title: z.string(),
  supplier: z.string(),
  values: ParameterValues,
  method: FollowUpMethod,
  followedUpOn: IsoDate,
  result: z.string(),
  sharedOn: IsoDate,
});
export type SharedFollowUp = z.infer<typeof SharedFollowUp>;

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
        objective: z.enum(["least_movement", "most_ambitious"]).default("least_movement"),
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

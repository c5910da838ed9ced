/** What a group of buyers, its members and its proposals are told as. */
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
import { RecordId } from "./endpoint.ts";

export const GroupId = z.object({ groupId: RecordId });
export const MemberKind = z.enum(["buyer", "reference"]);
export const FollowUpMethod = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);

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

export const Diversity = z.object({
  instances: z.int(),
  variants: z.int(),
  /** Hill number of order 1; `null`: no data. */
  effective: z.number().nullable(),
  says: Sentence,
});
export const Burden = z.object({
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

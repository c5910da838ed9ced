/** Whether what is asked, agreed, measured and promised in one procurement holds together; each mismatch with what would mend it. */
import { IsoDate, RequirementKey, Sentence } from "@throughline/domain";
import { z } from "zod";
import { RecordId } from "./endpoint.ts";

export const AlignmentSeverity = z.enum(["blocking", "serious", "advice"]);
export type AlignmentSeverity = z.infer<typeof AlignmentSeverity>;

export const AlignmentWaiver = z.object({
  id: RecordId,
  reason: z.string(),
  /** Name of the member who waived it; `null` when that person has left. */
  by: z.string().nullable(),
  on: IsoDate,
});
export type AlignmentWaiver = z.infer<typeof AlignmentWaiver>;

/** One mismatch, with why it is one and what would mend it. */
export const AlignmentFinding = z.object({
  /** The same as long as it is the same mismatch; a waiver holds on to it. */
  key: z.string(),
  code: z.string(),
  severity: AlignmentSeverity,
  /** Criteria and clauses it is about. */
  instanceIds: z.array(z.string()),
  promiseIds: z.array(z.string()),
  sentence: Sentence,
  /** The rule behind it, with its source. */
  why: Sentence,
  fix: z
    .object({
      kind: z.string(),
      /** What the fix does, before it is done. */
      sentence: Sentence,
      /** Can be done without anybody's judgement; "all safe fixes" takes these. */
      safe: z.boolean(),
      /** What has to be said for it to be done. */
      needs: z.array(z.enum(["person", "text", "number", "date"])),
    })
    .nullable(),
  waivable: z.boolean(),
  waiver: AlignmentWaiver.nullable(),
});
export type AlignmentFinding = z.infer<typeof AlignmentFinding>;

/** What is asked, agreed and followed up of one requirement, side by side. Ids are those of instances and promises. */
export const AlignmentThread = z.object({
  key: z.string(),
  requirement: RequirementKey.nullable(),
  title: z.string(),
  criteria: z.array(z.string()),
  promises: z.array(z.string()),
  clauses: z.array(z.string()),
  kpis: z.array(z.string()),
  evidenceTypes: z.array(z.string()),
  dialogue: z.boolean(),
  person: z
    .object({
      personId: RecordId.nullable(),
      name: z.string().nullable(),
      role: z.string().nullable(),
      hoursPerMonth: z.number().nullable(),
    })
    .nullable(),
  /** Keys of the findings on it. */
  findings: z.array(z.string()),
});
export type AlignmentThread = z.infer<typeof AlignmentThread>;

export const Alignment = z.object({
  /** Worst first; what is waived stands last. */
  findings: z.array(AlignmentFinding),
  threads: z.array(AlignmentThread),
  /** Of the findings that are not waived. */
  open: z.object({ blocking: z.int(), serious: z.int(), advice: z.int() }),
  waived: z.int(),
  /** Waivers of mismatches that are not there any more. */
  fallenOff: z.array(AlignmentWaiver.extend({ key: z.string() })),
  /** Whether it may be published as it stands. */
  gate: z.enum(["open", "closed"]),
});
export type Alignment = z.infer<typeof Alignment>;

/** What a fix, or taking from the policy, changes. */
export const ChangePreview = z.object({
  /** Version after it; the one before in a dry run. */
  version: z.int(),
  done: z.boolean(),
  changes: z.array(
    z.object({
      findingKey: z.string().nullable(),
      instanceId: z.string().nullable(),
      sentence: Sentence,
    }),
  ),
  /** What could not be done, with the reason. */
  left: z.array(z.object({ findingKey: z.string().nullable(), sentence: Sentence })),
  /** How many mismatches are open before and after. */
  before: Alignment.shape.open,
  after: Alignment.shape.open,
});
export type ChangePreview = z.infer<typeof ChangePreview>;

/**
 * Requirements: what is asked, in one shape wherever it stands (library, policy, tender, contract, bid), so that it can
 * be compared. Words: **requirement** (canonical, versioned), **parameter** (typed, with the order that says which value
 * is stricter), **instance** (a requirement with its values, in a role), **follow-up** (how it is looked after).
 */
import { z } from "zod";
import { IsoDate } from "./values.ts";
import { VerificationLevel } from "./vocabulary.ts";

/** Lower-case words joined by underscores: keys of requirements and parameters. */
export const RequirementKey = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);
export type RequirementKey = z.infer<typeof RequirementKey>;

/** `urn:throughline:requirement:disclose_sites:1`; requirements of one organisation carry its short name before the key. */
export const RequirementUrn = z
  .string()
  .regex(/^urn:throughline:requirement:(?:[a-z0-9-]{1,40}:)?[a-z][a-z0-9_]{1,59}:[1-9]\d{0,5}$/);
export type RequirementUrn = z.infer<typeof RequirementUrn>;

/** Where a requirement stands: what a bidder must be (selection), what is bought (technical), what scores (award), what is agreed (clause: a contract performance condition). */
export const requirementRoles = ["selection", "technical", "award", "clause"] as const;
export const RequirementRole = z.enum(requirementRoles);
export type RequirementRole = z.infer<typeof RequirementRole>;

/** Whom a variant is for. */
export const bidderRoles = ["reseller", "brand"] as const;
export const BidderRole = z.enum(bidderRoles);
export type BidderRole = z.infer<typeof BidderRole>;

/** Recommendation 2003/361/EC. */
export const sizeClasses = ["micro", "small", "medium", "large"] as const;
export const SizeClass = z.enum(sizeClasses);
export type SizeClass = z.infer<typeof SizeClass>;

/** A text in several languages; `checked` only when a person who knows both read it. */
export const Wording = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/),
  text: z.string().min(1).max(8000),
  status: z.enum(["drafted", "checked"]),
});
export type Wording = z.infer<typeof Wording>;

const option = z.strictObject({
  key: z.string().min(1).max(60),
  label: z.string().min(1).max(200),
});

/**
 * What a parameter can hold and which value asks more. A value that is not given asks nothing, and is weaker than any that asks
 * something; an empty set, an empty text and the end of a flag that asks less count as not given.
 * - number: `stricter` says which end; `none` makes different numbers incomparable.
 * - choice: `order` lists [stricter, weaker] pairs, closed transitively; options it does not connect are incomparable.
 * - set: more (or fewer) members are stricter; sets of which neither holds the other are incomparable. `options` null: any word.
 * - flag: which of yes and no asks more.
 * - text: equal or incomparable.
 */
export const ParameterType = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("number"),
    unit: z.enum([
      "days",
      "business_days",
      "months",
      "hours_per_week",
      "per_year",
      "percent",
      "count",
    ]),
    stricter: z.enum(["lower", "higher", "none"]),
    minimum: z.number(),
    maximum: z.number(),
  }),
  z.strictObject({
    kind: z.literal("choice"),
    options: z.array(option).min(2).max(60),
    order: z.array(z.tuple([z.string(), z.string()])).max(400),
  }),
  z.strictObject({
    kind: z.literal("set"),
    options: z.array(option).max(100).nullable(),
    stricter: z.enum(["more", "fewer", "none"]),
  }),
  z.strictObject({ kind: z.literal("flag"), stricter: z.enum(["yes", "no", "none"]) }),
  z.strictObject({ kind: z.literal("text") }),
]);
export type ParameterType = z.infer<typeof ParameterType>;

export const Parameter = z.strictObject({
  key: RequirementKey,
  label: z.string().min(1).max(200),
  /** What it means and why it matters, one sentence. */
  help: z.string().max(600),
  type: ParameterType,
  /**
   * How a value is told in running English, with `{key}` for values of this and other parameters:
   * `within {due_days:days}[?due_from: of {due_from}]`. Empty: another parameter's phrase tells it. Absent: label and value.
   */
  phrase: z.string().max(300).optional(),
});
export type Parameter = z.infer<typeof Parameter>;

export const ParameterValue = z.union([
  z.number(),
  z.string().max(2000),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
]);
export type ParameterValue = z.infer<typeof ParameterValue>;
/** Values by parameter key; a parameter that is not there asks nothing. */
export const ParameterValues = z.record(RequirementKey, ParameterValue);
export type ParameterValues = z.infer<typeof ParameterValues>;

/** A law, standard or guidance it rests on: identifiers and our own words, never clause text. */
export const RequirementReference = z.strictObject({
  /** Id of the framework, for instance `EU-2014-24`, `ILO-FPRW`, `EW-CC-2.1`. */
  framework: z.string().min(1).max(60),
  /** Article, outcome, section: `art. 70`, `outcome 1`, `C029`. */
  place: z.string().max(120).nullable(),
  note: z.string().max(400),
});
export type RequirementReference = z.infer<typeof RequirementReference>;

/** One version of a requirement of the library. */
export const Requirement = z.strictObject({
  urn: RequirementUrn,
  key: RequirementKey,
  version: z.int().positive(),
  title: z.string().min(1).max(200),
  /** Why it is asked, one or two sentences. */
  purpose: z.string().max(1200),
  wordings: z.array(Wording).min(1).max(30),
  parameters: z.array(Parameter).max(40),
  minimumVerification: VerificationLevel,
  /** Evidence types that can show it, by the taxonomy's words. */
  evidenceTypes: z.array(z.string().max(120)).max(30),
  /** Ids of the KPI catalogue, for instance `T1`. */
  kpis: z.array(z.string().max(20)).max(30),
  /** Issue types it is about, for instance `working_hours`. */
  issues: z.array(z.string().max(60)).max(40),
  references: z.array(RequirementReference).max(60),
  /** Whether a reseller can meet it only with its brands' cooperation. */
  needsBrand: z.boolean(),
  /** Roles it may sensibly stand in. */
  roles: z.array(RequirementRole).min(1),
  /** What to ask of whom: values that replace or complete those of the instance; `null` means any. */
  variants: z
    .array(
      z.strictObject({
        bidderRole: BidderRole.nullable(),
        sizes: z.array(SizeClass).max(4),
        values: ParameterValues,
        wordings: z.array(Wording).max(30),
        note: z.string().max(600),
      }),
    )
    .max(20),
  /** What is different from the version before and has to be looked at; empty for a first version. */
  changes: z
    .array(
      z.strictObject({
        /** Parameter it is about; `null` for wording or meaning as a whole. */
        parameter: RequirementKey.nullable(),
        note: z.string().min(1).max(600),
        /** Whether an answer to the version before must be looked at again. */
        lookAgain: z.boolean(),
      }),
    )
    .max(60),
  publishedOn: IsoDate,
});
export type Requirement = z.infer<typeof Requirement>;

/** How one requirement's instances compare by their values: the order is partial. `missing`: one of them does not ask it. */
export const strictnessRelations = [
  "equal",
  "stricter",
  "weaker",
  "incomparable",
  "missing",
] as const;
export const StrictnessRelation = z.enum(strictnessRelations);
export type StrictnessRelation = z.infer<typeof StrictnessRelation>;

/** How a requirement is looked after. By dialogue instead of a number is a valid design. */
export const FollowUp = z.strictObject({
  ways: z.array(z.enum(["kpi", "evidence", "dialogue"])).max(3),
  kpis: z
    .array(
      z.strictObject({
        kpi: z.string().max(20),
        /** What is to be reached, in the KPI's unit; `null` for a target told in words. */
        target: z.number().nullable(),
        targetText: z.string().max(400).nullable(),
        everyMonths: z.int().min(1).max(60),
      }),
    )
    .max(30),
  evidenceTypes: z.array(z.string().max(120)).max(30),
  /** Member who follows up; `null` when it is nobody here. */
  personId: z.uuid().nullable(),
  /** A role or mailbox, where it is no member: `contracts@…`. */
  role: z.string().max(200).nullable(),
  hoursPerMonth: z.number().nonnegative().max(9999).nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** A requirement as it stands in one place with its values. */
export const RequirementInstance = z.strictObject({
  id: z.string(),
  role: RequirementRole,
  /** Key in the library; `null` for a criterion that is about something else. */
  requirement: RequirementKey.nullable(),
  /** Version it was taken from; `null` when nobody said. */
  version: z.int().positive().nullable(),
  /** Number in the document: `C3`, `14.2`. */
  place: z.string().max(60),
  title: z.string().min(1).max(400),
  wording: z.string().max(20000),
  values: ParameterValues,
  /** Lots it stands in; empty: all. */
  lots: z.array(z.string().max(40)).max(200),
  /** Weight of an award criterion in percent of the whole; `null` for other roles. */
  weight: z.number().min(0).max(100).nullable(),
  /** How it is linked to what is bought (2014/24/EU arts 67(3), 70); `null`: nobody said. */
  subjectMatterLink: z.string().max(1000).nullable(),
  /** Labels it names, and whether equivalents are accepted (art. 43). */
  labels: z.array(z.string().max(120)).max(30),
  equivalentAccepted: z.boolean().nullable(),
  /** Whether the call for competition announces it (art. 70). */
  announced: z.boolean(),
  followUp: FollowUp.nullable(),
});
export type RequirementInstance = z.infer<typeof RequirementInstance>;

/**
 * The library of requirements: canonical ones that ship with the product and those an organisation adopts as they are,
 * adapts with a reason, or adds itself; versions, upgrade, exchange as a YAML file.
 */
import {
  IsoDate,
  ParameterValues,
  ProcurementStage,
  Requirement,
  RequirementKey,
  RequirementRole,
  Sentence,
  StrictnessRelation,
  VerificationLevel,
  Wording,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Requirements";

/** How an organisation holds a requirement: `available` in the canonical library only, or taken up in one of three ways. */
export const LibraryStanding = z.enum(["available", "adopted", "adapted", "own"]);
export type LibraryStanding = z.infer<typeof LibraryStanding>;

/** In how many places of our own a requirement stands. */
export const RequirementUses = z.object({
  procurements: z.int(),
  contracts: z.int(),
  policyRows: z.int(),
});

export const LibraryEntry = z.object({
  key: RequirementKey,
  urn: z.string(),
  /** Version we hold, or the newest where we hold none. */
  version: z.int(),
  /** Newest version of the canonical library; `null` for one of our own. */
  newestVersion: z.int().nullable(),
  standing: LibraryStanding,
  title: z.string(),
  purpose: z.string(),
  roles: z.array(RequirementRole),
  issues: z.array(z.string()),
  minimumVerification: VerificationLevel,
  needsBrand: z.boolean(),
  uses: RequirementUses,
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** How the organisation holds it. `base` is what it was taken from; an own one has none. */
export const Adoption = z.object({
  id: RecordId,
  /** Counts up with every change; part of the URN of adapted and own ones. */
  version: z.int(),
  standing: z.enum(["adopted", "adapted", "own"]),
  urn: z.string(),
  base: z.object({ urn: z.string(), version: z.int() }).nullable(),
  /** Values our house asks for unless a place says otherwise. */
  values: ParameterValues,
  wordings: z.array(Wording),
  reason: z.string().nullable(),
  since: IsoDate,
  /** Name of the member who decided it; `null` when that person has left or it came with the demonstration. */
  by: z.string().nullable(),
  /** Last day it counted; `null` for the current one. */
  until: IsoDate.nullable(),
});
export type Adoption = z.infer<typeof Adoption>;

/** A place of our own in which a requirement stands. */
export const RequirementUse = z.object({
  kind: z.enum(["procurement", "contract", "policy"]),
  /** Procurement, contract, or policy row. */
  id: RecordId,
  title: z.string(),
  stage: ProcurementStage.nullable(),
  /** Instance of the procurement, condition of the contract; for a row of the policy its id again. */
  instanceId: z.string(),
  role: RequirementRole,
  place: z.string(),
  version: z.int().nullable(),
  values: ParameterValues,
  /** Its values in a sentence a person reads. */
  asks: Sentence,
  /** Its values against those of our house (or the empty ones of the library). */
  againstHouse: StrictnessRelation,
});
export type RequirementUse = z.infer<typeof RequirementUse>;

export const RequirementDetail = LibraryEntry.extend({
  /** As it counts for us: with our wordings where we adapted it. */
  requirement: Requirement,
  /** All versions, newest first. */
  versions: z.array(Requirement),
  adoption: Adoption.nullable(),
  /** What we held before, newest first. */
  history: z.array(Adoption),
  /** Our values in a sentence; `null` where we hold none. */
  houseAsks: Sentence.nullable(),
  /** Its wordings as a clause reads with our values put in; what is not said falls away. */
  clauses: z.array(Wording),
  /** What each of its variants asks, in a sentence, in their order. */
  variantsAsk: z.array(Sentence),
  /** What its references are called, and how sure our entry of them is. */
  frameworks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jurisdiction: z.string(),
      confidence: z.enum(["high", "medium", "low"]),
    }),
  ),
  /** Up to 500; `usesLeftOut` says how many more there are. */
  usedIn: z.array(RequirementUse),
  usesLeftOut: z.int(),
  can: z.object({ write: z.boolean() }),
});
export type RequirementDetail = z.infer<typeof RequirementDetail>;

/** One thing that is different between two versions. */
export const VersionChange = z.object({
  parameter: RequirementKey.nullable(),
  what: Sentence,
  note: z.string().nullable(),
  lookAgain: z.boolean(),
});
export type VersionChange = z.infer<typeof VersionChange>;

/** A place that stands in an older version, and what a change to the newer one would do to it. */
export const UpgradePlace = RequirementUse.extend({
  /** Values after the upgrade: what still fits is kept. */
  kept: ParameterValues,
  lookAgain: z.array(Sentence),
  /** Whether it can be changed now; a published tender cannot. */
  changeable: z.boolean(),
});

/** What an organisation says when it adds a requirement of its own; key, URN and version are given by us. */
export const OwnRequirementInput = Requirement.omit({
  urn: true,
  version: true,
  publishedOn: true,
  changes: true,
});
export type OwnRequirementInput = z.infer<typeof OwnRequirementInput>;

/** A place of a YAML file that is at fault; lines count from 1. */
export const YamlFault = z.object({
  line: z.int().nullable(),
  path: z.string(),
  message: z.string(),
});

const key = { key: RequirementKey };
const reason = z.string().trim().min(1).max(2000);
const adoptionInput = {
  ...key,
  /** Version of the canonical library; the newest where left out. */
  libraryVersion: z.int().positive().optional(),
  values: ParameterValues.default({}),
  /** `version` of the adoption that was seen; `null` where there was none. */
  version: z.int().nullable(),
};
const Adopted = z.object({ id: RecordId, version: z.int(), urn: z.string() });

export const requirements = {
  list: endpoint("GET", "/requirements", tag, "The library: canonical requirements and our own")
    .input(
      PageInput.extend({
        role: RequirementRole.optional(),
        issue: z.string().max(60).optional(),
        standing: LibraryStanding.optional(),
        /** `true`: what we have taken up in any way. */
        held: z.stringbool().optional(),
        search: z.string().max(200).optional(),
      }),
    )
    .output(
      pageOf(LibraryEntry).extend({
        total: z.int(),
        /** Issues that occur in the library, for the filter. */
        issues: z.array(z.string()),
        /** Short name in the URNs of our own requirements. */
        shortName: z.string(),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  get: endpoint(
    "GET",
    "/requirements/{key}",
    tag,
    "One requirement: versions, variants, wordings, what we hold, where it stands",
  )
    .input(z.object(key))
    .output(RequirementDetail),
  adopt: endpoint(
    "PUT",
    "/requirements/{key}/adopted",
    tag,
    "Take a canonical requirement up as it is, with our values where we say them",
  )
    .input(z.object({ ...adoptionInput, reason: reason.nullable().default(null) }))
    .output(Adopted),
  adapt: endpoint(
    "PUT",
    "/requirements/{key}/adapted",
    tag,
    "Take a canonical requirement up in our own words or with our own values, and say why",
  )
    .input(
      z.object({
        ...adoptionInput,
        /** Replace or add to the library's, by language. */
        wordings: z.array(Wording).max(30).default([]),
        reason,
      }),
    )
    .output(Adopted),
  addOwn: endpoint("POST", "/requirements", tag, "Add a requirement of our own")
    .input(z.object({ content: OwnRequirementInput, values: ParameterValues.default({}), reason }))
    .output(Adopted),
  reviseOwn: endpoint(
    "PUT",
    "/requirements/{key}/own",
    tag,
    "Make a new version of a requirement of our own; places that stand in the old one keep it",
  )
    .input(
      z.object({
        ...key,
        version: z.int(),
        content: OwnRequirementInput,
        values: ParameterValues.default({}),
        reason,
        /** What is different and must be looked at. */
        changes: Requirement.shape.changes.default([]),
      }),
    )
    .output(Adopted),
  drop: endpoint(
    "DELETE",
    "/requirements/{key}/adoption",
    tag,
    "Give a requirement up; an own one only while it stands nowhere",
  )
    .input(z.object({ ...key, version: z.coerce.number().int() }))
    .output(Done),
  restore: endpoint(
    "POST",
    "/requirements/{key}/adoption/restore",
    tag,
    "Undo: hold a requirement again as it was held before the last change",
  )
    .input(z.object({ ...key, adoptionId: RecordId }))
    .output(Adopted),
  compareVersions: endpoint(
    "GET",
    "/requirements/{key}/versions",
    tag,
    "Differences between two versions, and our places to look at again",
  )
    .input(
      z.object({
        ...key,
        from: z.coerce.number().int().positive(),
        to: z.coerce.number().int().positive(),
      }),
    )
    .output(
      z.object({
        from: z.int(),
        to: z.int(),
        changes: z.array(VersionChange),
        /** Our places in an older version than `to`. */
        places: z.array(UpgradePlace),
      }),
    ),
  upgrade: endpoint(
    "POST",
    "/requirements/{key}/upgrade",
    tag,
    "Bring chosen places to a version: what still fits is kept, what must be looked at is said",
  )
    .input(
      z.object({
        ...key,
        to: z.int().positive(),
        places: z
          .array(
            z.object({
              kind: z.enum(["procurement", "contract", "policy"]),
              id: RecordId,
              instanceId: z.string().max(60),
            }),
          )
          .min(1)
          .max(500),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(z.object({ done: z.boolean(), places: z.array(UpgradePlace) })),
  importYaml: endpoint(
    "POST",
    "/requirements/import",
    tag,
    "Read requirements from a YAML file: a dry run says what would be taken, faults carry their line",
  )
    .input(
      z.object({
        text: z.string().min(1).max(2_000_000),
        reason: reason.nullable().default(null),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(
      z.object({
        done: z.boolean(),
        faults: z.array(YamlFault),
        items: z.array(
          z.object({
            key: RequirementKey,
            title: z.string(),
            /** `canonical`: the library's own, nothing to take; `same`: ours, unchanged. */
            what: z.enum(["new", "changed", "same", "canonical"]),
            sentence: Sentence,
          }),
        ),
      }),
    ),
};

/** Outside the typed client. */
export const requirementFiles = {
  exportYaml: endpoint(
    "GET",
    "/requirements/export",
    tag,
    "Requirements as a YAML file: what we hold, or the whole library",
  )
    .input(z.object({ which: z.enum(["held", "own", "all"]).default("held") }))
    .output(z.file()),
};

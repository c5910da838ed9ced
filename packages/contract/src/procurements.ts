/**
 * Procurements: criteria, clauses, bid promises; whether they hold together (alignment) while drafting and as a gate
 * before publishing; the contracts that come of them; public notices in, contracts as open data out.
 */
import {
  BidPromise,
  CpvCode,
  IsoDate,
  NormalisedProcurement,
  ProcurementStage,
  RequirementInstance,
  RequirementKey,
  RequirementRole,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import { AlignmentFinding, AlignmentWaiver, ChangePreview } from "./alignment.ts";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";
import {
  AwardedContract,
  ContractFromAward,
  InstanceInput,
  ProcurementAct,
  ProcurementDetail,
  procurementFields,
  ProcurementInput,
  ProcurementSummary,
} from "./procurement-shapes.ts";

const tag = "Procurements";

const at = { id: RecordId, version: z.int() };
const Versioned = z.object({ version: z.int() });
const reason = z.string().trim().min(1).max(2000);

export const procurements = {
  list: endpoint("GET", "/procurements", tag, "Procurements with their open mismatches")
    .input(
      PageInput.extend({
        limit: z.coerce.number().int().min(1).max(100).default(25),
        search: z.string().max(200).optional(),
        stage: ProcurementStage.optional(),
        /** Procurements in which this requirement stands. */
        requirement: RequirementKey.optional(),
        sort: z.enum(["deadline", "-deadline", "title", "-title", "changed"]).default("changed"),
      }),
    )
    .output(
      pageOf(ProcurementSummary).extend({ total: z.int(), can: z.object({ write: z.boolean() }) }),
    ),
  get: endpoint(
    "GET",
    "/procurements/{id}",
    tag,
    "One procurement: facts, alignment, threads, lead time, what the policy asks",
  )
    .input(z.object({ id: RecordId }))
    .output(ProcurementDetail),
  create: endpoint("POST", "/procurements", tag, "Begin a procurement")
    .input(ProcurementInput)
    .output(z.object({ id: RecordId })),
  revise: endpoint("PATCH", "/procurements/{id}", tag, "Change what is recorded of a procurement")
    .input(
      z.object(procurementFields).omit({ publishedOn: true, awardedOn: true }).partial().extend(at),
    )
    .output(Versioned),
  remove: endpoint(
    "DELETE",
    "/procurements/{id}",
    tag,
    "Remove a procurement that made no contract",
  )
    .input(z.object({ id: RecordId, version: z.coerce.number().int() }))
    .output(Done),
  addInstances: endpoint(
    "POST",
    "/procurements/{id}/instances",
    tag,
    "Add criteria and clauses behind those that are there",
  )
    .input(z.object({ ...at, instances: z.array(InstanceInput).min(1).max(500) }))
    .output(Versioned.extend({ ids: z.array(RecordId) })),
  reviseInstance: endpoint(
    "PATCH",
    "/procurements/{id}/instances/{instanceId}",
    tag,
    "Change a criterion or clause; after publication only who follows up",
  )
    .input(
      RequirementInstance.omit({ id: true })
        .partial()
        .extend({ ...at, instanceId: RecordId }),
    )
    .output(Versioned),
  removeInstance: endpoint(
    "DELETE",
    "/procurements/{id}/instances/{instanceId}",
    tag,
    "Remove a criterion or clause; can be undone",
  )
    .input(z.object({ id: RecordId, version: z.coerce.number().int(), instanceId: RecordId }))
    .output(Versioned),
  reorderInstances: endpoint(
    "PUT",
    "/procurements/{id}/instances/order",
    tag,
    "Put criteria and clauses in another order: all their ids",
  )
    .input(z.object({ ...at, instanceIds: z.array(RecordId).max(1000) }))
    .output(Versioned),
  takeFromPolicy: endpoint(
    "POST",
    "/procurements/{id}/take-from-policy",
    tag,
    "Add what the policy asks and is not in it, as one act",
  )
    .input(
      z.object({
        ...at,
        /** Left out: all that is missing. */
        only: z
          .array(z.object({ requirement: RequirementKey, role: RequirementRole }))
          .max(200)
          .optional(),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(ChangePreview),
  applyFixes: endpoint(
    "POST",
    "/procurements/{id}/fixes",
    tag,
    "Mend one mismatch, some, or all that can safely be mended",
  )
    .input(
      z.object({
        ...at,
        /** `all_safe`, or keys of findings. */
        findings: z.union([z.literal("all_safe"), z.array(z.string().max(400)).min(1).max(200)]),
        /** What a fix needs to be told, where it says so. */
        give: z
          .object({
            personId: RecordId.nullable(),
            role: z.string().trim().min(1).max(200).nullable(),
            hoursPerMonth: z.number().nonnegative().max(9999).nullable(),
            text: z.string().max(4000).nullable(),
            number: z.number().nullable(),
            date: IsoDate.nullable(),
          })
          .partial()
          .default({}),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(ChangePreview),
  waive: endpoint(
    "POST",
    "/procurements/{id}/waivers",
    tag,
    "Let a mismatch stand, with a reason and under one's name",
  )
    .input(z.object({ id: RecordId, findingKey: z.string().min(1).max(400), reason }))
    .output(AlignmentWaiver),
  withdrawWaiver: endpoint(
    "DELETE",
    "/procurements/{id}/waivers/{waiverId}",
    tag,
    "Take a waiver back",
  )
    .input(z.object({ id: RecordId, waiverId: RecordId }))
    .output(Done),
  publish: endpoint(
    "POST",
    "/procurements/{id}/publish",
    tag,
    "Record publication: refused while blocking mismatches are neither mended nor waived",
  )
    .input(
      z.object({
        ...at,
        publishedOn: IsoDate,
        deadlineOn: IsoDate.nullable().optional(),
        ocid: procurementFields.ocid.optional(),
        noticeId: procurementFields.noticeId.optional(),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        version: z.int(),
        done: z.boolean(),
        gate: z.enum(["open", "closed"]),
        blocking: z.array(AlignmentFinding),
      }),
    ),
  moveOn: endpoint(
    "POST",
    "/procurements/{id}/stage",
    tag,
    "Move on to evaluating, back to drafting for a corrected notice, or close it",
  )
    .input(
      z.object({
        ...at,
        stage: z.enum(["drafting", "published", "evaluating", "closed"]),
        reason: reason.nullable(),
      }),
    )
    .output(Versioned),
  setPromises: endpoint(
    "PUT",
    "/procurements/{id}/promises",
    tag,
    "Record what bidders promised; kept from everybody outside",
  )
    .input(
      z.object({
        ...at,
        promises: z
          .array(BidPromise.omit({ id: true }).extend({ id: RecordId.nullable().default(null) }))
          .max(500),
      }),
    )
    .output(Versioned),
  award: endpoint(
    "POST",
    "/procurements/{id}/award",
    tag,
    "Make the contracts of an award: clauses become conditions, winning promises are carried over",
  )
    .input(
      z.object({
        ...at,
        awardedOn: IsoDate,
        contracts: z.array(AwardedContract).min(1).max(100),
        dryRun: z.boolean().default(true),
      }),
    )
    .output(
      z.object({ version: z.int(), done: z.boolean(), contracts: z.array(ContractFromAward) }),
    ),
  listActs: endpoint("GET", "/procurements/{id}/acts", tag, "What was done to it, newest first")
    .input(PageInput.extend({ id: RecordId }))
    .output(pageOf(ProcurementAct)),
  undo: endpoint("POST", "/procurements/{id}/undo", tag, "Undo the latest act")
    .input(z.object({ ...at, actId: RecordId }))
    .output(Versioned),
  takeNotices: endpoint(
    "POST",
    "/procurements/from-notices",
    tag,
    "Take notices that were read: a new procurement each, or what is new for the one that is there",
  )
    .input(z.object({ notices: z.array(NormalisedProcurement).min(1).max(50) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: RecordId,
            title: z.string(),
            what: z.enum(["new", "changed", "same"]),
            notes: z.array(Sentence),
          }),
        ),
      }),
    ),
};

/** What a file of notices holds, before anything is taken. */
export const NoticePreview = z.object({
  /** The first 50; `leftOut` says how many more there are. */
  notices: z.array(
    z.object({
      notice: NormalisedProcurement,
      /** The procurement of ours it speaks about, by ocid or notice id. */
      existing: z.object({ id: RecordId, title: z.string(), reference: z.string() }).nullable(),
      cpvLabels: z.array(z.object({ code: CpvCode, label: z.string() })),
    }),
  ),
  leftOut: z.int(),
});
export type NoticePreview = z.infer<typeof NoticePreview>;

/** Outside the typed client: files. */
export const procurementFiles = {
  readNotices: endpoint(
    "POST",
    "/procurements/read-notices",
    tag,
    "Read a file of notices (OCDS, eForms; multipart: `file`) and show what is in it; nothing is taken",
  )
    .input(z.object({ file: z.file() }))
    .output(NoticePreview),
  exportAlignment: endpoint(
    "GET",
    "/procurements/{id}/alignment",
    tag,
    "Criteria, clauses, follow-up and mismatches as a spreadsheet",
  )
    .input(z.object({ id: RecordId, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
  contractOcds: endpoint(
    "GET",
    "/contracts/{id}/ocds",
    tag,
    "A contract as an OCDS 1.1.5 release package with its production sites; what is masked is counted, not named",
  )
    .input(z.object({ id: RecordId }))
    .output(z.file()),
};

/**
 * The policy of an organisation as a decision table: what is bought, at which risk and value → what is asked, in which
 * role. A row that is in force is never overwritten: a change ends it and begins another, so the table tells the scale-up.
 */
import {
  BidderRole,
  CountryCode,
  CpvCode,
  CurrencyCode,
  FollowUp,
  IsoDate,
  Money,
  ParameterValues,
  Procedure,
  RequirementKey,
  RequirementRole,
  Sentence,
  SizeClass,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Policy";

export const RiskLevel = z.enum(["high", "medium", "low", "unknown"]);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** When a row fires. An empty list, or `null`, means any. */
export const PolicyWhen = z.strictObject({
  /** Two to eight digits: `30`, `302131`. */
  cpvPrefixes: z.array(z.string().regex(/^\d{2,8}$/)).max(100),
  risks: z.array(RiskLevel).max(4),
  /** From this value on, in the policy's currency. */
  valueFrom: Money.nullable(),
  /** Below this value. */
  valueTo: Money.nullable(),
  countries: z.array(CountryCode).max(60),
  procedures: z.array(Procedure).max(10),
  bidderRoles: z.array(BidderRole).max(2),
  sizes: z.array(SizeClass).max(4),
});
export type PolicyWhen = z.infer<typeof PolicyWhen>;

/** What a row asks. `version` `null`: the one we hold at the time. */
export const PolicyAskInput = z.strictObject({
  requirement: RequirementKey,
  version: z.int().positive().nullable(),
  role: RequirementRole,
  values: ParameterValues,
  followUp: FollowUp.nullable(),
});
export type PolicyAskInput = z.infer<typeof PolicyAskInput>;

const rowFields = {
  title: z.string().trim().min(1).max(300),
  when: PolicyWhen,
  /** What it asks. */
  ask: PolicyAskInput,
  effectiveFrom: IsoDate,
  effectiveTo: IsoDate.nullable(),
  /** When the market was told. */
  announcedOn: IsoDate.nullable(),
  /** Months of notice that were promised to the market. */
  noticeMonths: z.int().min(0).max(120).nullable(),
  reason: z.string().max(2000),
  /** Why this is in proportion, and what is asked of small firms. */
  proportionality: z.string().max(2000),
};

export const PolicyRowInput = z.object({
  ...rowFields,
  effectiveTo: rowFields.effectiveTo.default(null),
  announcedOn: rowFields.announcedOn.default(null),
  noticeMonths: rowFields.noticeMonths.default(null),
  reason: rowFields.reason.default(""),
  proportionality: rowFields.proportionality.default(""),
});
export type PolicyRowInput = z.infer<typeof PolicyRowInput>;

export const PolicyRow = z.object({
  id: RecordId,
  version: z.int(),
  ...rowFields,
  /** On the day asked for. */
  state: z.enum(["future", "in_force", "ended"]),
  requirementTitle: z.string(),
  /** When it fires, in a sentence. */
  whenSays: Sentence,
  /** What it asks, in a sentence. */
  asks: Sentence,
  /** Row it took the place of, and row that took its place. */
  follows: RecordId.nullable(),
  followedBy: RecordId.nullable(),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

/** What is asked of, or said about, one thing to be bought. Unknown facts are `null`: a row that needs them says so. */
export const PolicySituation = z.object({
  cpv: z.array(CpvCode).max(50).default([]),
  risk: RiskLevel.default("unknown"),
  value: Money.nullable().default(null),
  country: CountryCode.nullable().default(null),
  procedure: Procedure.nullable().default(null),
  bidderRoles: z.array(BidderRole).max(2).default([]),
  sizes: z.array(SizeClass).max(4).default([]),
});
export type PolicySituation = z.infer<typeof PolicySituation>;

/** A requirement that the rows which fire ask together. */
export const PolicyAsk = z.object({
  requirement: RequirementKey,
  title: z.string(),
  version: z.int().nullable(),
  role: RequirementRole,
  values: ParameterValues,
  followUp: FollowUp.nullable(),
  asks: Sentence,
  rowIds: z.array(RecordId),
  /** Of whom; empty: of everybody who may bid. */
  bidders: z.array(z.object({ bidderRole: BidderRole.nullable(), size: SizeClass.nullable() })),
  /** Parameters whose values cannot be put in order: left out of `values` until a person decides. */
  undecided: z.array(z.string()),
});
export type PolicyAsk = z.infer<typeof PolicyAsk>;

export const PolicyTrial = z.object({
  on: IsoDate,
  situation: PolicySituation,
  fires: z.array(
    z.object({
      rowId: RecordId,
      title: z.string(),
      because: z.array(Sentence),
      overriddenBy: z.array(RecordId),
    }),
  ),
  /** Rows in force that do not fire, each with the first reason; up to 200. */
  doesNotFire: z.array(z.object({ rowId: RecordId, title: z.string(), because: Sentence })),
  doesNotFireLeftOut: z.int(),
  asked: z.array(PolicyAsk),
  /** Values that cannot be put in order: a person decides. */
  conflicts: z.array(z.object({ rowIds: z.array(RecordId), sentence: Sentence })),
  /** Rows that might fire if a fact were known. */
  unknowns: z.array(z.object({ rowId: RecordId, sentence: Sentence })),
});
export type PolicyTrial = z.infer<typeof PolicyTrial>;

const change = { id: RecordId, version: z.int() };

export const policies = {
  get: endpoint(
    "GET",
    "/policy",
    tag,
    "The policy itself: its name, currency, promised notice",
  ).output(
    z.object({
      version: z.int(),
      title: z.string(),
      currency: CurrencyCode,
      /** Notice promised to the market for every change, unless a row says otherwise. */
      noticeMonths: z.int(),
      /** Days on which anything begins or ends, for the slider of the scale-up. */
      days: z.array(IsoDate),
      counts: z.object({ inForce: z.int(), future: z.int(), ended: z.int() }),
      can: z.object({ write: z.boolean() }),
    }),
  ),
  describe: endpoint("PUT", "/policy", tag, "Name the policy, its currency and promised notice")
    .input(
      z.object({
        version: z.int(),
        title: z.string().trim().min(1).max(200),
        currency: CurrencyCode,
        noticeMonths: z.int().min(0).max(120),
      }),
    )
    .output(z.object({ version: z.int() })),
  listRows: endpoint("GET", "/policy/rows", tag, "Rows of the table as of a date")
    .input(
      PageInput.extend({
        /** Today where left out. */
        on: IsoDate.optional(),
        /** Rows in force on the day where left out. */
        state: z.enum(["future", "in_force", "ended", "all"]).default("in_force"),
        requirement: RequirementKey.optional(),
        role: RequirementRole.optional(),
        search: z.string().max(200).optional(),
        sort: z.enum(["title", "requirement", "from"]).default("requirement"),
      }),
    )
    .output(pageOf(PolicyRow).extend({ total: z.int() })),
  getRow: endpoint("GET", "/policy/rows/{id}", tag, "One row with the rows before and after it")
    .input(z.object({ id: RecordId }))
    .output(PolicyRow.extend({ history: z.array(PolicyRow) })),
  addRow: endpoint("POST", "/policy/rows", tag, "Add a row")
    .input(PolicyRowInput)
    .output(z.object({ id: RecordId, warnings: z.array(Sentence) })),
  changeRow: endpoint(
    "POST",
    "/policy/rows/{id}/change",
    tag,
    "Change a row from a day on: one in force ends the day before and a new one begins; a draft of the future is changed itself",
  )
    .input(PolicyRowInput.extend(change))
    .output(z.object({ id: RecordId, endedId: RecordId.nullable(), warnings: z.array(Sentence) })),
  endRow: endpoint("POST", "/policy/rows/{id}/end", tag, "End a row: its last day")
    .input(z.object({ ...change, on: IsoDate, reason: z.string().trim().min(1).max(2000) }))
    .output(z.object({ version: z.int() })),
  removeRow: endpoint(
    "DELETE",
    "/policy/rows/{id}",
    tag,
    "Remove a row that is not in force yet; the row it would have followed goes on",
  )
    .input(z.object({ id: RecordId, version: z.coerce.number().int() }))
    .output(Done),
  tryOut: endpoint(
    "POST",
    "/policy/try",
    tag,
    "Try a situation, a procurement or a contract: which rows fire and why, what is asked",
  )
    .input(
      z.object({
        on: IsoDate.optional(),
        situation: PolicySituation.optional(),
        procurementId: RecordId.optional(),
        contractId: RecordId.optional(),
      }),
    )
    .output(PolicyTrial),
  check: endpoint(
    "GET",
    "/policy/check",
    tag,
    "Gaps nobody covers, rows that clash or never win, notice shorter than promised",
  )
    .input(z.object({ on: IsoDate.optional() }))
    .output(
      z.object({
        on: IsoDate,
        gaps: z.array(
          z.object({
            cpvPrefix: z.string(),
            risk: RiskLevel,
            valueFrom: Money.nullable(),
            valueTo: Money.nullable(),
            covered: z.enum(["none", "partly"]),
            rowIds: z.array(RecordId),
            sentence: Sentence,
          }),
        ),
        gapsLeftOut: z.int(),
        conflicts: z.array(
          z.object({
            kind: z.enum(["clash", "dead_row", "overlapping_dates", "short_notice"]),
            rowIds: z.array(RecordId),
            sentence: Sentence,
          }),
        ),
        conflictsLeftOut: z.int(),
      }),
    ),
  scaleUp: endpoint(
    "POST",
    "/policy/scale-up",
    tag,
    "The same table over time: what is asked when, and what gets stricter when",
  )
    .input(
      z.object({
        situation: PolicySituation,
        /** Left out: every day on which the answer can change. */
        dates: z.array(IsoDate).max(60).optional(),
      }),
    )
    .output(
      z.object({
        steps: z.array(
          z.object({
            on: IsoDate,
            asked: z.array(PolicyAsk),
            changes: z.array(
              z.object({
                requirement: RequirementKey,
                role: RequirementRole,
                what: z.enum(["new", "stricter", "weaker", "different", "gone"]),
                sentence: Sentence,
              }),
            ),
          }),
        ),
      }),
    ),
};

/** Outside the typed client. */
export const policyFiles = {
  exportRows: endpoint(
    "GET",
    "/policy/export",
    tag,
    "The table as CSV or YAML, as of a day or over all time",
  )
    .input(
      z.object({
        format: z.enum(["csv", "yaml"]),
        on: IsoDate.optional(),
        state: z.enum(["future", "in_force", "ended", "all"]).default("in_force"),
      }),
    )
    .output(z.file()),
};

/**
 * KPIs of our contracts: computed from facts where there are any, entered with evidence elsewhere, told against a target.
 * How well a supplier cooperates and informs, and what workers got, never stand in one list: whatever holds several figures
 * is of one section, or has a list for each.
 */
import {
  BandScheme,
  CatalogueKpi,
  ConductStanding,
  IsoDate,
  IsoInstant,
  KpiBand,
  KpiDimension,
  KpiEntry,
  KpiPeriod,
  KpiPublication,
  KpiRating,
  KpiSection,
  KpiStanding,
  KpiTarget,
  OutcomeStanding,
  PracticeStanding,
  SectionedStandings,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "KPIs";

const KpiId = z.string().min(1).max(20);
const Months = z.coerce.number().int().min(1).max(60);
const words = z.string().trim().min(1).max(2000);
const figure = z.number().min(-1e12).max(1e12).nullable();

export const KpiContract = z.object({
  id: RecordId,
  reference: z.string(),
  title: z.string(),
  supplier: z.string().nullable(),
  invented: z.boolean(),
});
export type KpiContract = z.infer<typeof KpiContract>;

/** An entry with what became of it. */
export const KpiEntryRecord = KpiEntry.extend({
  enteredAt: IsoInstant,
  /** Corrected or taken back by this entry; `null` while it stands. */
  replacedBy: RecordId.nullable(),
});
export type KpiEntryRecord = z.infer<typeof KpiEntryRecord>;

/** A figure (value, or numerator and denominator) or a judgement on a target told in words; never both. */
export const KpiEntryInput = z.object({
  kpi: KpiId,
  from: IsoDate,
  to: IsoDate,
  numerator: figure.default(null),
  denominator: figure.default(null),
  value: figure.default(null),
  judgement: KpiBand.nullable().default(null),
  note: z.string().trim().max(2000).default(""),
  evidence: z
    .object({
      title: z.string().trim().min(1).max(300),
      reference: z.string().trim().max(1000).default(""),
    })
    .nullable()
    .default(null),
});
export type KpiEntryInput = z.infer<typeof KpiEntryInput>;

export const KpiAssignmentInput = z.object({
  kpi: KpiId,
  target: KpiTarget,
  everyMonths: z.int().min(1).max(60),
  reason: words,
  personId: RecordId.nullable().default(null),
  role: z.string().trim().min(1).max(200).nullable().default(null),
});
export type KpiAssignmentInput = z.infer<typeof KpiAssignmentInput>;

/** One period of one KPI, without rows: for lists and charts. */
export const KpiPoint = z.object({
  period: KpiPeriod,
  computed: z.number().nullable(),
  entered: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  rating: KpiRating,
  says: Sentence,
  measured: z.boolean(),
});
export type KpiPoint = z.infer<typeof KpiPoint>;

const atContract = { contract: KpiContract, owner: z.string().nullable() };
/** A KPI of one contract in a list over all of them. */
const overContracts = {
  supplier_conduct: ConductStanding.extend(atContract),
  worker_outcomes: OutcomeStanding.extend(atContract),
  own_practice: PracticeStanding.extend(atContract),
};
export const KpiListItem = z.discriminatedUnion("section", [
  overContracts.supplier_conduct,
  overContracts.worker_outcomes,
  overContracts.own_practice,
]);
export type KpiListItem = z.infer<typeof KpiListItem>;

const listFilters = {
  /** A list is of one section: cooperation and information are never listed with what workers got. */
  section: KpiSection,
  asOf: IsoDate.optional(),
  contractId: RecordId.optional(),
  kpi: KpiId.optional(),
  band: KpiBand.optional(),
  supplier: z.string().max(300).optional(),
  /** `due`: the period is over and nothing stands for it; `measured`: a figure or judgement is there. */
  state: z.enum(["due", "measured"]).optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["band", "-band", "contract", "kpi", "due", "-due"]).default("band"),
};

export const KpiPublicationSummary = z.object({
  id: RecordId,
  contract: KpiContract,
  year: z.int(),
  /** SHA-256 of the JSON, in lower-case hexadecimal. */
  digest: z.string(),
  publishedAt: IsoInstant,
  publishedBy: z.string().nullable(),
  /** Publication it corrects, and the one that corrects it. */
  replaces: RecordId.nullable(),
  replacedBy: RecordId.nullable(),
  withdrawn: z.object({ at: IsoInstant, reason: z.string() }).nullable(),
  /** Where anybody reads it, relative to the server. */
  address: z.string(),
});
export type KpiPublicationSummary = z.infer<typeof KpiPublicationSummary>;

/** What a sheet that came back would change, row by row. */
export const KpiSheetRow = z.object({
  sheet: z.string(),
  row: z.int(),
  kpi: z.string(),
  name: z.string(),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  outcome: z.enum(["new", "corrects", "unchanged", "rejected"]),
  /** What stands today and what the sheet says, as people read it. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Why it is rejected, or what is to be known of it. */
  note: z.string().nullable(),
});
export type KpiSheetRow = z.infer<typeof KpiSheetRow>;

export const KpiSheetResult = z.object({
  rows: z.array(KpiSheetRow),
  counts: z.object({ new: z.int(), corrects: z.int(), unchanged: z.int(), rejected: z.int() }),
  /** Given back with the same file to take it: what was looked at is what is taken. */
  digest: z.string(),
  taken: z.boolean(),
});
export type KpiSheetResult = z.infer<typeof KpiSheetResult>;

export const kpis = {
  catalogue: endpoint(
    "GET",
    "/kpis/catalogue",
    tag,
    "The indicators, each with its dimension",
  ).output(z.object({ kpis: z.array(CatalogueKpi) })),
  getBands: endpoint("GET", "/kpis/bands", tag, "Names and thresholds of the bands").output(
    z.object({
      version: z.int(),
      bands: BandScheme,
      isDefault: z.boolean(),
      can: z.object({ write: z.boolean() }),
    }),
  ),
  setBands: endpoint("PUT", "/kpis/bands", tag, "Rename the bands, set where they begin")
    .input(z.object({ version: z.int(), bands: BandScheme }))
    .output(z.object({ version: z.int() })),
  list: endpoint(
    "GET",
    "/kpis",
    tag,
    "KPIs of one section over all contracts, in their latest period",
  )
    .input(PageInput.extend(listFilters))
    .output(
      pageOf(KpiListItem).extend({
        total: z.int(),
        section: KpiSection,
        asOf: IsoDate,
        counts: z.record(KpiBand, z.int()),
        /** How many wait for a figure. */
        due: z.int(),
        bands: BandScheme,
        /** Contracts beyond the most that are looked at in one list. */
        contractsLeftOut: z.int(),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  ofContract: endpoint(
    "GET",
    "/contracts/{id}/kpis",
    tag,
    "The KPIs of one contract as of a day, with earlier periods; rows are opened one KPI at a time",
  )
    .input(
      z.object({
        id: RecordId,
        asOf: IsoDate.optional(),
        /** How many periods before the latest come with it. */
        back: z.coerce.number().int().min(0).max(19).default(3),
        dimension: KpiDimension.optional(),
      }),
    )
    .output(
      z.object({
        contract: KpiContract,
        asOf: IsoDate,
        standings: SectionedStandings,
        /** By `assignment.key`, newest first. */
        earlier: z.record(z.string(), z.array(KpiPoint)),
        bands: BandScheme,
        can: z.object({ write: z.boolean(), publish: z.boolean() }),
      }),
    ),
  get: endpoint(
    "GET",
    "/contracts/{id}/kpis/{kpi}",
    tag,
    "One measurement with a page of the rows behind it, and all that was entered",
  )
    .input(
      PageInput.extend({
        id: RecordId,
        kpi: KpiId,
        /** Length of the period; that of the assignment where left out, 3 where there is none. */
        months: Months.optional(),
        /** A day of the period asked for; the latest period where left out. */
        on: IsoDate.optional(),
        asOf: IsoDate.optional(),
      }),
    )
    .output(
      z.object({
        contract: KpiContract,
        catalogue: CatalogueKpi,
        standing: KpiStanding,
        /** Of `standing.computed.rows`: where the next page begins. */
        next: z.string().nullable(),
        entries: z.array(KpiEntryRecord),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  series: endpoint(
    "GET",
    "/contracts/{id}/kpis/{kpi}/series",
    tag,
    "One KPI over time, oldest first",
  )
    .input(
      z.object({
        id: RecordId,
        kpi: KpiId,
        months: Months.default(3),
        count: z.coerce.number().int().min(1).max(40).default(16),
        asOf: IsoDate.optional(),
      }),
    )
    .output(z.object({ catalogue: CatalogueKpi, asOf: IsoDate, points: z.array(KpiPoint) })),
  assign: endpoint("POST", "/contracts/{id}/kpis", tag, "Add a KPI to a contract")
    .input(KpiAssignmentInput.extend({ id: RecordId }))
    .output(z.object({ assignmentId: RecordId })),
  endAssignment: endpoint(
    "POST",
    "/kpis/assignments/{assignmentId}/end",
    tag,
    "Say that an added KPI no longer applies; what was measured stays",
  )
    .input(z.object({ assignmentId: RecordId, reason: words }))
    .output(Done),
  enter: endpoint(
    "POST",
    "/contracts/{id}/kpis/entries",
    tag,
    "Enter a figure or a judgement; performs the duties to measure that the clauses make due",
  )
    .input(KpiEntryInput.extend({ id: RecordId }))
    .output(z.object({ entryId: RecordId, dutiesPerformed: z.int() })),
  correct: endpoint(
    "POST",
    "/kpis/entries/{entryId}/correct",
    tag,
    "Enter a correction; both are kept",
  )
    .input(KpiEntryInput.omit({ kpi: true }).extend({ entryId: RecordId }))
    .output(z.object({ entryId: RecordId })),
  takeBack: endpoint(
    "POST",
    "/kpis/entries/{entryId}/take-back",
    tag,
    "Take an entry back; it is kept",
  )
    .input(z.object({ entryId: RecordId, reason: words }))
    .output(Done),
  recordMeasured: endpoint(
    "POST",
    "/contracts/{id}/kpis/measured",
    tag,
    "Say that the computed figure of a period was looked at; performs the duties to measure it",
  )
    .input(
      z.object({
        id: RecordId,
        kpi: KpiId,
        on: IsoDate,
        note: z.string().trim().max(2000).default(""),
      }),
    )
    .output(z.object({ dutiesPerformed: z.int() })),
  listPublications: endpoint("GET", "/kpis/publications", tag, "What was published, newest first")
    .input(PageInput.extend({ contractId: RecordId.optional() }))
    .output(pageOf(KpiPublicationSummary).extend({ can: z.object({ publish: z.boolean() }) })),
  draftPublication: endpoint(
    "GET",
    "/contracts/{id}/kpis/publications/draft",
    tag,
    "Exactly what would be published of a year",
  )
    .input(z.object({ id: RecordId, year: z.coerce.number().int().min(2000).max(2200) }))
    .output(
      z.object({
        content: KpiPublication.omit({ publishedAt: true, replaces: true, correction: true }),
        /** Of what is shown; publishing asks for it, so that nothing else is published. */
        draftDigest: z.string(),
        /** That of the year that stands already: publishing needs a correction that names it. */
        standing: KpiPublicationSummary.nullable(),
        /** What is left out of it, and why. */
        leftOut: z.array(Sentence),
      }),
    ),
  publish: endpoint(
    "POST",
    "/contracts/{id}/kpis/publications",
    tag,
    "Publish a year, for anybody to read",
  )
    .input(
      z.object({
        id: RecordId,
        year: z.int().min(2000).max(2200),
        draftDigest: z.string().length(64),
        /** Publication this one corrects, and what was wrong. */
        replaces: RecordId.nullable().default(null),
        correction: words.nullable().default(null),
      }),
    )
    .output(KpiPublicationSummary),
  withdraw: endpoint(
    "POST",
    "/kpis/publications/{publicationId}/withdraw",
    tag,
    "Withdraw a publication; that it was there, and why it was withdrawn, stays readable",
  )
    .input(z.object({ publicationId: RecordId, reason: words }))
    .output(Done),
  /** Without signing in. */
  readPublication: endpoint(
    "GET",
    "/public/kpis/{publicationId}",
    tag,
    "Read a publication; nobody has to sign in",
  )
    .input(z.object({ publicationId: RecordId }))
    .output(
      z.object({
        /** `null` once withdrawn. */
        publication: KpiPublication.nullable(),
        year: z.int(),
        digest: z.string(),
        withdrawn: z.object({ on: IsoDate, reason: z.string() }).nullable(),
        replacedBy: RecordId.nullable(),
      }),
    ),
};

/** Outside the typed client: files. */
export const kpiFiles = {
  export: endpoint("GET", "/kpis/export", tag, "Exactly the KPIs that are listed, as a spreadsheet")
    .input(z.object({ ...listFilters, format: z.enum(["xlsx", "csv"]) }))
    .output(z.file()),
  workbook: endpoint(
    "GET",
    "/contracts/{id}/kpis/workbook",
    tag,
    "The KPIs of a contract as a workbook to fill in: one sheet for cooperation and information, another for what workers got",
  )
    .input(z.object({ id: RecordId, asOf: IsoDate.optional() }))
    .output(z.file()),
  readWorkbook: endpoint(
    "POST",
    "/contracts/{id}/kpis/workbook/read",
    tag,
    "Say exactly what a filled-in workbook would change (multipart: `file`); nothing is taken",
  )
    .input(z.object({ id: RecordId, file: z.file() }))
    .output(KpiSheetResult),
  takeWorkbook: endpoint(
    "POST",
    "/contracts/{id}/kpis/workbook",
    tag,
    "Take a filled-in workbook (multipart: `digest` of what was looked at, then `file`)",
  )
    .input(z.object({ id: RecordId, digest: z.string(), file: z.file() }))
    .output(KpiSheetResult),
  facts: endpoint(
    "GET",
    "/contracts/{id}/kpis/facts",
    tag,
    "The dated facts the KPIs rest on, as JSON: whoever has the file computes the same figures",
  )
    .input(z.object({ id: RecordId }))
    .output(z.file()),
  /** Without signing in. */
  document: endpoint(
    "GET",
    "/public/kpis/{publicationId}/document",
    tag,
    "A publication as a document, or the exact JSON its digest is of",
  )
    .input(z.object({ publicationId: RecordId, format: z.enum(["json", "docx", "pdf"]) }))
    .output(z.file()),
};

/** Resellers and brands this organisation deals with, each with the sum of its lines. */
import { CountryCode, DialogueSide, IsoDate } from "@throughline/domain";
import { z } from "zod";
import { ContractSummary, SmallLine } from "./contracts.ts";
import { CommitmentSummary, Obstacle, SeriesSummary } from "./dialogue-shapes.ts";
import { endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";
import { ReleaseSummary } from "./releases.ts";
import { RequestSummary } from "./requests.ts";

const tag = "Suppliers";

export const SupplierSummary = z.object({
  id: RecordId,
  name: z.string(),
  country: CountryCode.nullable(),
  invented: z.boolean(),
  /** What it is in our contracts. */
  roles: z.array(z.enum(["supplier", "brand"])),
  contracts: z.int(),
  openRequests: z.int(),
  overdueRequests: z.int(),
  lastAnswerOn: IsoDate.nullable(),
  breaks: z.int(),
  next: z.string().nullable(),
  /** Sum of the lines of its contracts: a station is only as good as its worst; see `sumLines` of the tracing engine. */
  line: SmallLine,
});
export type SupplierSummary = z.infer<typeof SupplierSummary>;

/** What was said and promised at our tables with one supplier, over contracts and years. */
export const SupplierDialogue = z.object({
  /** Newest first. */
  series: z.array(SeriesSummary),
  /** Promises of both sides that are not settled, soonest first. */
  open: z.array(CommitmentSummary),
  /** Of each side: due by the date first agreed, kept by it, kept by a later one both agreed, how often dates of those due were moved. */
  promises: z.array(
    z.object({
      side: DialogueSide,
      due: z.int(),
      keptByFirst: z.int(),
      keptByLater: z.int(),
      slips: z.int(),
    }),
  ),
  /** Reported and not overcome. */
  obstacles: z.array(Obstacle),
});
export type SupplierDialogue = z.infer<typeof SupplierDialogue>;

export const SupplierDetail = SupplierSummary.extend({
  version: z.int(),
  /** Mailbox requests go to; a role mailbox first. */
  email: z.string().nullable(),
  language: z.string(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  contractList: z.array(ContractSummary),
  requests: z.array(RequestSummary),
  releases: z.array(ReleaseSummary),
  /** Days between sending and the first answer over answered requests; `null`: none was answered yet. */
  medianDaysToAnswer: z.number().nullable(),
  answeredRequests: z.int(),
  sentRequests: z.int(),
  /** `null` for whoever may not read dialogue. */
  dialogue: SupplierDialogue.nullable(),
  can: z.object({ write: z.boolean(), request: z.boolean() }),
});
export type SupplierDetail = z.infer<typeof SupplierDetail>;

export const suppliers = {
  list: endpoint("GET", "/suppliers", tag, "Suppliers and brands with the sum of their lines")
    .input(
      PageInput.extend({
        search: z.string().max(200).optional(),
        role: z.enum(["supplier", "brand"]).optional(),
        sort: z.enum(["name", "-name"]).default("name"),
      }),
    )
    .output(pageOf(SupplierSummary).extend({ total: z.int() })),
  get: endpoint("GET", "/suppliers/{id}", tag, "One supplier with its contracts, requests and line")
    .input(z.object({ id: RecordId }))
    .output(SupplierDetail),
  revise: endpoint(
    "PATCH",
    "/suppliers/{id}",
    tag,
    "Change the mailbox, language or country of a supplier",
  )
    .input(
      z.object({
        id: RecordId,
        version: z.int(),
        email: z.email().max(320).nullable().optional(),
        language: z.string().length(2).optional(),
        country: CountryCode.nullable().optional(),
      }),
    )
    .output(z.object({ version: z.int() })),
};

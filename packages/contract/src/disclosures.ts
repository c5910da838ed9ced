/** Disclosures: what is said about one, what came of taking it. */
import {
  CountryCode,
  DisclosureRow,
  IsoDate,
  IsoInstant,
  MatchBand,
  ReadDisclosure,
  Tier,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";

/** What is said about a disclosure when it is taken. */
export const DisclosureAbout = z.object({
  title: z.string().trim().min(1).max(300),
  declaredBy: z.string().trim().min(1).max(300),
  brand: z.string().trim().max(200).nullable().default(null),
  asOf: IsoDate.nullable().default(null),
  receivedOn: IsoDate,
  /** Products it speaks about. Empty: matched by a product column, else every product of the brand, else all. */
  productIds: z.array(RecordId).max(5000).default([]),
  tier: Tier.default("final_assembly"),
  /** `one_of` when the source names alternatives; `confirmed` when each product is made at each site named. Left out: as the source says. */
  kind: z.enum(["one_of", "confirmed"]).optional(),
});
export type DisclosureAbout = z.infer<typeof DisclosureAbout>;

export const TakenRow = DisclosureRow.extend({
  siteId: RecordId.nullable(),
  band: MatchBand.nullable(),
  probability: z.number().nullable(),
});
export const Disclosure = z.object({
  id: RecordId,
  contractId: RecordId,
  title: z.string(),
  declaredBy: z.string(),
  brand: z.string().nullable(),
  asOf: IsoDate.nullable(),
  receivedOn: IsoDate,
  withdrawnOn: IsoDate.nullable(),
  withdrawnReason: z.string().nullable(),
  format: z.string(),
  fileName: z.string().nullable(),
  truncated: z.boolean(),
  alternatives: z.boolean(),
  foreignMarket: CountryCode.nullable(),
  notes: z.array(z.string()),
  counts: z.object({ read: z.int(), accepted: z.int(), corrected: z.int(), rejected: z.int() }),
  recordedAt: IsoInstant,
});
export type Disclosure = z.infer<typeof Disclosure>;
export const DisclosureTaken = z.object({
  disclosureId: RecordId,
  counts: Disclosure.shape.counts,
  sites: z.object({ same: z.int(), review: z.int(), new: z.int() }),
  links: z.int(),
  hits: z.int(),
});

export const disclosures = {
  list: endpoint("GET", "/contracts/{id}/disclosures", "Disclosures", "Disclosures of a contract")
    .input(z.object({ id: RecordId }))
    .output(z.object({ items: z.array(Disclosure) })),
  get: endpoint(
    "GET",
    "/disclosures/{disclosureId}",
    "Disclosures",
    "One disclosure with every row: accepted, corrected, rejected",
  )
    .input(z.object({ disclosureId: RecordId }))
    .output(Disclosure.extend({ rows: z.array(TakenRow) })),
  readText: endpoint(
    "POST",
    "/disclosures/read-text",
    "Disclosures",
    "Read pasted label text without saving",
  )
    .input(z.object({ text: z.string().min(1).max(200_000) }))
    .output(ReadDisclosure),
  takeText: endpoint(
    "POST",
    "/contracts/{id}/disclosures/text",
    "Disclosures",
    "Take pasted label text as a disclosure",
  )
    .input(DisclosureAbout.extend({ id: RecordId, text: z.string().min(1).max(200_000) }))
    .output(DisclosureTaken),
  takeForm: endpoint(
    "POST",
    "/contracts/{id}/disclosures/form",
    "Disclosures",
    "Take sites typed into a form as a disclosure",
  )
    .input(
      DisclosureAbout.extend({
        id: RecordId,
        sites: z
          .array(
            z.object({
              name: z.string().max(400),
              address: z.string().max(1000),
              country: z.string().max(100),
              product: z.string().max(300).optional(),
              component: z.string().max(120).optional(),
              tier: Tier.optional(),
              osId: z.string().max(40).optional(),
            }),
          )
          .min(1)
          .max(2000),
      }),
    )
    .output(DisclosureTaken),
  withdraw: endpoint(
    "POST",
    "/disclosures/{disclosureId}/withdraw",
    "Disclosures",
    "Record that the disclosure was withdrawn",
  )
    .input(
      z.object({
        disclosureId: RecordId,
        withdrawnOn: IsoDate,
        reason: z.string().trim().min(1).max(2000),
      }),
    )
    .output(Done),
};

/** Endpoints that carry files: streamed to disk outside the typed client, described in the API docs all the same. */
export const disclosureFiles = {
  read: endpoint(
    "POST",
    "/disclosures/read-file",
    "Disclosures",
    "Read a CSV or XLSX file without saving (multipart, field `file`)",
  )
    .input(z.object({ file: z.file() }))
    .output(ReadDisclosure),
  take: endpoint(
    "POST",
    "/contracts/{id}/disclosures/file",
    "Disclosures",
    "Take a CSV or XLSX file as a disclosure (multipart: field `about` as JSON, then `file`)",
  )
    .input(z.object({ id: RecordId, about: z.string(), file: z.file() }))
    .output(DisclosureTaken),
};

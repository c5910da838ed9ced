/** Our record: what a supplier says once and releases many times. */
import {
  IsoDate,
  IsoInstant,
  RecordAnswer,
  RecordChange,
  RecordLink,
  RecordProduct,
  RecordSite,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Our record";

/** A site of the record; its key is its id. */
export const OwnSite = RecordSite.omit({ key: true, masked: true }).extend({
  id: RecordId,
  version: z.int(),
  /** Released without name and address, the identity kept by whoever is named here. */
  maskedAs: z.string().nullable(),
  /** Where the row came from when another supplier's release was taken over. */
  from: z.object({ releaseId: RecordId, supplier: z.string() }).nullable(),
  products: z.int(),
  updatedAt: IsoInstant,
});
export type OwnSite = z.infer<typeof OwnSite>;
export const OwnSiteInput = OwnSite.pick({
  name: true,
  address: true,
  country: true,
  latitude: true,
  longitude: true,
  osId: true,
  workers: true,
  maskedAs: true,
});
export type OwnSiteInput = z.infer<typeof OwnSiteInput>;

export const OwnProduct = RecordProduct.omit({ key: true }).extend({
  id: RecordId,
  version: z.int(),
  sites: z.int(),
});
export type OwnProduct = z.infer<typeof OwnProduct>;
const OwnProductInput = OwnProduct.pick({ brand: true, family: true, partNumbers: true });

export const OwnLink = RecordLink.omit({ productKey: true, siteKey: true }).extend({
  productId: RecordId,
  siteId: RecordId,
});
export type OwnLink = z.infer<typeof OwnLink>;

export const OwnAnswer = RecordAnswer.omit({ key: true, productKey: true }).extend({
  id: RecordId,
  productId: RecordId.nullable(),
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

export const record = {
  get: endpoint(
    "GET",
    "/record",
    tag,
    "What the record holds, how fresh it is, who holds a release and what changed for each since",
  ).output(
    z.object({
      sites: z.int(),
      products: z.int(),
      links: z.int(),
      answers: z.int(),
      masked: z.int(),
      /** Oldest day on which a row was confirmed; `null` when a row never was. */
      oldestConfirmedOn: IsoDate.nullable(),
      unconfirmed: z.int(),
      /** Yearly refresh: due a year after the oldest confirmation. */
      refresh: z.object({ dueOn: IsoDate.nullable(), due: z.boolean(), sentence: Sentence }),
      holders: z.array(
        z.object({
          releaseId: RecordId,
          name: z.string(),
          number: z.int(),
          releasedAt: IsoInstant,
          expiresOn: IsoDate,
          /** What differs between that release and the record today. */
          changes: z.int(),
        }),
      ),
      can: z.object({ write: z.boolean(), release: z.boolean() }),
    }),
  ),
  listSites: endpoint("GET", "/record/sites", tag, "Sites of the record")
    .input(
      PageInput.extend({
        search: z.string().max(200).optional(),
        unconfirmed: z.stringbool().optional(),
      }),
    )
    .output(pageOf(OwnSite).extend({ total: z.int() })),
  addSites: endpoint("POST", "/record/sites", tag, "Add sites")
    .input(z.object({ sites: z.array(OwnSiteInput).min(1).max(1000) }))
    .output(z.object({ ids: z.array(RecordId) })),
  reviseSite: endpoint("PATCH", "/record/sites/{siteId}", tag, "Change a site of the record")
    .input(OwnSiteInput.partial().extend({ siteId: RecordId, version: z.int() }))
    .output(z.object({ version: z.int() })),
  removeSite: endpoint(
    "DELETE",
    "/record/sites/{siteId}",
    tag,
    "Take a site out of the record; releases that hold it stay as they are",
  )
    .input(z.object({ siteId: RecordId }))
    .output(Done),
  restoreSite: endpoint(
    "POST",
    "/record/sites/{siteId}/restore",
    tag,
    "Put a removed site back, with its links",
  )
    .input(z.object({ siteId: RecordId }))
    .output(Done),
  confirm: endpoint(
    "POST",
    "/record/confirm",
    tag,
    "Say that rows are still right: those named, or all at once",
  )
    .input(
      z.object({
        siteIds: z.array(RecordId).max(5000).default([]),
        all: z.boolean().default(false),
      }),
    )
    .output(z.object({ confirmed: z.int() })),
  listProducts: endpoint("GET", "/record/products", tag, "Products of the record")
    .input(PageInput.extend({ search: z.string().max(200).optional() }))
    .output(pageOf(OwnProduct)),
  saveProduct: endpoint(
    "PUT",
    "/record/products",
    tag,
    "Add or change a product: family and the part numbers that map to it",
  )
    .input(
      OwnProductInput.extend({
        id: RecordId.nullable().default(null),
        version: z.int().default(1),
      }),
    )
    .output(z.object({ id: RecordId, version: z.int() })),
  removeProduct: endpoint(
    "DELETE",
    "/record/products/{productId}",
    tag,
    "Take a product out of the record with its links",
  )
    .input(z.object({ productId: RecordId }))
    .output(Done),
  getGrid: endpoint(
    "GET",
    "/record/grid",
    tag,
    "Sites against products with their links, for ticking; of one request, or of everything",
  )
    .input(
      z.object({
        deliveryId: RecordId.optional(),
        sitesFrom: z.coerce.number().int().min(0).default(0),
      }),
    )
    .output(
      z.object({
        products: z.array(OwnProduct),
        sites: z.array(OwnSite),
        sitesTotal: z.int(),
        links: z.array(OwnLink),
      }),
    ),
  setLinks: endpoint("PUT", "/record/links", tag, "Tick and untick: which product is made where")
    .input(
      z.object({
        set: z.array(OwnLink).max(5000).default([]),
        remove: z
          .array(OwnLink.pick({ productId: true, siteId: true, tier: true, component: true }))
          .max(5000)
          .default([]),
      }),
    )
    .output(z.object({ links: z.int() })),
  listAnswers: endpoint("GET", "/record/answers", tag, "Answers that are not sites").output(
    z.object({ items: z.array(OwnAnswer) }),
  ),
  addAnswer: endpoint(
    "POST",
    "/record/answers",
    tag,
    "Refused, cannot because, shown false: with reason, document and date",
  )
    .input(OwnAnswer.omit({ id: true }))
    .output(z.object({ id: RecordId })),
  removeAnswer: endpoint("DELETE", "/record/answers/{answerId}", tag, "Take an answer back")
    .input(z.object({ answerId: RecordId }))
    .output(Done),
  takeOver: endpoint(
    "POST",
    "/record/take-over",
    tag,
    "Take what another supplier released to us into the record, to pass it on",
  )
    .input(
      z.object({
        releaseId: RecordId,
        /** Pass its sites on masked; the words name who keeps the identity. */
        maskAs: z.string().trim().min(1).max(300).nullable(),
      }),
    )
    .output(z.object({ sites: z.int(), products: z.int(), links: z.int(), answers: z.int() })),
  changesSince: endpoint(
    "GET",
    "/record/changes",
    tag,
    "What differs between a release and the record today",
  )
    .input(z.object({ releaseId: RecordId }))
    .output(z.object({ changes: z.array(RecordChange) })),
};

/** Outside the typed client: the pre-filled workbook. Filled in, it is sent to `POST /record/intakes`. */
export const recordFiles = {
  workbook: endpoint(
    "GET",
    "/record/workbook",
    tag,
    "The record as a workbook to fill in: pre-filled, with drop-downs and instructions; with what a request asks",
  )
    .input(
      z.object({
        deliveryId: RecordId.optional(),
        /** Left out: the request's language where the workbook is to be had in it, else English. */
        language: z.string().length(2).optional(),
      }),
    )
    .output(z.file()),
};

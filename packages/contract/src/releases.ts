/** Releases: immutable copies of a supplier's record, each for one recipient, under a share code. */
import {
  CountryCode,
  IsoDate,
  IsoInstant,
  RecordChange,
  RecordKey,
  ReleaseSnapshot,
  Sentence,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";

const tag = "Releases";

/** Eight signs without look-alikes (no 0, 1, I, O), printed as `ABCD-EFGH`. Blanks, hyphens and small letters are read. */
export const ShareCode = z.string().trim().min(8).max(20);

export const ReleaseSummary = z.object({
  id: RecordId,
  supplier: z.object({ name: z.string(), country: CountryCode.nullable(), invented: z.boolean() }),
  onBehalfOf: z.string().nullable(),
  recipientName: z.string(),
  number: z.int(),
  asOf: IsoDate,
  expiresOn: IsoDate,
  releasedAt: IsoInstant,
  state: z.enum(["valid", "superseded", "expired", "withdrawn"]),
  /** "This is the latest release", "A newer one was released on …", "Withdrawn on … because …". */
  stateSentence: Sentence,
  sites: z.int(),
  masked: z.int(),
  products: z.int(),
  answers: z.int(),
  /** The request it answers; `null` for one given by share code alone. */
  deliveryId: RecordId.nullable(),
  requestId: RecordId.nullable(),
  /** True for the organisation that released it. */
  own: z.boolean(),
});
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

export const ReleaseDetail = ReleaseSummary.extend({
  /** Digest of what was released, SHA-256 in hexadecimal. */
  digest: z.string(),
  /** `ABCD-EFGH`; only for the owner. */
  code: z.string().nullable(),
  /** `null` once withdrawn or expired, except for the owner. */
  snapshot: ReleaseSnapshot.nullable(),
  withdrawnReason: z.string().nullable(),
  /** Who has seen it; only for the owner. Organisations, not people. */
  seenBy: z.array(
    z.object({ name: z.string(), firstSeenAt: IsoInstant, lastSeenAt: IsoInstant, times: z.int() }),
  ),
  /** Disclosures of the acting organisation taken from it. */
  takenAs: z.array(
    z.object({ disclosureId: RecordId, contractId: RecordId, contractTitle: z.string() }),
  ),
  /** Other releases of the same supplier the acting organisation holds, newest first. */
  versions: z.array(z.object({ id: RecordId, number: z.int(), releasedAt: IsoInstant })),
  can: z.object({ withdraw: z.boolean(), take: z.boolean(), compare: z.boolean() }),
});
export type ReleaseDetail = z.infer<typeof ReleaseDetail>;

/**
 * What is released: the products named, with their sites and answers. None named: those that answer what the request
 * asks about; where there are none, everything.
 */
export const ReleaseInput = z.object({
  deliveryId: RecordId.nullable(),
  /** Who it is for, where there is no request. */
  recipientName: z.string().trim().min(1).max(300).nullable().default(null),
  onBehalfOf: z.string().trim().min(1).max(300).nullable().default(null),
  asOf: IsoDate,
  /** Left out: a year from today. */
  expiresOn: IsoDate.nullable().default(null),
  productIds: z.array(RecordId).max(5000).default([]),
  /** Sites released without name and address, besides those the record masks already. */
  maskSiteIds: z.array(RecordId).max(5000).default([]),
});
export type ReleaseInput = z.infer<typeof ReleaseInput>;

export const releases = {
  list: endpoint("GET", "/releases", tag, "Releases this organisation gave")
    .input(
      PageInput.extend({
        state: z.enum(["valid", "superseded", "expired", "withdrawn"]).optional(),
      }),
    )
    .output(pageOf(ReleaseSummary)),
  listReceived: endpoint(
    "GET",
    "/releases/received",
    tag,
    "Releases this organisation was given or has opened",
  )
    .input(PageInput.extend({ supplier: z.string().max(300).optional() }))
    .output(pageOf(ReleaseSummary)),
  get: endpoint(
    "GET",
    "/releases/{releaseId}",
    tag,
    "One release; reading it is shown to its owner",
  )
    .input(z.object({ releaseId: RecordId }))
    .output(ReleaseDetail),
  preview: endpoint(
    "POST",
    "/releases/preview",
    tag,
    "What would be released, and what changed since the release before; nothing is saved",
  )
    .input(ReleaseInput)
    .output(
      z.object({
        snapshot: ReleaseSnapshot,
        previousId: RecordId.nullable(),
        changes: z.array(RecordChange),
        /** What the recipient will miss or should know, in sentences. */
        notes: z.array(Sentence),
      }),
    ),
  release: endpoint(
    "POST",
    "/releases",
    tag,
    "Release: an immutable copy with a share code; given to the requester at once where it answers a request",
  )
    .input(ReleaseInput)
    .output(z.object({ releaseId: RecordId, code: z.string() })),
  withdraw: endpoint(
    "POST",
    "/releases/{releaseId}/withdraw",
    tag,
    "Withdraw a release: nobody reads it any more, that it was given stays known",
  )
    .input(z.object({ releaseId: RecordId, reason: z.string().trim().min(1).max(2000) }))
    .output(Done),
  open: endpoint(
    "POST",
    "/releases/open",
    tag,
    "Open a release by its share code; tries are limited",
  )
    .input(z.object({ code: ShareCode }))
    .output(z.object({ releaseId: RecordId })),
  compare: endpoint(
    "GET",
    "/releases/{releaseId}/compare",
    tag,
    "Differences between two releases: two versions of one supplier, or two suppliers on the same products",
  )
    .input(z.object({ releaseId: RecordId, with: RecordId }))
    .output(
      z.object({
        left: ReleaseSummary,
        right: ReleaseSummary,
        /** `versions`: of one supplier, by row; `side_by_side`: of two, by product. */
        kind: z.enum(["versions", "side_by_side"]),
        changes: z.array(RecordChange),
        /** For two suppliers: what each says of a product both speak about. Sites both name stand once. */
        products: z.array(
          z.object({
            brand: z.string(),
            family: z.string(),
            leftOnly: z.array(z.string()),
            rightOnly: z.array(z.string()),
            both: z.array(z.string()),
          }),
        ),
      }),
    ),
  take: endpoint(
    "POST",
    "/releases/{releaseId}/take",
    tag,
    "Take a release as a disclosure of one of our contracts",
  )
    .input(
      z.object({
        releaseId: RecordId,
        contractId: RecordId,
        /** Which product of ours each product of the release is. Left out: as asked, else by brand and family. */
        products: z
          .array(z.object({ key: RecordKey, productId: RecordId }))
          .max(5000)
          .default([]),
      }),
    )
    .output(z.object({ disclosureId: RecordId, links: z.int(), answers: z.int() })),
};

/** `GET /releases/{releaseId}/file?format=` – outside the typed client. */
export const releaseFiles = {
  download: endpoint("GET", "/releases/{releaseId}/file", tag, "A release as XLSX, CSV or JSON")
    .input(z.object({ releaseId: RecordId, format: z.enum(["xlsx", "csv", "json"]) }))
    .output(z.file()),
};

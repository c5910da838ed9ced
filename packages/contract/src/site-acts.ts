/** The life of a site: merging, splitting, moving records, relocating, closing, reopening; each can be undone. */
import { CountryCode, IsoDate, IsoInstant } from "@throughline/domain";
import { z } from "zod";
import { endpoint, RecordId } from "./endpoint.ts";

const Reason = z.string().trim().min(1).max(2000);
/** Says what would happen and changes nothing. */
const dryRun = z.boolean().default(false);

/** What an act changes, counted. */
export const ActEffect = z.object({
  records: z.int(),
  links: z.int(),
  contracts: z.int(),
  hits: z.int(),
  pairs: z.int(),
});
export type ActEffect = z.infer<typeof ActEffect>;

export const ActDone = z.object({
  actId: RecordId.nullable(),
  /** The site that stands, or the one that was made or moved to. */
  siteId: RecordId.nullable(),
  effect: ActEffect,
});
export type ActDone = z.infer<typeof ActDone>;

export const SiteRecord = z.object({
  rowId: RecordId,
  disclosureId: RecordId,
  disclosure: z.string(),
  declaredBy: z.string(),
  receivedOn: IsoDate,
  contractId: RecordId,
  contractTitle: z.string(),
  rowNumber: z.int(),
  name: z.string(),
  address: z.string(),
  country: CountryCode.nullable(),
  product: z.string().nullable(),
});

const ActSite = z.object({ id: RecordId, publicId: z.string(), name: z.string() });
export const SiteAct = z.object({
  id: RecordId,
  kind: z.enum(["merge", "split", "move", "relocate", "close", "reopen"]),
  site: ActSite,
  other: ActSite.nullable(),
  /** Since when it holds. */
  on: IsoDate,
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: IsoInstant,
  /** It followed from a decision on a pair; part of a bulk. */
  fromPair: z.boolean(),
  inBulk: z.boolean(),
  records: z.int(),
  undone: z.object({ on: IsoDate, by: z.string().nullable() }).nullable(),
});
export type SiteAct = z.infer<typeof SiteAct>;

const records = z.array(RecordId).min(1).max(500);

export const siteActs = {
  listActs: endpoint(
    "GET",
    "/sites/{id}/acts",
    "Sites",
    "What was done to a site and its records, newest first",
  )
    .input(z.object({ id: RecordId }))
    .output(z.object({ items: z.array(SiteAct) })),
  listRecords: endpoint(
    "GET",
    "/sites/{id}/records",
    "Sites",
    "Records of this organisation's disclosures that stand at a site",
  )
    .input(z.object({ id: RecordId }))
    .output(z.object({ items: z.array(SiteRecord), more: z.boolean() })),
  merge: endpoint(
    "POST",
    "/sites/{id}/merge",
    "Sites",
    "Merge another site into this one, or this one into it: both are the same place",
  )
    .input(
      z.object({
        id: RecordId,
        otherId: RecordId,
        /** Which of the two is kept. Left out: the published one, else the older one. */
        keepId: RecordId.optional(),
        reason: Reason,
        dryRun,
      }),
    )
    .output(ActDone),
  split: endpoint(
    "POST",
    "/sites/{id}/split",
    "Sites",
    "Make some of a site's records a site of their own",
  )
    .input(z.object({ id: RecordId, rowIds: records, reason: Reason, dryRun }))
    .output(ActDone),
  moveRecords: endpoint(
    "POST",
    "/sites/{id}/move-records",
    "Sites",
    "Move some of a site's records to another site",
  )
    .input(z.object({ id: RecordId, rowIds: records, toId: RecordId, reason: Reason, dryRun }))
    .output(ActDone),
  relocate: endpoint(
    "POST",
    "/sites/{id}/relocate",
    "Sites",
    "Record that a site has moved: to a known site, or to a new address, which becomes a site linked to it",
  )
    .input(
      z.object({
        id: RecordId,
        toId: RecordId.nullable().default(null),
        address: z.string().trim().min(1).max(1000).nullable().default(null),
        country: CountryCode.nullable().default(null),
        on: IsoDate,
        reason: Reason,
      }),
    )
    .output(ActDone),
  close: endpoint("POST", "/sites/{id}/close", "Sites", "Record that a site has closed")
    .input(z.object({ id: RecordId, on: IsoDate, reason: Reason }))
    .output(ActDone),
  reopen: endpoint("POST", "/sites/{id}/reopen", "Sites", "Record that a site works again")
    .input(z.object({ id: RecordId, on: IsoDate, reason: Reason }))
    .output(ActDone),
  undoAct: endpoint(
    "POST",
    "/site-acts/{actId}/undo",
    "Sites",
    "Undo an act; both the act and its undoing stay in the history",
  )
    .input(z.object({ actId: RecordId }))
    .output(z.object({ done: z.literal(true) })),
};

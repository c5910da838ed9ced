/**
 * What a supplier says once and releases many times: its sites, its products, which is made where, and the answers
 * that are not sites. The supplier owns it; a buyer gets a **release**, an immutable copy.
 *
 * - **record**: the supplier's own, living; **release**: a snapshot of (part of) it for one recipient; **masked site**:
 *   a site of a lower tier whose identity the recipient is not told, though it counts.
 */
import { z } from "zod";
import { AddressPrecision, Tier, VerificationLevel } from "./vocabulary.ts";
import { CountryCode, IsoDate, IsoInstant } from "./values.ts";

/** Key of a site, product or link inside one record: stays the same from release to release, so that versions compare. */
export const RecordKey = z.string().min(1).max(64);
export type RecordKey = z.infer<typeof RecordKey>;

/** What is attested about a masked site, so that it can be counted without being named. */
export const MaskedSite = z.strictObject({
  /** Who keeps the identity, in the words the supplier chose ("the maker of the display"). */
  keptBy: z.string().trim().min(1).max(300),
  legalName: z.boolean(),
  fullAddress: z.boolean(),
  precision: AddressPrecision,
});
export type MaskedSite = z.infer<typeof MaskedSite>;

/** One production site of a record. `masked` is set where the identity was left out: name is then a label, address `null`. */
export const RecordSite = z.strictObject({
  key: RecordKey,
  name: z.string().trim().min(1).max(400),
  address: z.string().trim().max(1000).nullable(),
  country: CountryCode.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  osId: z.string().max(40).nullable(),
  workers: z.int().nonnegative().nullable(),
  flags: z.array(z.string()),
  /** Day on which the supplier last said that this row is right. */
  confirmedOn: IsoDate.nullable(),
  verification: VerificationLevel,
  masked: MaskedSite.nullable(),
});
export type RecordSite = z.infer<typeof RecordSite>;

/** A product of a record: a model family or platform with the part numbers that map to it. */
export const RecordProduct = z.strictObject({
  key: RecordKey,
  brand: z.string().trim().min(1).max(200),
  family: z.string().trim().min(1).max(300),
  partNumbers: z.array(z.string().trim().min(1).max(200)).max(500),
});
export type RecordProduct = z.infer<typeof RecordProduct>;

/** Which product is made where. `one_of_several`: one of the sites with this kind for the same product and tier. */
export const RecordLink = z.strictObject({
  productKey: RecordKey,
  siteKey: RecordKey,
  tier: Tier,
  component: z.string().trim().max(120).nullable(),
  kind: z.enum(["confirmed", "one_of_several"]),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
});
export type RecordLink = z.infer<typeof RecordLink>;

/** An answer that is no site. Without a product it speaks about everything asked. */
export const RecordAnswer = z.strictObject({
  key: RecordKey,
  productKey: RecordKey.nullable(),
  answer: z.enum(["asked_and_refused", "cannot_because", "shown_false"]),
  /** Who refused or cannot; the supplier itself when `null`. */
  saidBy: z.string().trim().max(300).nullable(),
  /** The obstacle, in words. */
  reason: z.string().trim().min(1).max(2000),
  document: z.string().trim().max(400).nullable(),
  answeredOn: IsoDate,
  /** The supplier reports this non-conformity itself: candour is protected. */
  selfReported: z.boolean(),
});
export type RecordAnswer = z.infer<typeof RecordAnswer>;

export const RecordContent = z.strictObject({
  sites: z.array(RecordSite),
  products: z.array(RecordProduct),
  links: z.array(RecordLink),
  answers: z.array(RecordAnswer),
});
export type RecordContent = z.infer<typeof RecordContent>;

/** What a release holds, exactly as it was released. Its digest is the SHA-256 of its canonical JSON. */
export const ReleaseSnapshot = z.strictObject({
  format: z.literal("throughline-release/1"),
  supplier: z.strictObject({
    name: z.string(),
    country: CountryCode.nullable(),
    invented: z.boolean(),
  }),
  /** Set where the supplier answers for somebody else. */
  onBehalfOf: z.string().nullable(),
  /** Counts up for releases to one recipient. */
  number: z.int().positive(),
  releasedAt: IsoInstant,
  asOf: IsoDate,
  expiresOn: IsoDate,
  /** Which product of the request each product of the record answers for; empty without a request. */
  answersFor: z.array(z.strictObject({ askedKey: RecordKey, productKey: RecordKey })),
  content: RecordContent,
});
export type ReleaseSnapshot = z.infer<typeof ReleaseSnapshot>;

/** One difference between two contents, cell by cell. */
export const RecordChange = z.strictObject({
  subject: z.enum(["site", "product", "link", "answer"]),
  change: z.enum(["added", "removed", "changed"]),
  /** Key of the site, product or answer; `product|site|tier|component` of a link. */
  key: z.string(),
  /** What a person calls it. */
  label: z.string(),
  /** For `changed`: the field and both values as text. `null` for added and removed. */
  field: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** A changed name at the same address, or a changed address under the same name: perhaps the same site renamed or moved. */
  perhaps: z.enum(["renamed", "moved"]).nullable(),
});
export type RecordChange = z.infer<typeof RecordChange>;

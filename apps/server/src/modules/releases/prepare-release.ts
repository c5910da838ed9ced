/** Puts together what would be released: the snapshot, what changed since the release before, what to know of it. */
import { createHmac } from "node:crypto";
import type { ReleaseInput } from "@throughline/contract";
import { compareRecords } from "@throughline/interchange";
import {
  AppError,
  type RecordChange,
  type ReleaseSnapshot,
  type Sentence,
} from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import {
  addYear,
  countRecordSites,
  readAnswersFor,
  readRecordContent,
  type OwnRecord,
} from "../record/index.ts";
import { buildSnapshot, maskedSiteIds, numbersOf } from "./build-snapshot.ts";
import { findLeaks } from "./find-leaks.ts";
import { listNotes } from "./list-notes.ts";
import { findAnsweredDelivery, type AnsweredDelivery } from "./release-deliveries.store.ts";
import { checkPeriod } from "./releases.policy.ts";
import {
  findNewest,
  findRelease,
  findSupplier,
  readSnapshot,
  takeMaskKey,
  type Lineage,
  type ReleaseRow,
} from "./releases.store.ts";

export interface PreparedRelease {
  readonly snapshot: ReleaseSnapshot;
  readonly lineage: Lineage;
  readonly delivery: AnsweredDelivery | null;
  readonly recipientName: string;
  /** The release before to the same recipient, where it can still be compared with. */
  readonly previous: ReleaseRow | undefined;
  readonly changes: readonly RecordChange[];
  readonly notes: readonly Sentence[];
  /** Where the release would say who a masked site is. */
  readonly refusals: readonly Sentence[];
}

/**
 * @throws AppError `reference_unknown` (delivery, products, sites), `request_withdrawn`, `input_invalid` (nobody named it
 * is for, an expiry in the past), `date_in_future`.
 */
export async function prepareRelease(work: Work, input: ReleaseInput): Promise<PreparedRelease> {
  const expiresOn = input.expiresOn ?? addYear(work.today);
  const period = checkPeriod(input.asOf, expiresOn, work.today);
  if (!period.ok)
    throw new AppError(period.code, period.message, [
      { path: period.path, message: period.message },
    ]);
  const { delivery, recipientName, lineage } = await findRecipient(work, input);
  const { record, answersFor } = await chooseContent(work, {
    deliveryId: delivery?.id ?? null,
    productIds: input.productIds,
  });
  refuseUnknownSites(record, input.maskSiteIds);
  const newest = await findNewest(work, lineage);
  const before = newest === undefined ? undefined : await readSnapshot(work, newest.id);
  const masking = { record, maskSiteIds: new Set(input.maskSiteIds) };
  const snapshot = buildSnapshot({
    ...masking,
    supplier: await findSupplier(work),
    onBehalfOf: input.onBehalfOf,
    number: (newest?.number ?? 0) + 1,
    releasedAt: work.now.toISOString(),
    asOf: input.asOf,
    expiresOn,
    answersFor,
    keyOf: await pseudonyms(work, delivery?.requesterId ?? null, recipientName),
    numbers: numbersOf(before ?? null),
  });
  const masked = maskedSiteIds(masking);
  const sources = await readSources(work, record);
  const maskedFrom = new Set([...masked].flatMap((key) => record.from.get(key) ?? []));
  const leaks = findLeaks(
    snapshot,
    record.content.sites.filter(({ key }) => masked.has(key)),
    sources.flatMap(({ release }) => (maskedFrom.has(release.id) ? [release.supplier_name] : [])),
  );
  const notes = listNotes({
    snapshot,
    record,
    masked,
    before: before ?? null,
    productsAsked: delivery?.productsAsked ?? 0,
    sitesInRecord: await countRecordSites(work),
    sources,
    today: work.today,
  });
  return {
    snapshot,
    lineage,
    delivery,
    recipientName,
    previous: newest?.withdrawn_at === null ? newest : undefined,
    changes: before === undefined ? [] : compareRecords(before.content, snapshot.content),
    notes: [...leaks.refusals, ...notes, ...leaks.notes],
    refusals: leaks.refusals,
  };
}

async function findRecipient(
  work: Work,
  { deliveryId, recipientName }: ReleaseInput,
): Promise<Pick<PreparedRelease, "delivery" | "recipientName" | "lineage">> {
  if (deliveryId !== null) {
    const delivery = await findAnsweredDelivery(work, deliveryId);
    if (delivery === undefined)
      throw new AppError("reference_unknown", undefined, [
        { path: "/deliveryId", message: "This is not a request you were asked." },
      ]);
    if (delivery.withdrawn) throw new AppError("request_withdrawn");
    return { delivery, recipientName: delivery.requesterName, lineage: { deliveryId } };
  }
  if (recipientName === null) {
    const message = "Say who the release is for.";
    throw new AppError("input_invalid", message, [{ path: "/recipientName", message }]);
  }
  return { delivery: null, recipientName, lineage: { deliveryId: null, recipientName } };
}

/** Products named; none named: those that answer what the request asks about; else everything. */
export async function chooseContent(
  work: Work,
  {
    deliveryId,
    productIds,
  }: { readonly deliveryId: string | null; readonly productIds: readonly string[] },
): Promise<{ record: OwnRecord; answersFor: { askedKey: string; productKey: string }[] }> {
  const answersFor = deliveryId === null ? [] : await readAnswersFor(work, deliveryId);
  const chosen =
    productIds.length > 0 ? productIds : answersFor.map(({ productKey }) => productKey);
  const record = await readRecordContent(
    work,
    chosen.length === 0 ? {} : { productIds: [...new Set(chosen)] },
  );
  return { record, answersFor };
}

function refuseUnknownSites(record: OwnRecord, maskSiteIds: readonly string[]): void {
  const known = new Set(record.content.sites.map(({ key }) => key));
  const unknown = maskSiteIds.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw new AppError("reference_unknown", undefined, [
      { path: `/maskSiteIds/${unknown}`, message: "This site is not among those released." },
    ]);
}

/**
 * Names masked sites for one recipient: the same in each of its releases, another for everybody else, and traced back
 * to the site by nobody without the organisation's own key.
 */
export async function pseudonyms(
  work: Work,
  recipientId: string | null,
  recipientName: string,
): Promise<(siteId: string) => string> {
  const key = await takeMaskKey(work);
  const recipient = recipientId ?? `name ${recipientName.trim().toLowerCase()}`;
  return (siteId) =>
    `m-${createHmac("sha256", key).update(`${recipient}\n${siteId}`).digest("base64url").slice(0, 22)}`;
}

/** Releases that sites of the record were taken over from, with how many. */
async function readSources(
  work: Work,
  record: OwnRecord,
): Promise<{ release: ReleaseRow; sites: number }[]> {
  const counts = new Map<string, number>();
  for (const { key } of record.content.sites) {
    const from = record.from.get(key);
    if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) + 1);
  }
  const sources: { release: ReleaseRow; sites: number }[] = [];
  for (const [releaseId, sites] of counts) {
    const release = await findRelease(work, releaseId);
    if (release !== undefined) sources.push({ release, sites });
  }
  return sources;
}

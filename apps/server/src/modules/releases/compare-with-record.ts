/** What differs between a release of ours and our record today; for one release, and for all that are held. */
import { AppError, type RecordChange, type ReleaseSnapshot } from "@throughline/domain";
import { compareRecords } from "@throughline/interchange";
import { may, type Work } from "../../platform/api.ts";
import {
  countRecord,
  readRecordContent,
  type OwnRecord,
  type RecordCounts,
} from "../record/index.ts";
import { buildSnapshot, numbersOf } from "./build-snapshot.ts";
import { chooseContent, pseudonyms } from "./prepare-release.ts";
import { findRelease, readHeld, readSnapshot, type ReleaseRow } from "./releases.store.ts";

/** More holders than this are not compared at once. */
const mostHolders = 100;

/**
 * Changes since the release, as its recipient would see them: sites that were masked stay masked under the same key.
 *
 * @throws AppError `not_found` where the release is not one's own.
 */
export async function listChangesSince(
  work: Work,
  { releaseId }: { readonly releaseId: string },
): Promise<{ changes: RecordChange[] }> {
  const row = await findRelease(work, releaseId);
  if (row === undefined || row.organisation_id !== work.actor.organisationId)
    throw new AppError("not_found", "There is no such release of yours.");
  return { changes: await changesSince(work, row) };
}

async function changesSince(work: Work, row: ReleaseRow): Promise<RecordChange[]> {
  const snapshot = await readSnapshot(work, row.id);
  if (snapshot === undefined) return [];
  const { record, answersFor } = await chooseStanding(work, row);
  const keyOf = await pseudonyms(work, row.recipient_id, row.recipient_name);
  const hidden = new Set(
    snapshot.content.sites.flatMap(({ key, masked }) => (masked === null ? [] : [key])),
  );
  const today: ReleaseSnapshot = buildSnapshot({
    supplier: snapshot.supplier,
    onBehalfOf: snapshot.onBehalfOf,
    number: snapshot.number,
    releasedAt: snapshot.releasedAt,
    asOf: snapshot.asOf,
    expiresOn: snapshot.expiresOn,
    answersFor,
    record,
    maskSiteIds: new Set(
      record.content.sites.map(({ key }) => key).filter((key) => hidden.has(keyOf(key))),
    ),
    keyOf,
    numbers: numbersOf(snapshot),
  });
  return [...compareRecords(snapshot.content, today.content)];
}

/** The products that were chosen, as far as they still stand in the record. */
async function chooseStanding(
  work: Work,
  row: ReleaseRow,
): Promise<{ record: OwnRecord; answersFor: { askedKey: string; productKey: string }[] }> {
  const chosen = new Set(row.product_ids);
  if (chosen.size === 0)
    return chooseContent(work, { deliveryId: row.delivery_id, productIds: [] });
  const { content } = await readRecordContent(work);
  const standing = content.products.flatMap(({ key }) => (chosen.has(key) ? [key] : []));
  if (standing.length > 0)
    return chooseContent(work, { deliveryId: row.delivery_id, productIds: standing });
  const nothing = { sites: [], products: [], links: [], answers: [] };
  return {
    record: { content: nothing, maskedAs: new Map(), from: new Map() },
    answersFor: [],
  };
}

/** A recipient who holds a release, and how much changed since. */
interface Holder {
  releaseId: string;
  name: string;
  number: number;
  releasedAt: string;
  expiresOn: string;
  changes: number;
}

/** What the record holds, how fresh it is, and what changed for each who holds a release. */
export async function showRecord(
  work: Work,
): Promise<RecordCounts & { holders: Holder[]; can: { write: boolean; release: boolean } }> {
  const holders: Holder[] = [];
  for (const row of await readHeld(work, mostHolders)) {
    holders.push({
      releaseId: row.id,
      name: row.recipient_name,
      number: row.number,
      releasedAt: row.released_at.toISOString(),
      expiresOn: row.expires_on,
      changes: (await changesSince(work, row)).length,
    });
  }
  return {
    ...(await countRecord(work)),
    holders,
    can: { write: may(work, "record.write"), release: may(work, "release.write") },
  };
}

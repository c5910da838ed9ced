/** Shows releases: in a list, and one with what it holds, who has seen it and what was taken from it. */
import type { ReleaseDetail, ReleaseSummary } from "@throughline/contract";
import { AppError, type Sentence } from "@throughline/domain";
import { isoDate, may, type Work } from "../../platform/api.ts";
import { listTakenFrom } from "../disclosures/index.ts";
import { readRequestIds } from "./release-deliveries.store.ts";
import { readViews, recordView } from "./release-views.store.ts";
import { decideReleaseState } from "./releases.policy.ts";
import { findRelease, readSnapshot, readVersions, type ReleaseRow } from "./releases.store.ts";
import { printShareCode } from "./share-code.ts";

/** State of a release today, with its sentence. */
export function stateOf(
  row: ReleaseRow,
  today: string,
): { state: ReleaseSummary["state"]; sentence: Sentence } {
  return decideReleaseState(
    {
      expiresOn: row.expires_on,
      supersededOn: row.superseded_at === null ? null : isoDate(row.superseded_at),
      withdrawnOn: row.withdrawn_at === null ? null : isoDate(row.withdrawn_at),
      withdrawnReason: row.withdrawn_reason,
    },
    today,
  );
}

/** Releases as lists show them. */
export async function summariseReleases(
  work: Work,
  rows: readonly ReleaseRow[],
): Promise<ReleaseSummary[]> {
  const requests = await readRequestIds(
    work,
    rows.flatMap(({ delivery_id: id, recipient_id: recipient }) =>
      id !== null && recipient === work.actor.organisationId ? [id] : [],
    ),
  );
  return rows.map((row) => {
    const { state, sentence } = stateOf(row, work.today);
    const own = row.organisation_id === work.actor.organisationId;
    const given = own || row.recipient_id === work.actor.organisationId;
    return {
      id: row.id,
      supplier: {
        name: row.supplier_name,
        country: row.supplier_country,
        invented: row.supplier_invented,
      },
      onBehalfOf: row.on_behalf_of,
      recipientName: row.recipient_name,
      number: row.number,
      asOf: row.as_of,
      expiresOn: row.expires_on,
      releasedAt: row.released_at.toISOString(),
      state,
      stateSentence: sentence,
      sites: row.sites,
      masked: row.masked,
      products: row.products,
      answers: row.answers,
      // Somebody who only has the code is not told whose request it answers.
      deliveryId: given ? row.delivery_id : null,
      requestId: requests.get(row.delivery_id ?? "") ?? null,
      own,
    };
  });
}

/** One release in short. */
export async function summariseRelease(work: Work, row: ReleaseRow): Promise<ReleaseSummary> {
  const [summary] = await summariseReleases(work, [row]);
  if (summary === undefined) throw new Error("A release could not be described.");
  return summary;
}

/**
 * One release. Reading somebody else's is written down and shown to its owner.
 *
 * @throws AppError `not_found`
 */
export async function showRelease(
  work: Work,
  { releaseId }: { readonly releaseId: string },
): Promise<ReleaseDetail> {
  const row = await findRelease(work, releaseId);
  if (row === undefined)
    throw new AppError("not_found", "There is no release here that you may see.");
  const own = row.organisation_id === work.actor.organisationId;
  if (!own) await recordView(work, row);
  const summary = await summariseRelease(work, row);
  const readable = own || summary.state === "valid" || summary.state === "superseded";
  const snapshot = readable ? ((await readSnapshot(work, releaseId)) ?? null) : null;
  return {
    ...summary,
    digest: row.digest,
    code: own ? printShareCode(row.code) : null,
    snapshot,
    withdrawnReason: row.withdrawn_reason,
    seenBy: own ? await readViews(work, releaseId) : [],
    takenAs: own ? [] : await listTakenFrom(work, releaseId),
    versions: await readVersions(work, row),
    can: {
      withdraw: own && row.withdrawn_at === null && may(work, "release.write"),
      take: !own && snapshot !== null && may(work, "disclosure.write"),
      compare: snapshot !== null,
    },
  };
}

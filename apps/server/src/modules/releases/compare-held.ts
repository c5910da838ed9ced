/** Compares two releases: two versions of one supplier by row, two suppliers by the products both speak about. */
import type { ReleaseSummary } from "@throughline/contract";
import { AppError, type RecordChange, type ReleaseSnapshot } from "@throughline/domain";
import { compareRecords, compareReleases, type ProductDifference } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { recordView } from "./release-views.store.ts";
import { findRelease, readSnapshot, type ReleaseRow } from "./releases.store.ts";
import { summariseRelease } from "./show-release.ts";

interface Compared {
  left: ReleaseSummary;
  right: ReleaseSummary;
  kind: "versions" | "side_by_side";
  changes: RecordChange[];
  products: {
    brand: string;
    family: string;
    leftOnly: string[];
    rightOnly: string[];
    both: string[];
  }[];
}

/**
 * `releaseId` stands on the left; of two versions the older one is compared with the newer one, whichever is named first.
 *
 * @throws AppError `not_found`, `release_withdrawn`, `release_expired`
 */
export async function compareHeld(
  work: Work,
  input: { readonly releaseId: string; readonly with: string },
): Promise<Compared> {
  const one = await readHeldRelease(work, input.releaseId);
  const other = await readHeldRelease(work, input.with);
  const versions = one.row.organisation_id === other.row.organisation_id;
  const turned = versions && isNewer(one.row, other.row);
  const [left, right] = turned ? [other, one] : [one, other];
  const differences = versions
    ? null
    : compareReleases(left.snapshot.content, right.snapshot.content);
  return {
    left: await summariseRelease(work, left.row),
    right: await summariseRelease(work, right.row),
    kind: versions ? "versions" : "side_by_side",
    changes: [
      ...(differences?.changes ?? compareRecords(left.snapshot.content, right.snapshot.content)),
    ],
    products: (differences?.products ?? []).map(copyOf),
  };
}

function isNewer(one: ReleaseRow, other: ReleaseRow): boolean {
  const [a, b] = [one.released_at.getTime(), other.released_at.getTime()];
  return a === b ? one.number > other.number : a > b;
}

function copyOf({
  brand,
  family,
  leftOnly,
  rightOnly,
  both,
}: ProductDifference): Compared["products"][number] {
  return {
    brand,
    family,
    leftOnly: [...leftOnly],
    rightOnly: [...rightOnly],
    both: [...both],
  };
}

/**
 * A release with what it holds.
 *
 * @throws AppError `not_found`, `release_withdrawn`, `release_expired`
 */
export async function readHeldRelease(
  work: Work,
  releaseId: string,
): Promise<{ row: ReleaseRow; snapshot: ReleaseSnapshot }> {
  const row = await findRelease(work, releaseId);
  if (row === undefined)
    throw new AppError("not_found", "There is no release here that you may see.");
  const own = row.organisation_id === work.actor.organisationId;
  if (!own && row.withdrawn_at !== null) throw new AppError("release_withdrawn");
  if (!own && row.expires_on < work.today) throw new AppError("release_expired");
  const snapshot = await readSnapshot(work, releaseId);
  if (snapshot === undefined) throw new AppError("release_expired");
  if (!own) await recordView(work, row);
  return { row, snapshot };
}

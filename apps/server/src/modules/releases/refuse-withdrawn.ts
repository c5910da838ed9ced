/** The last look before what was taken from a release is kept. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { findRelease, holdRelease } from "./releases.store.ts";

/**
 * Call when everything is taken, as the last thing. Taking a long release lasts minutes, and its supplier does not wait
 * for that: withdrawn in the meantime, nothing of it is kept. From here to the commit a withdrawal waits, and then finds
 * what was taken and withdraws it too.
 *
 * @throws AppError `release_withdrawn`
 */
export async function refuseWithdrawn(work: Work, releaseId: string): Promise<void> {
  await holdRelease(work, releaseId, "shared");
  const row = await findRelease(work, releaseId);
  if (row === undefined || row.withdrawn_at !== null) throw new AppError("release_withdrawn");
}

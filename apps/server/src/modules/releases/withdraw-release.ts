/** Withdraws a release: nobody reads it any more, what was taken from it is withdrawn, that it was given stays known. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { noteRelease } from "../answering/index.ts";
import { readHolders } from "./release-views.store.ts";
import { findRelease, holdRelease, markWithdrawn } from "./releases.store.ts";

/** @throws AppError `not_found` (also somebody else's), `release_withdrawn` (before). */
export async function withdrawRelease(
  work: Work,
  { releaseId, reason }: { readonly releaseId: string; readonly reason: string },
): Promise<void> {
  const release = await findRelease(work, releaseId);
  if (release === undefined || release.organisation_id !== work.actor.organisationId)
    throw new AppError("not_found");
  await holdRelease(work, releaseId, "alone");
  if (!(await markWithdrawn(work, releaseId, reason)))
    throw new AppError("release_withdrawn", "It has been withdrawn already.");
  await recordAudit(work, {
    action: "withdraw-release",
    subjectKind: "release",
    subjectId: releaseId,
    before: { withdrawn: false },
    // Free text may name people.
    after: { withdrawn: true, reason: await sealPersonal(work, subjectOf(work.actor), reason) },
  });
  if (release.delivery_id !== null) await noteRelease(work, release.delivery_id);
  for (const organisationId of await readHolders(work, releaseId))
    await work.enqueue(
      "drop-withdrawn-release",
      { releaseId },
      { organisationId, singletonKey: releaseId },
    );
}

/** Takes a site out of the record, or puts it back with its links. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { findSite, markSiteRemoved } from "./record-sites.store.ts";

/** @throws AppError `not_found`. Removing what is removed changes nothing. */
export async function removeSite(
  work: Work,
  { siteId }: { readonly siteId: string },
): Promise<void> {
  await changeRemoved(work, siteId, true);
}

/** @throws AppError `not_found`. Restoring what is there changes nothing. */
export async function restoreSite(
  work: Work,
  { siteId }: { readonly siteId: string },
): Promise<void> {
  await changeRemoved(work, siteId, false);
}

async function changeRemoved(work: Work, siteId: string, removed: boolean): Promise<void> {
  if ((await findSite(work, siteId)) === undefined)
    throw new AppError("not_found", "There is no such site in the record.");
  if (!(await markSiteRemoved(work, siteId, removed))) return;
  await recordAudit(work, {
    action: removed ? "remove-record-site" : "restore-record-site",
    subjectKind: "record_site",
    subjectId: siteId,
    before: { removed: !removed },
    after: { removed },
  });
  await recountAsked(work);
}

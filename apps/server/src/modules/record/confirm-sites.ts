/** Says that rows are still right: those named, or all of them in one act. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { markConfirmed } from "./record-sites.store.ts";

/** @throws AppError `reference_unknown` when one of the sites is not in the record. */
export async function confirmSites(
  work: Work,
  { siteIds, all }: { readonly siteIds: readonly string[]; readonly all: boolean },
): Promise<{ confirmed: number }> {
  const ids = [...new Set(siteIds)];
  if (!all && ids.length === 0) return { confirmed: 0 };
  const confirmed = await markConfirmed(work, all ? null : ids);
  if (!all && confirmed < ids.length)
    throw new AppError("reference_unknown", undefined, [
      { path: "/siteIds", message: "One of these is not a site of the record." },
    ]);
  await recordAudit(work, {
    action: "confirm-record",
    subjectKind: "record",
    subjectId: work.actor.organisationId,
    after: { confirmedOn: work.today, sites: confirmed, all },
  });
  return { confirmed };
}

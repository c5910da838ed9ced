/** Screens everything the organisation holds, or the sites of one contract. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { screenSitesNow, type ScreeningDone } from "./screen-sites-now.ts";
import { findSiteIds, holdsContract } from "./screening.store.ts";

/** @throws AppError `not_found` for a contract that is not the organisation's. */
export async function runScreening(
  work: Work,
  { contractId }: { readonly contractId: string | null },
): Promise<ScreeningDone & { readonly unsearchable: number }> {
  if (contractId !== null && !(await holdsContract(work, contractId)))
    throw new AppError("not_found");
  const siteIds = await findSiteIds(work, contractId);
  const screened = await screenSitesNow(work, siteIds);
  const done = { ...screened, unsearchable: siteIds.length - screened.sites };
  await recordAudit(work, {
    action: "run-screening",
    subjectKind: contractId === null ? "organisation" : "contract",
    subjectId: contractId ?? work.actor.organisationId,
    after: done,
  });
  return done;
}

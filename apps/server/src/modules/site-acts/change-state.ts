/** Records that a site has closed, or works again. */
import type { ActDone } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findStates, lockOrganisationSites } from "../sites/index.ts";
import { requireOwn } from "./require-standing.ts";
import { decideState } from "./site-acts.policy.ts";
import { insertAct } from "./site-acts.store.ts";

/** @throws AppError `not_found`, `not_allowed`, `date_in_future`, `already_exists` when it stands so already. */
export async function changeState(
  work: Work,
  kind: "close" | "reopen",
  input: { readonly id: string; readonly on: string; readonly reason: string },
): Promise<ActDone> {
  if (input.on > work.today) throw new AppError("date_in_future");
  await lockOrganisationSites(work);
  const site = await requireOwn(work, input.id);
  const standing = (await findStates(work, [site.id])).get(site.id);
  if (decideState(standing?.state ?? "open", kind) === "refused")
    throw new AppError(
      "already_exists",
      kind === "close" ? "This site stands as closed already." : "This site is not closed.",
    );
  if (standing !== undefined && input.on < standing.since)
    throw new AppError("input_invalid", "Something later is recorded of this site.", [
      { path: "/on", message: `Give ${standing.since} or a later day.` },
    ]);
  const act = await insertAct(work, {
    kind,
    siteId: site.id,
    otherId: null,
    fromDay: input.on,
    reason: input.reason,
  });
  await recordAudit(work, {
    action: `${kind}-site`,
    subjectKind: "site",
    subjectId: site.id,
    before: { state: standing?.state ?? "open" },
    after: {
      actId: act.id,
      on: input.on,
      reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
  return {
    actId: act.id,
    siteId: site.id,
    effect: { records: 0, links: 0, contracts: 0, hits: 0, pairs: 0 },
  };
}

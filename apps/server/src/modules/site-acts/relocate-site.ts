/** Records that a site has moved. Both places keep their ids, records and findings: a move takes no harm along, and no history. */
import type { ActDone } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findStates, lockOrganisationSites, makeSite } from "../sites/index.ts";
import { requireNamed, requireOwn } from "./require-standing.ts";
import { insertAct } from "./site-acts.store.ts";

/**
 * To a site that is known, or to a new address, which becomes a site.
 *
 * @throws AppError `not_found`, `not_allowed`, `reference_unknown`, `date_in_future`, `already_exists` when it stands as
 * moved, `input_invalid` without any place.
 */
export async function relocateSite(
  work: Work,
  input: {
    readonly id: string;
    readonly toId: string | null;
    readonly address: string | null;
    readonly country: string | null;
    readonly on: string;
    readonly reason: string;
  },
): Promise<ActDone> {
  if (input.on > work.today) throw new AppError("date_in_future");
  await lockOrganisationSites(work);
  const site = await requireOwn(work, input.id);
  if (site.flags.includes("identity_masked"))
    throw refuse("/id", "The supplier keeps the identity of this site.");
  if ((await findStates(work, [site.id])).get(site.id)?.state === "relocated")
    throw new AppError("already_exists", "This site stands as moved already. Undo that first.");
  if ((input.toId === null) === (input.address === null))
    throw refuse("/address", "Give the new address, or choose the site it moved to.");
  const to = input.toId === null ? null : await requireNamed(work, input.toId);
  if (to?.id === site.id) throw refuse("/toId", "A site cannot move to itself.");
  const made =
    to === null
      ? await makeSite(work, {
          name: site.name,
          address: input.address,
          country: input.country ?? site.country,
          latitude: null,
          longitude: null,
          osId: null,
          flags: [],
        })
      : null;
  const toId = to?.id ?? made?.id ?? "";
  const act = await insertAct(work, {
    kind: "relocate",
    siteId: site.id,
    otherId: toId,
    fromDay: input.on,
    reason: input.reason,
    madeSite: made !== null,
  });
  await recordAudit(work, {
    action: "relocate-site",
    subjectKind: "site",
    subjectId: site.id,
    after: {
      actId: act.id,
      toId,
      madeSite: made !== null,
      on: input.on,
      reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
  return {
    actId: act.id,
    siteId: toId,
    effect: { records: 0, links: 0, contracts: 0, hits: 0, pairs: 0 },
  };
}

function refuse(path: string, message: string): AppError {
  return new AppError("input_invalid", message, [{ path, message }]);
}

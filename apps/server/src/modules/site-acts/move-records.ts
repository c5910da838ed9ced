/** Moves some of a site's records to another site: they were taken for this one and are about that one. */
import type { ActDone } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { lockOrganisationSites } from "../sites/index.ts";
import { chooseRecords, placeRecords } from "./place-records.ts";
import { requireNamed, requireStanding } from "./require-standing.ts";
import { insertAct } from "./site-acts.store.ts";
import { tryOut } from "./try-out.store.ts";

/** @throws AppError `not_found` (the site), `reference_unknown` (a record, the other site), `input_invalid` (masked, the same site). */
export async function moveRecords(
  work: Work,
  input: {
    readonly id: string;
    readonly rowIds: readonly string[];
    readonly toId: string;
    readonly reason: string;
    readonly dryRun: boolean;
  },
): Promise<ActDone> {
  await lockOrganisationSites(work);
  const from = await requireStanding(work, input.id);
  const to = await requireNamed(work, input.toId);
  if (from.id === to.id) throw refuse("This is the site they stand at.");
  if (from.flags.includes("identity_masked") || to.flags.includes("identity_masked"))
    throw refuse("The supplier keeps the identity of one of the two.");
  const records = await chooseRecords(work, from.id, input.rowIds);
  return tryOut(work, input.dryRun, async () => {
    const act = await insertAct(work, {
      kind: "move",
      siteId: from.id,
      otherId: to.id,
      fromDay: work.today,
      reason: input.reason,
    });
    const placed = await placeRecords(work, act, from.id, to.id, records);
    const effect = { records: records.chosen.length, ...placed, hits: 0, pairs: 0 };
    await recordAudit(work, {
      action: "move-site-records",
      subjectKind: "site",
      subjectId: from.id,
      after: {
        actId: act.id,
        toId: to.id,
        rowIds: records.chosen.map(({ rowId }) => rowId),
        ...effect,
        reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
      },
    });
    return { actId: input.dryRun ? null : act.id, siteId: to.id, effect };
  });
}

function refuse(message: string): AppError {
  return new AppError("input_invalid", message, [{ path: "/toId", message }]);
}

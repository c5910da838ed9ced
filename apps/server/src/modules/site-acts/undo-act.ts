/** Undoes an act. The act stays in the history with the day it was undone; a past line still shows what was so between. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  findReviewForUpdate,
  findSurvivors,
  lockOrganisationSites,
  unsettlePairs,
  writeDecision,
} from "../sites/index.ts";
import {
  countAt,
  endMerge,
  findAct,
  insertMerge,
  markUndone,
  type ActRow,
} from "./site-acts.store.ts";
import { endPlacements, isBuiltUpon } from "./site-placements.store.ts";

/** @throws AppError `not_found`, `still_in_use` when a later act rests on it: undo that first. Undone before: nothing to do. */
export async function undoAct(work: Work, actId: string): Promise<void> {
  await lockOrganisationSites(work);
  const act = await findAct(work, actId);
  if (act === undefined) throw new AppError("not_found");
  if (act.undone_on !== null) return;
  await undoLocked(work, act);
}

/** The same where the sites are locked and the act is known to stand. */
export async function undoLocked(work: Work, act: ActRow): Promise<void> {
  if (await isBuiltUpon(work, act.id))
    throw new AppError(
      "still_in_use",
      "Some of these records were moved again since. Undo that first.",
    );
  switch (act.kind) {
    case "merge":
      await undoMerge(work, act);
      break;
    case "split":
      await endPlacements(work, act.id);
      await leadBack(work, act, true);
      break;
    case "move":
      await endPlacements(work, act.id);
      break;
    case "relocate":
      if (act.made_site && act.other_id !== null && !(await isUsed(work, act.other_id)))
        await leadBack(work, act, false);
      break;
    case "close":
    case "reopen":
      break;
    default:
      act.kind satisfies never;
  }
  await markUndone(work, act.id);
  await recordAudit(work, {
    action: `undo-${act.kind}`,
    subjectKind: "site",
    subjectId: act.site_id,
    before: { actId: act.id, undone: false },
    after: { actId: act.id, undone: true, otherId: act.other_id },
  });
}

async function undoMerge(work: Work, act: ActRow): Promise<void> {
  await endMerge(work, act.id);
  await unsettlePairs(work, act.id);
  if (act.review_id === null) return;
  const review = await findReviewForUpdate(work, act.review_id);
  if (review?.decision === "same") await writeDecision(work, act.review_id, null);
}

/** A site that an act made by mistake is none: its id leads to the one it came from. */
async function leadBack(work: Work, act: ActRow, mustLead: boolean): Promise<void> {
  if (act.other_id === null) return;
  const [made, origin] = [
    await survivorOf(work, act.other_id),
    await survivorOf(work, act.site_id),
  ];
  if (made !== act.other_id || origin === made) {
    if (!mustLead) return;
    throw new AppError(
      "still_in_use",
      "The site that was split off has been merged since. Undo that first.",
    );
  }
  await insertMerge(work, { actId: act.id, goneId: made, keptId: origin, shown: false });
}

async function isUsed(work: Work, siteId: string): Promise<boolean> {
  const { records, links } = await countAt(work, siteId);
  return records + links > 0;
}

async function survivorOf(work: Work, siteId: string): Promise<string> {
  return (await findSurvivors(work.tx, [siteId])).get(siteId) ?? siteId;
}

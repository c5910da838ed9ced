/** Undoes what was accepted in bulk, the last merge first. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { lockOrganisationSites } from "../sites/index.ts";
import { findAct, findActsOfBulk } from "./site-acts.store.ts";
import { undoLocked } from "./undo-act.ts";

/** Answers how many merges were undone; those undone one by one before stay undone. @throws AppError `not_found`. */
export async function undoAccepted(work: Work, bulkId: string): Promise<number> {
  await lockOrganisationSites(work);
  const acts = await findActsOfBulk(work, bulkId);
  if (acts.length === 0) throw new AppError("not_found");
  let undone = 0;
  for (const { id } of acts.filter((one) => !one.undone)) {
    const act = await findAct(work, id);
    if (act === undefined) continue;
    await undoLocked(work, act);
    undone += 1;
  }
  await recordAudit(work, {
    action: "undo-accepted-match-reviews",
    subjectKind: "match_review_bulk",
    subjectId: bulkId,
    after: { undone },
  });
  return undone;
}

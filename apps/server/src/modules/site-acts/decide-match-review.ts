/**
 * Records whether two sites are the same. "Same" merges them from today on; taking it back undoes the merge. "Different"
 * holds for whatever either of them is merged into, so that nobody is asked again under another name.
 */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findReviewForUpdate, lockOrganisationSites, writeDecision } from "../sites/index.ts";
import { joinSites } from "./join-sites.ts";
import { decideReviewOutcome, explainRefusal, type PairDecision } from "./site-acts.policy.ts";
import { findAct, findActsOfReview } from "./site-acts.store.ts";
import { undoLocked } from "./undo-act.ts";

/** @throws AppError `not_found`, `verdict_already_given` when it was decided otherwise: take that back first; `input_invalid` for two that nobody here may merge. */
export async function decideMatchReview(
  work: Work,
  input: { readonly reviewId: string; readonly decision: PairDecision },
): Promise<void> {
  await lockOrganisationSites(work);
  const review = await findReviewForUpdate(work, input.reviewId);
  if (review === undefined) throw new AppError("not_found");
  const outcome = decideReviewOutcome(review.decision, input.decision);
  if (outcome.kind === "refused") throw new AppError(outcome.code);
  if (outcome.kind === "nothing_to_do") return;
  await writeDecision(work, input.reviewId, input.decision);
  await recordAudit(work, {
    action: outcome.kind === "take_back" ? "take-back-match-decision" : "decide-match-review",
    subjectKind: "match_review",
    subjectId: input.reviewId,
    before: { decision: review.decision },
    after: { decision: input.decision, sites: [review.site_a, review.site_b] },
  });
  if (input.decision === "same") await join(work, input.reviewId, review);
  if (review.decision === "same")
    for (const actId of await findActsOfReview(work, input.reviewId)) {
      const act = await findAct(work, actId);
      if (act !== undefined) await undoLocked(work, act);
    }
}

async function join(
  work: Work,
  reviewId: string,
  pair: { readonly site_a: string; readonly site_b: string },
): Promise<void> {
  const joined = await joinSites(work, {
    one: pair.site_a,
    other: pair.site_b,
    reason: null,
    reviewId,
  });
  // Merged already by way of others: the decision is one more reason, and changes nothing.
  if (joined.kind === "joined" || joined.reason === "joined_already") return;
  const { code, message } = explainRefusal(joined.reason);
  throw new AppError(code, message);
}

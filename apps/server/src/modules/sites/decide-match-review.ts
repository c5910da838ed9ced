/** Records whether two sites are the same. The sites stay as they are: the line reads a pair decided "same" as one site, so taking it back undoes it. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findReviewForUpdate, writeDecision } from "./match-reviews.store.ts";
import { decideReviewOutcome } from "./sites.policy.ts";

/** @throws AppError `not_found`, `verdict_already_given` when it was decided otherwise: take that back first. */
export async function decideMatchReview(
  work: Work,
  input: {
    readonly reviewId: string;
    readonly decision: "same" | "different" | "unsure" | null;
  },
): Promise<void> {
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
}

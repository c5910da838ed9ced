/** Gives, or takes back, a person's verdict on a hit. */
import { AppError, type ScreeningVerdict } from "@throughline/domain";
import { memberOf, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { decideVerdict } from "./screening.policy.ts";
import { findHitForUpdate, writeVerdict } from "./screening.store.ts";

/** @throws AppError `not_found`, `verdict_already_given`, `input_invalid` when a reason is missing. */
export async function giveVerdict(
  work: Work,
  input: {
    readonly hitId: string;
    readonly verdict: ScreeningVerdict;
    readonly reason: string | null;
  },
): Promise<void> {
  const hit = await findHitForUpdate(work, input.hitId);
  if (hit === undefined) throw new AppError("not_found");
  const outcome = decideVerdict(hit, { ...input, by: memberOf(work.actor).personId });
  if (outcome.kind === "nothing_to_do") return;
  if (outcome.kind === "refused") {
    throw outcome.code === "input_invalid"
      ? new AppError(outcome.code, outcome.message, [{ path: "/reason", message: outcome.message }])
      : new AppError(outcome.code);
  }
  await writeVerdict(work, input.hitId, input.verdict, input.reason);
  await recordAudit(work, {
    action: outcome.kind === "take_back" ? "take-back-verdict" : "give-verdict",
    subjectKind: "screening_hit",
    subjectId: input.hitId,
    before: { verdict: hit.verdict },
    after: {
      verdict: input.verdict,
      siteId: hit.site_id,
      measureId: hit.measure_id,
      // Free text may name people.
      reason:
        input.reason === null
          ? null
          : await sealPersonal(work, subjectOf(work.actor), input.reason),
    },
  });
}

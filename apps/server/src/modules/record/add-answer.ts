/** Records an answer that is no site: refused, cannot because, shown false. */
import type { OwnAnswer } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { recountAsked } from "./recount-asked.ts";
import { insertAnswer } from "./record-links.store.ts";
import { findProduct } from "./record-products.store.ts";

/** @throws AppError `date_in_future`, `reference_unknown` (product). */
export async function addAnswer(
  work: Work,
  answer: Omit<OwnAnswer, "id">,
): Promise<{ id: string }> {
  if (answer.answeredOn > work.today)
    throw new AppError("date_in_future", undefined, [
      { path: "/answeredOn", message: `${answer.answeredOn} lies in the future.` },
    ]);
  if (answer.productId !== null && (await findProduct(work, answer.productId)) === undefined)
    throw new AppError("reference_unknown", undefined, [
      { path: "/productId", message: "This product is not in the record." },
    ]);
  const id = await insertAnswer(work, answer);
  await recordAudit(work, {
    action: "add-record-answer",
    subjectKind: "record_answer",
    subjectId: id,
    after: {
      productId: answer.productId,
      answer: answer.answer,
      answeredOn: answer.answeredOn,
      selfReported: answer.selfReported,
      // Free text may name people.
      reason: await sealPersonal(work, subjectOf(work.actor), answer.reason),
    },
  });
  await recountAsked(work);
  return { id };
}

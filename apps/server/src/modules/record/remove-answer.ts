/** Takes an answer back. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { markAnswerRemoved } from "./record-links.store.ts";

/** @throws AppError `not_found`. */
export async function removeAnswer(
  work: Work,
  { answerId }: { readonly answerId: string },
): Promise<void> {
  if (!(await markAnswerRemoved(work, answerId)))
    throw new AppError("not_found", "There is no such answer in the record.");
  await recordAudit(work, {
    action: "remove-record-answer",
    subjectKind: "record_answer",
    subjectId: answerId,
    before: { removed: false },
    after: { removed: true },
  });
  await recountAsked(work);
}

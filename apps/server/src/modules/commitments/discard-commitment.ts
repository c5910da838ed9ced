/** Discards a draft nobody was shown. What is on the table is refused or released, never removed. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { deleteDraft } from "./commitments.store.ts";
import { requireCommitment } from "./get-commitment.ts";

export async function discardCommitment(work: Work, id: string): Promise<void> {
  const { row } = await requireCommitment(work, id);
  if (!(await deleteDraft(work, id)))
    throw new AppError(
      "word_out_of_turn",
      "It is on the table: both sides know of it. It can be refused, corrected or released.",
    );
  await recordAudit(work, {
    action: "discard-commitment",
    subjectKind: "commitment",
    subjectId: id,
    before: { seriesId: row.series_id, meetingId: row.meeting_id, debtor: row.debtor },
  });
}

/** Confirms the minutes that stand, or says what is to be corrected. Nobody confirms minutes of its own. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { howItIsSaid } from "../dialogues/index.ts";
import { requireMeeting } from "./find-meeting.ts";
import { findOwnReply, insertReply } from "./minutes.store.ts";

export async function replyToMinutes(
  work: Work,
  input: {
    readonly id: string;
    readonly revision: number;
    readonly kind: "confirmed" | "corrected";
    readonly text: string;
  },
): Promise<void> {
  const { meeting, sitting } = await requireMeeting(work, input.id, "minutes");
  if (meeting.revision === null)
    throw new AppError("meeting_does_not_allow", "The minutes have not been sent yet.");
  if (sitting.hosts)
    throw new AppError(
      "other_side_speaks",
      "You wrote these minutes. Send them again where something is to be corrected.",
    );
  if (input.revision > meeting.revision)
    throw new AppError("not_found", "There are no such minutes here.");
  if (input.revision < meeting.revision)
    throw new AppError("conflict", "The minutes were corrected in the meantime. Read them again.");
  if (input.kind === "corrected" && input.text === "")
    throw new AppError("input_invalid", undefined, [
      { path: "/text", message: "Say what is to be corrected." },
    ]);
  const said = await findOwnReply(work, input.id, input.revision);
  if (said === "confirmed" && input.kind === "confirmed")
    throw new AppError("already_exists", "You confirmed these minutes already.");
  const { via, linkShown } = await howItIsSaid(work, meeting.seriesId);
  await insertReply(work, {
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    revision: input.revision,
    side: sitting.side,
    by: sitting.name,
    kind: input.kind,
    text: input.text,
    via,
    linkShown,
  });
  await recordAudit(work, {
    action: input.kind === "confirmed" ? "confirm-minutes" : "correct-minutes",
    subjectKind: "meeting",
    subjectId: meeting.id,
    after: { revision: input.revision, via, linkShown },
  });
}

/** Tells the other side how the meeting was; a later word takes the place of an earlier. */
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { requireOpenChannel } from "../dialogues/index.ts";
import { requireMeeting, requireState } from "./find-meeting.ts";
import { insertFeedback } from "./minutes.store.ts";

export async function giveFeedback(
  work: Work,
  input: {
    readonly id: string;
    readonly useful: number;
    readonly prepared: number;
    readonly openTalk: number;
    readonly helped: string;
    readonly change: string;
  },
): Promise<void> {
  const { meeting, sitting } = await requireMeeting(work, input.id, "feedback");
  requireState(meeting, "held");
  await requireOpenChannel(work, meeting.seriesId);
  const { id: _, ...words } = input;
  await insertFeedback(work, {
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    side: sitting.side,
    by: sitting.name,
    ...words,
  });
  await recordAudit(work, {
    action: "give-feedback",
    subjectKind: "meeting",
    subjectId: meeting.id,
    after: { useful: input.useful, prepared: input.prepared, openTalk: input.openTalk },
  });
}

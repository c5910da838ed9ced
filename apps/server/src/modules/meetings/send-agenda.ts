/** Sends invitation and agenda: from then on the other side sees the meeting. Lateness is kept. */
import { agendaTiming } from "@throughline/dialogue";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { shareItems } from "./agenda.store.ts";
import { requireOwnMeeting, requirePlanning, requireVersion } from "./find-meeting.ts";
import { factOf } from "./meetings.policy.ts";
import { updateMeeting } from "./meetings.store.ts";
import type { PaperParts } from "./gather-papers.ts";
import { sendLetters } from "./send-letters.ts";

export async function sendAgenda(
  work: Work,
  input: { readonly id: string; readonly version: number; readonly letter: string },
  parts: PaperParts,
): Promise<{ version: number; mailIds: string[]; lateDays: number }> {
  const found = await requireOwnMeeting(work, input.id);
  await requirePlanning(work, found);
  const { meeting } = found;
  if (meeting.items === 0)
    throw new AppError("input_invalid", "The agenda is empty.", [
      { path: "/id", message: "Put something on the agenda first." },
    ]);
  const again = meeting.agendaFirstSentAt !== null;
  const version = requireVersion(
    await updateMeeting(work, input.id, input.version, {
      agenda_sent_at: work.now,
      ...(again
        ? { calendar_sequence: meeting.calendarSequence + 1 }
        : { agenda_first_sent_at: work.now }),
      ...(meeting.sharedAt === null ? { shared_at: work.now } : {}),
    }),
  );
  const shared = await shareItems(work, input.id, null);
  const { lateBy } = agendaTiming(
    factOf({ ...meeting, agendaFirstSentAt: meeting.agendaFirstSentAt ?? work.now }),
    work.today,
  );
  const news = { kind: "invitation", letter: input.letter, again } as const;
  const mailIds = await sendLetters(work, input.id, news, parts);
  await recordAudit(work, {
    action: "send-agenda",
    subjectKind: "meeting",
    subjectId: input.id,
    after: { items: meeting.items, newItems: shared, mailIds, lateDays: lateBy, again },
  });
  return { version, mailIds, lateDays: lateBy };
}

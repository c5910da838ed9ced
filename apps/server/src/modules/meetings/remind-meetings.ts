/**
 * Each morning, where minutes of ours wait: the counterpart's role mailbox is reminded of each revision once, two weeks after
 * it was sent. What waits for our own people stands on Today (`next` of a meeting), not in their mail.
 */
import { isoDate, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findCounterpartMailbox } from "../dialogues/index.ts";
import { requireOwnMeeting } from "./find-meeting.ts";
import { gatherPapers, letterFacts, type PaperParts } from "./gather-papers.ts";
import { wordReminder } from "./letter-words.en.ts";
import { confirmDays } from "./meetings.policy.ts";
import { insertNudge, readUnconfirmed, type UnconfirmedMinutes } from "./minutes.store.ts";
import { queueLetters, readerOf } from "./send-letters.ts";

/** Nobody is reminded of what is older than this: it was let go of. */
const forgottenDays = 90;
/** Mail is read in the morning. */
const hour = 6;

/** Sees to it that tomorrow it is looked for who is to be reminded; said twice it is the same job. */
export async function planMeetingReminders(work: Work): Promise<void> {
  const morning = new Date(work.now);
  morning.setUTCHours(hour, 0, 0, 0);
  if (morning <= work.now) morning.setUTCDate(morning.getUTCDate() + 1);
  await work.enqueue("remind-meetings", {}, { singletonKey: "daily", startAfter: morning });
}

/** What the job does each morning; it queues itself for the next while any minutes wait. */
export async function remindMeetings(work: Work, parts: PaperParts): Promise<void> {
  const day = 86_400_000;
  const waiting = await readUnconfirmed(work, new Date(work.now.getTime() - forgottenDays * day));
  const due = new Date(work.now.getTime() - confirmDays * day);
  for (const minutes of waiting)
    if (!minutes.nudged && minutes.sentAt <= due) await remindOf(work, minutes, parts);
  if (waiting.some(({ nudged, sentAt }) => !nudged && sentAt > due))
    await planMeetingReminders(work);
}

async function remindOf(
  work: Work,
  { meetingId, revision, sentAt }: UnconfirmedMinutes,
  parts: PaperParts,
): Promise<void> {
  const found = await requireOwnMeeting(work, meetingId);
  const mailbox = await findCounterpartMailbox(work, found.meeting.seriesId);
  if (mailbox === null) return;
  const { seatId, name, toAddress: address, expiresOn } = mailbox;
  const to = { name, address, side: "counterpart", seat: { id: seatId, expiresOn } } as const;
  const papers = await gatherPapers(work, found, parts, false);
  const [mailId] = await queueLetters(
    work,
    { meeting: found.meeting, recipients: { to: [to], without: [] } },
    "reminder",
    {
      documents: async () => [],
      word: () => wordReminder(letterFacts(papers), isoDate(sentAt), readerOf(to, work.today)),
    },
  );
  await insertNudge(work, { meetingId, revision, mailId: mailId ?? null });
  await recordAudit(work, {
    action: "remind-of-minutes",
    subjectKind: "meeting",
    subjectId: meetingId,
    after: { revision, mailId: mailId ?? null },
  });
}

/**
 * Minutes: drafted by the host while people talk, sent in writing with what was promised. What was sent is never changed;
 * what is corrected is a revision of its own.
 */
import type { MinutesContent } from "@throughline/contract";
import { AppError, type DialogueSide } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { shareDrafts } from "../commitments/index.ts";
import type { SeatSees } from "../dialogues/index.ts";
import { readAgenda, shareItems } from "./agenda.store.ts";
import { requireOwnMeeting, requireState, requireVersion } from "./find-meeting.ts";
import { gatherLetter, type GatheredLetter } from "./gather-letter.ts";
import { promiseInLetter, readPromises, type PaperParts } from "./gather-papers.ts";
import { wordMinutes, type Letter, type MinutesFacts, type Reader } from "./letter-words.en.ts";
import { confirmBy } from "./meetings.policy.ts";
import { updateMeeting } from "./meetings.store.ts";
import { dropDraft, insertMinutes, saveDraftContent } from "./minutes.store.ts";
import { planMeetingReminders } from "./remind-meetings.ts";
import { queueLetters } from "./send-letters.ts";
import { writeDocumentParts } from "./write-papers.ts";

/** Saves the minutes while they are written; nobody else sees them. */
export async function saveDraft(
  work: Work,
  input: { readonly id: string; readonly content: MinutesContent; readonly version: number | null },
): Promise<{ version: number }> {
  const { meeting } = await requireOwnMeeting(work, input.id);
  requireState(meeting, "planned", "held");
  await requireKnownItems(work, input.id, input.content);
  const version = requireVersion(
    await saveDraftContent(work, input.id, input.content, input.version),
  );
  await recordAudit(work, {
    action: "save-minutes-draft",
    subjectKind: "meeting",
    subjectId: input.id,
    after: { version, items: input.content.items.length },
  });
  return { version };
}

async function requireKnownItems(
  work: Work,
  meetingId: string,
  { items }: MinutesContent,
): Promise<string[]> {
  const known = new Set((await readAgenda(work, meetingId)).map(({ id }) => id));
  const named = items.flatMap(({ agendaItemId }) => agendaItemId ?? []);
  if (named.some((id) => !known.has(id)))
    throw new AppError("reference_unknown", "An item is not of this meeting.", [
      { path: "/content/items", message: "Name items of this meeting's agenda." },
    ]);
  return named;
}

/** Sends minutes and promises in writing; both stand on the table from now on. */
export async function sendMinutes(
  work: Work,
  input: { readonly id: string; readonly version: number; readonly content: MinutesContent },
  parts: PaperParts,
): Promise<{ version: number; revision: number; mailIds: string[] }> {
  const { meeting } = await requireOwnMeeting(work, input.id);
  requireState(meeting, "held");
  const named = await requireKnownItems(work, input.id, input.content);
  const revision = (meeting.revision ?? 0) + 1;
  const version = requireVersion(
    await updateMeeting(work, input.id, input.version, {
      ...(meeting.minutesFirstSentAt === null ? { minutes_first_sent_at: work.now } : {}),
      ...(meeting.sharedAt === null ? { shared_at: work.now } : {}),
    }),
  );
  await insertMinutes(work, {
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
    revision,
    content: input.content,
  });
  await dropDraft(work, meeting.id);
  // What was talked about without having been announced is known now.
  await shareItems(work, meeting.id, named);
  const promised = await shareDrafts(work, meeting.id);
  const gathered = await gatherLetter(work, meeting.id, parts, {
    wanted: seenInConfirmations,
    drafts: false,
  });
  const facts = await minutesFacts(work, gathered, input.content, revision);
  const mailIds = await queueLetters(work, gathered, "minutes", {
    documents: () => writeDocumentParts(work, gathered, "confirmation"),
    word: (to, { side }) => wordMinutesFor(gathered, facts, to, side),
  });
  await planMeetingReminders(work);
  await recordAudit(work, {
    action: "send-minutes",
    subjectKind: "meeting",
    subjectId: meeting.id,
    after: { revision, items: input.content.items.length, commitmentIds: promised, mailIds },
  });
  return { version, revision, mailIds };
}

/** A confirmation tells what was said, and what was promised here and before. */
export const seenInConfirmations: readonly SeatSees[] = ["minutes", "commitments"];

/** What the confirmation says beside the meeting itself. */
export async function minutesFacts(
  work: Work,
  { meeting }: GatheredLetter,
  content: MinutesContent,
  revision: number,
): Promise<MinutesFacts> {
  return {
    heldOn: meeting.heldOn ?? work.today,
    revision,
    summary: content.summary,
    items: content.items.map(({ title, text }) => ({ title, text })),
    promises: (await readPromises(work, meeting)).map(promiseInLetter),
    confirmBy: confirmBy(work.now),
  };
}

/** The words of one letter; only the counterpart is asked to confirm. */
export function wordMinutesFor(
  { facts }: GatheredLetter,
  minutes: MinutesFacts,
  to: Reader,
  side: DialogueSide,
): Letter {
  return wordMinutes(facts, minutes, { ...to, replies: side === "counterpart" });
}

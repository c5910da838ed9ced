/** What a letter about a meeting is written from, and who gets it. Whoever hosts the series writes it. */
import type { CommitmentSummary } from "@throughline/contract";
import type { Work } from "../../platform/api.ts";
import { gatherCommitments } from "../commitments/index.ts";
import { requireOwnMeeting } from "./find-meeting.ts";
import type { LetterFacts, PromiseInLetter } from "./letter-words.en.ts";
import type { MeetingRow } from "./meetings.store.ts";
import { orderAgenda } from "./order-agenda.ts";
import { readAgenda, type AgendaRow } from "./agenda.store.ts";
import { readOwnMailbox, readPeople, type PersonRow } from "./people.store.ts";
import { chooseRecipients, type Recipients } from "./recipients.policy.ts";
import {
  getSeriesWords,
  readAims,
  readMailboxes,
  type Aim,
  type SeriesWords,
} from "./table.store.ts";

/** Where the server is reached. */
export interface LetterParts {
  readonly publicUrl: string;
}

export interface GatheredLetter {
  readonly meeting: MeetingRow;
  readonly series: SeriesWords;
  readonly aims: readonly Aim[];
  readonly agenda: readonly AgendaRow[];
  readonly people: readonly PersonRow[];
  readonly facts: LetterFacts;
  readonly recipients: Recipients;
}

/** Address of a meeting's page. */
export function pageOf({ publicUrl }: LetterParts, meetingId: string): string {
  return `${publicUrl.replace(/\/$/u, "")}/meetings/${meetingId}`;
}

/**
 * Gathers it.
 *
 * @param wanted what a joint buyer must see to get the letter
 * @param drafts also items of ours that nobody was shown, as they will stand once it leaves
 */
export async function gatherLetter(
  work: Work,
  meetingId: string,
  parts: LetterParts,
  { wanted, drafts }: { readonly wanted: "meetings" | "minutes"; readonly drafts: boolean },
): Promise<GatheredLetter> {
  const { meeting } = await requireOwnMeeting(work, meetingId);
  const series = await getSeriesWords(work, meeting.seriesId);
  const aims = await readAims(work, meeting.seriesId);
  const agenda = orderAgenda(await readAgenda(work, meetingId), meeting.agendaPlaces).filter(
    ({ shared }) => drafts || shared,
  );
  const people = await readPeople(work, meetingId);
  const answered = new Set(people.flatMap(({ answersId }) => answersId ?? []));
  const recipients = chooseRecipients(
    {
      mailboxes: await readMailboxes(work, meeting.seriesId),
      people,
      sender: await readOwnMailbox(work),
    },
    wanted,
  );
  const who = { buyers: series.host, counterpart: series.counterpart };
  return {
    meeting,
    series,
    aims,
    agenda,
    people,
    recipients,
    facts: {
      host: series.host,
      counterpart: series.counterpart,
      series: series.title,
      number: meeting.number,
      title: meeting.title,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      timeZone: meeting.timeZone,
      form: meeting.form,
      place: meeting.place,
      protection: series.protection,
      aims: aims.map(({ side, purpose, hopedOutcome, brings }) => ({
        who: who[side],
        purpose,
        hopes: hopedOutcome,
        brings,
      })),
      items: agenda.map(({ title, detail, brings, minutes, by }) => ({
        title,
        detail,
        brings,
        minutes,
        by,
      })),
      asked: people
        .filter(
          ({ id, side, mine, fit }) =>
            side === "counterpart" && mine && fit === "asked" && !answered.has(id),
        )
        .map(({ roleTitle, topics }) => ({ role: roleTitle, topics })),
      page: pageOf(parts, meetingId),
    },
  };
}

/** Promises recorded in a meeting, of both sides; drafts of ours too, as they will stand once the minutes leave. */
export async function readPromises(work: Work, meeting: MeetingRow): Promise<CommitmentSummary[]> {
  const gathered = await gatherCommitments(work, {
    seriesId: meeting.seriesId,
    meetingId: meeting.id,
  });
  return gathered
    .toSorted((a, b) => a.row.number - b.row.number || (a.row.id < b.row.id ? -1 : 1))
    .map(({ summary }) => summary);
}

/** As it is written in a letter. */
export function promiseInLetter({
  debtor,
  what,
  dueOn,
  about,
}: CommitmentSummary): PromiseInLetter {
  return { who: debtor.name, role: debtor.role, what, dueOn, about };
}

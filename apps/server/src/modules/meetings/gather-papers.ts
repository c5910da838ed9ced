/** What the papers of a meeting are written from, as whoever asks sees it: letters, documents, the calendar entry. */
import type { CommitmentSummary } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { gatherCommitments } from "../commitments/index.ts";
import { readAgenda, type AgendaRow } from "./agenda.store.ts";
import type { FoundMeeting } from "./find-meeting.ts";
import type { LetterFacts, PromiseInLetter } from "./letter-words.en.ts";
import type { MeetingRow } from "./meetings.store.ts";
import { orderAgenda } from "./order-agenda.ts";
import { readPeople, type PersonRow } from "./people.store.ts";
import { getSeriesWords, readAims, readBuyers, type Aim, type SeriesWords } from "./table.store.ts";

/** Where the server is reached. */
export interface PaperParts {
  readonly publicUrl: string;
}

export interface GatheredPapers {
  readonly meeting: MeetingRow;
  readonly series: SeriesWords;
  /** Names of the buyers at the table, the leading one first. */
  readonly buyers: readonly string[];
  readonly aims: readonly Aim[];
  readonly agenda: readonly AgendaRow[];
  /** Everybody, roles that were answered too. */
  readonly people: readonly PersonRow[];
  /** Address of its page. */
  readonly page: string;
}

/** Address of a meeting's page. */
export function pageOf({ publicUrl }: PaperParts, meetingId: string): string {
  return `${publicUrl.replace(/\/$/u, "")}/meetings/${meetingId}`;
}

/** @param drafts also items of ours that nobody was shown, as they will stand once they leave */
export async function gatherPapers(
  work: Work,
  { meeting }: Pick<FoundMeeting, "meeting">,
  parts: PaperParts,
  drafts: boolean,
): Promise<GatheredPapers> {
  const agenda = orderAgenda(await readAgenda(work, meeting.id), meeting.agendaPlaces);
  return {
    meeting,
    series: await getSeriesWords(work, meeting.seriesId),
    buyers: await readBuyers(work, meeting.seriesId),
    aims: await readAims(work, meeting.seriesId),
    agenda: agenda.filter(({ shared }) => drafts || shared),
    people: await readPeople(work, meeting.id),
    page: pageOf(parts, meeting.id),
  };
}

/** Roles of a side that are asked for and that nobody answered. */
export function askedOf(
  people: readonly PersonRow[],
  side: "buyers" | "counterpart" = "counterpart",
): PersonRow[] {
  const answered = new Set(people.flatMap(({ answersId }) => answersId ?? []));
  return people.filter((one) => one.side === side && one.fit === "asked" && !answered.has(one.id));
}

/** The facts of a plain letter. */
export function letterFacts(papers: GatheredPapers): LetterFacts {
  const { meeting, series, aims, agenda, people, page } = papers;
  const who = { buyers: series.host, counterpart: series.counterpart };
  return {
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
    asked: askedOf(people).map(({ roleTitle, topics }) => ({ role: roleTitle, topics })),
    page,
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

/** The minutes of a meeting have to be there. */
export function requireMinutes<T>(minutes: T | undefined): T {
  if (minutes === undefined)
    throw new AppError("meeting_does_not_allow", "There are no minutes of this meeting yet.");
  return minutes;
}

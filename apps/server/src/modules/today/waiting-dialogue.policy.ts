/** What of meetings and promises needs somebody here soon, in the words the engine has for it. Pure. */
import type { CommitmentSummary, MeetingSummary, WaitingItem } from "@throughline/contract";
import {
  minutesDueDays,
  sayAskedToMove,
  type Cadence,
  type CommitmentStanding,
} from "@throughline/dialogue";
import { toLocalDay, type IsoDate, type Sentence, type SeriesFact } from "@throughline/domain";
import { sayIn } from "@throughline/requirements";

/** As for what is due on a line. */
const soonDays = 14;

function daysUntil(day: IsoDate, today: IsoDate): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

function withDays(
  item: Omit<WaitingItem, "dueOn" | "daysLeft">,
  dueOn: IsoDate | null,
  today: IsoDate,
): WaitingItem {
  return { ...item, dueOn, daysLeft: dueOn === null ? null : daysUntil(dueOn, today) };
}

const kindOfNext: Readonly<Record<string, WaitingItem["kind"]>> = {
  "next.record_held": "meeting_to_record",
  "next.send_agenda": "agenda_to_send",
  "next.send_agenda_late": "agenda_to_send",
  "next.send_minutes": "minutes_to_send",
  "next.send_minutes_late": "minutes_to_send",
  "next.send_corrected": "minutes_to_send",
  "next.confirm_minutes": "minutes_to_confirm",
  "next.say_who_comes": "attendees_to_name",
  "next.give_feedback": "feedback_to_give",
};

/** The day by which a step of a meeting is to be taken; `null` where none was agreed. */
function dueDayOf(meeting: MeetingSummary, kind: WaitingItem["kind"]): IsoDate | null {
  const day = toLocalDay(new Date(meeting.startsAt), meeting.timeZone);
  switch (kind) {
    case "agenda_to_send":
      return meeting.agenda.dueOn;
    case "meeting_to_record":
    case "attendees_to_name":
      return day;
    case "minutes_to_send":
      return meeting.minutes.revision === null
        ? addDays(meeting.heldOn ?? day, minutesDueDays)
        : null;
    default:
      return null;
  }
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The next step of a meeting, where it is ours and near. `who` is the other side. */
export function waitingOfMeeting(
  meeting: MeetingSummary,
  who: string,
  today: IsoDate,
): WaitingItem | null {
  const { next } = meeting;
  const kind = next === null ? undefined : kindOfNext[next.code];
  if (next === null || kind === undefined) return null;
  const link = { kind: "meeting", id: meeting.id } as const;
  const subject = `${meeting.series.title}, ${meeting.title}`;
  const due = dueDayOf(meeting, kind);
  const item = withDays({ kind, who, subject, sentence: next, link }, due, today);
  return kind === "agenda_to_send" && (item.daysLeft ?? 0) > soonDays ? null : item;
}

/** A promise that waits for our word, that is overdue on either side, or that we owe soon. */
export function waitingOfCommitment(
  {
    summary,
    standing,
    who,
  }: {
    readonly summary: CommitmentSummary;
    readonly standing: CommitmentStanding;
    readonly who: string;
  },
  today: IsoDate,
): WaitingItem | null {
  const { state, dueOn, debtor, mySide } = summary;
  // A draft waits for its minutes.
  if (!summary.shared) return null;
  const ours = debtor.side === mySide;
  const base = {
    who,
    subject: summary.what,
    sentence: summary.says,
    link: { kind: "commitment", id: summary.id },
  } as const;
  const asked =
    standing.proposal !== null ||
    state === "said_done" ||
    state === "disputed" ||
    state === "refused";
  if (asked && summary.waitsFor === mySide)
    return withDays(
      { ...base, kind: "commitment_waits", sentence: sayWaiting(summary, standing, who) },
      state === "overdue" ? dueOn : null,
      today,
    );
  if (state === "overdue")
    return withDays(
      { ...base, kind: "commitment_overdue", who: ours ? "our side" : who },
      dueOn,
      today,
    );
  if (state !== "open" || !ours || dueOn === null) return null;
  const item = withDays({ ...base, kind: "commitment_due" }, dueOn, today);
  return (item.daysLeft ?? 0) > soonDays ? null : item;
}

const say = sayIn({
  "waiting.reworded":
    "{who:Start} put it in other words on {on:date}: “{what}”. Until they are confirmed, the earlier ones hold.",
});

/** What is asked of us: a new date, other words, or how it stands. */
function sayWaiting(
  { mySide, says, state }: CommitmentSummary,
  standing: CommitmentStanding,
  who: string,
): Sentence {
  const { proposal } = standing;
  if (proposal?.kind === "corrected" && state !== "put_forward")
    return say("waiting.reworded", { who, on: proposal.on, what: proposal.what });
  const names =
    mySide === "buyers" ? { buyers: "we", counterpart: who } : { buyers: who, counterpart: "we" };
  return sayAskedToMove(standing, names) ?? says;
}

/** A series of ours whose next meeting has been due, where none is planned. */
export function waitingOfCadence(
  series: SeriesFact,
  cadence: Cadence,
  today: IsoDate,
): WaitingItem | null {
  if (cadence.state !== "lapsed" || cadence.planned !== null) return null;
  return withDays(
    {
      kind: "cadence_lapsed",
      who: series.counterpart,
      subject: series.title,
      sentence: cadence.sentence,
      link: { kind: "series", id: series.id },
    },
    cadence.nextDueOn,
    today,
  );
}

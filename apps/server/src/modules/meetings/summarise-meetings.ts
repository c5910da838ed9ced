/** Meetings as the API shows them. */
import type { MeetingSummary } from "@throughline/contract";
import { agendaTiming } from "@throughline/dialogue";
import type { IsoDate } from "@throughline/domain";
import { factOf, lateDaysOf, minutesState, minutesWaitForUs, nextOf } from "./meetings.policy.ts";
import type { MeetingRow } from "./meetings.store.ts";

/** A row as whoever reads it sees it. */
export function summariseMeeting(row: MeetingRow, today: IsoDate): MeetingSummary {
  const agenda = agendaTiming(factOf(row), today);
  return {
    id: row.id,
    series: { id: row.seriesId, title: row.seriesTitle },
    counterpart: row.counterpart,
    number: row.number,
    title: row.title,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: row.timeZone,
    form: row.form,
    place: row.place,
    state: row.state,
    heldOn: row.heldOn,
    mySide: row.mySide,
    hosted: row.hosted,
    shared: row.sharedAt !== null,
    agenda: {
      items: row.items,
      dueOn: agenda.dueOn,
      firstSentAt: row.agendaFirstSentAt?.toISOString() ?? null,
      lateDays: lateDaysOf(agenda),
      says: agenda.sentence,
    },
    minutes: {
      revision: row.revision,
      firstSentAt: row.revision === null ? null : (row.minutesFirstSentAt?.toISOString() ?? null),
      state: minutesState(row),
      waitsForUs: minutesWaitForUs(row),
    },
    commitments: row.commitments,
    next: nextOf(row, today),
    version: row.version,
  };
}

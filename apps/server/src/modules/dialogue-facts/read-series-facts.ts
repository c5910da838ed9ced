/** Facts of series: what was planned, held, sent, promised and said at their tables, as far as it was put on them. */
import {
  dialogueUntil,
  ShownBy,
  toLocalDay,
  type CommitmentAct,
  type CommitmentFact,
  type DialogueFacts,
  type IsoDate,
  type MeetingFact,
  type SeriesFact,
} from "@throughline/domain";
import { isoDate, type Work } from "../../platform/api.ts";
import {
  readActs,
  readCommitments,
  readMeetings,
  readMinutes,
  readReplies,
  readSeries,
  readTopics,
} from "./dialogue-facts.store.ts";

/** One series with its meetings and commitments. */
export interface FactsOfSeries {
  readonly series: SeriesFact;
  readonly meetings: readonly MeetingFact[];
  readonly commitments: readonly CommitmentFact[];
}

/** A fact with the contract it is for; `null`: for all the series is about. Ours alone. */
export interface OfContract<Fact> {
  readonly fact: Fact;
  readonly contractId: string | null;
}

/** One series as its host knows it: which topic and which commitment is for which of its contracts. */
export interface SeriesAsHosted {
  readonly series: SeriesFact;
  readonly meetings: readonly {
    readonly fact: Omit<MeetingFact, "topics">;
    readonly topics: readonly OfContract<MeetingFact["topics"][number]>[];
  }[];
  readonly commitments: readonly OfContract<CommitmentFact>[];
}

const dayOf = (instant: Date | null): IsoDate | null =>
  instant === null ? null : isoDate(instant);

/** Facts of series at whose table we sit, as of a day; eight queries, however many. Series we do not see are left out. */
export async function readSeriesFacts(
  work: Work,
  seriesIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, FactsOfSeries>> {
  const known = await readHostedSeries(work, seriesIds, asOf);
  return new Map(
    [...known].flatMap(([id, { series, meetings, commitments }]): [string, FactsOfSeries][] => {
      const cut = dialogueUntil(
        {
          series: [series],
          meetings: meetings.map(({ fact, topics }) => ({
            ...fact,
            topics: topics.map((topic) => topic.fact),
          })),
          commitments: commitments.map(({ fact }) => fact),
        },
        asOf,
      );
      const [first] = cut.series;
      return first === undefined ? [] : [[id, { ...cut, series: first }]];
    }),
  );
}

/** Series and when they met, without topics, minutes' confirmation and promises: as much as a cadence is told from. Two queries. */
export async function readSeriesMeetings(
  { tx }: Work,
  seriesIds: readonly string[],
): Promise<{ readonly series: SeriesFact; readonly meetings: readonly MeetingFact[] }[]> {
  if (seriesIds.length === 0) return [];
  const series = await readSeries(tx, seriesIds);
  const meetings = Map.groupBy(await readMeetings(tx, seriesIds), (row) => row.series_id);
  return series.map((row) => ({
    series: seriesOf(row),
    meetings: (meetings.get(row.id) ?? []).map((one) => ({ ...meetingOf(one, null), topics: [] })),
  }));
}

/** All of them before later facts are cut off, with what is ours alone. Minutes are those that stood on the day. */
export async function readHostedSeries(
  work: Work,
  seriesIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, SeriesAsHosted>> {
  const ids = [...new Set(seriesIds)];
  if (ids.length === 0) return new Map();
  const { tx, actor } = work;
  const series = await readSeries(tx, ids);
  if (series.length === 0) return new Map();
  const meetings = Map.groupBy(await readMeetings(tx, ids), (row) => row.series_id);
  const confirmedOn = minutesConfirmed(
    await readMinutes(tx, ids),
    await readReplies(tx, ids),
    asOf,
  );
  const topics = Map.groupBy(
    await readTopics(tx, actor.organisationId, ids),
    (row) => row.meeting_id,
  );
  const acts = Map.groupBy(await readActs(tx, ids), (row) => row.commitment_id);
  const commitments = Map.groupBy(
    await readCommitments(tx, actor.organisationId, ids),
    (row) => row.series_id,
  );
  return new Map(
    series.map((row): [string, SeriesAsHosted] => [
      row.id,
      {
        series: seriesOf(row),
        meetings: (meetings.get(row.id) ?? []).map((meeting) => ({
          fact: meetingOf(meeting, confirmedOn.get(meeting.id) ?? null),
          topics: (topics.get(meeting.id) ?? []).map((topic) => ({
            fact: { title: topic.title, breakId: topic.break_id },
            contractId: topic.contract_id,
          })),
        })),
        commitments: (commitments.get(row.id) ?? []).flatMap((one) => {
          const said = (acts.get(one.id) ?? []).map(actOf);
          return said.length === 0
            ? []
            : [{ fact: commitmentOf(one, said), contractId: one.contract_id }];
        }),
      },
    ]),
  );
}

// Check constraints hold the vocabularies, here and below.
function seriesOf(row: Awaited<ReturnType<typeof readSeries>>[number]): SeriesFact {
  return {
    id: row.id,
    title: row.title,
    counterpart: row.counterpart_name,
    counterpartRole: row.counterpart_role as SeriesFact["counterpartRole"],
    basis: row.basis as SeriesFact["basis"],
    issues: row.issues,
    // Nobody agreed to meet while it is paused.
    cadenceMonths: row.state === "paused" ? null : row.cadence_months,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
  };
}

function meetingOf(
  row: Awaited<ReturnType<typeof readMeetings>>[number],
  minutesConfirmedOn: IsoDate | null,
): Omit<MeetingFact, "topics"> {
  return {
    id: row.id,
    seriesId: row.series_id,
    number: row.number,
    title: row.title,
    on: toLocalDay(row.starts_at, row.time_zone),
    plannedOn: isoDate(row.planned_at),
    heldOn: row.held_on,
    cancelledOn: dayOf(row.cancelled_at),
    agendaSentOn: dayOf(row.agenda_first_sent_at),
    leadDays: row.lead_days,
    fitConfirmedOn: row.fit_confirmed_on,
    minutesSentOn: dayOf(row.minutes_first_sent_at),
    minutesConfirmedOn,
  };
}

/** When the counterpart confirmed the minutes that stood on the day; its last word counts. */
function minutesConfirmed(
  minutes: Awaited<ReturnType<typeof readMinutes>>,
  replies: Awaited<ReturnType<typeof readReplies>>,
  asOf: IsoDate,
): Map<string, IsoDate> {
  const standing = new Map<string, number>();
  for (const { meeting_id: id, revision, shared_at: at } of minutes)
    if (isoDate(at) <= asOf) standing.set(id, Math.max(revision, standing.get(id) ?? 0));
  const confirmed = new Map<string, IsoDate>();
  for (const { meeting_id: id, revision, kind, shared_at: at } of replies) {
    if (revision !== standing.get(id) || isoDate(at) > asOf) continue;
    if (kind !== "confirmed") confirmed.delete(id);
    else if (!confirmed.has(id)) confirmed.set(id, isoDate(at));
  }
  return confirmed;
}

function commitmentOf(
  row: Awaited<ReturnType<typeof readCommitments>>[number],
  acts: CommitmentAct[],
): CommitmentFact {
  return {
    id: row.id,
    seriesId: row.series_id,
    meetingId: row.meeting_id,
    debtor: row.debtor as CommitmentFact["debtor"],
    debtorName: row.debtor_name,
    debtorRole: row.debtor_role,
    about: row.about,
    acts,
  };
}

/** An act as facts hold it. */
function actOf(
  row: Omit<Awaited<ReturnType<typeof readActs>>[number], "commitment_id">,
): CommitmentAct {
  return {
    id: row.id,
    kind: row.kind as CommitmentAct["kind"],
    side: row.side as CommitmentAct["side"],
    on: row.on_day,
    what: row.what,
    dueOn: row.due_on,
    reason: row.reason,
    shownBy: row.shown_by === null ? null : ShownBy.parse(row.shown_by),
    via: row.via as CommitmentAct["via"],
  };
}

/** All facts of some series in one, as engines read them. */
export function joinSeries(parts: readonly FactsOfSeries[]): DialogueFacts {
  return {
    series: parts.map(({ series }) => series),
    meetings: parts.flatMap(({ meetings }) => meetings),
    commitments: parts.flatMap(({ commitments }) => commitments),
  };
}

/**
 * The figures of a programme, out of its records: each with the ids behind it, so that it opens to them. Nothing is entered
 * as a number; a figure without records is none, and a mean of nothing is no data.
 */
import {
  obstacleKinds,
  threadKinds,
  type CommitmentFact,
  type DialogueSide,
  type IsoDate,
  type MeetingFact,
  type ObstacleKind,
  type SeriesFact,
  type ThreadKind,
} from "@throughline/domain";
import { countCommitments, type CommitmentCounts } from "../commitments/count-commitments.ts";
import { quarterOf, quartersBetween } from "../dates/reckon-quarters.ts";
import { knowMeeting } from "../meetings/know-meeting.ts";
import { agendaTiming, minutesLag } from "../meetings/time-papers.ts";

/** What one side told the other of a meeting, 1 (not at all) to 5 (very much). */
export interface FeedbackFact {
  readonly id: string;
  readonly meetingId: string;
  readonly side: DialogueSide;
  readonly on: IsoDate;
  /** Points by question, for instance `useful`. */
  readonly points: Readonly<Record<string, number>>;
}

/** Something followed over several meetings. */
export interface ThreadFact {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly openedOn: IsoDate;
  readonly closedOn: IsoDate | null;
}

/** Who in the chain does not say, as reported. */
export interface ObstacleFact {
  readonly id: string;
  readonly kind: ObstacleKind;
  readonly reportedOn: IsoDate;
  readonly resolvedOn: IsoDate | null;
}

export interface ProgrammeFacts {
  readonly series: readonly SeriesFact[];
  readonly meetings: readonly MeetingFact[];
  readonly commitments: readonly CommitmentFact[];
  readonly feedback: readonly FeedbackFact[];
  readonly threads: readonly ThreadFact[];
  readonly obstacles: readonly ObstacleFact[];
}

/** A count that opens to what is behind it. */
export interface Figure {
  readonly value: number;
  readonly ids: readonly string[];
}

/** A share or a middle value; `null` where there is nothing to take it of. */
export interface Measure {
  readonly value: number | null;
  /** How many records it is taken of. */
  readonly n: number;
  readonly ids: readonly string[];
}

export interface ProgrammeFigures {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly meetingsHeld: Figure;
  /** Names of those met, each once however often; `ids` are of the series. */
  readonly counterpartsMet: Figure & { readonly names: readonly string[] };
  readonly byQuarter: readonly { readonly quarter: string; readonly meetings: Figure }[];
  readonly byCounterpart: readonly { readonly counterpart: string; readonly meetings: Figure }[];
  /** First meetings ever with a counterpart in this programme. */
  readonly firstContacts: Figure;
  /** Share of held meetings whose agenda left in time; those without any agenda count against it. */
  readonly agendaInTime: Measure;
  /** Share of held meetings at which somebody with mandate and topics was confirmed beforehand. */
  readonly fitConfirmed: Measure;
  /** Middle number of days from meeting to minutes; meetings without minutes are told in `withoutMinutes`. */
  readonly minutesLagDays: Measure;
  readonly withoutMinutes: Figure;
  readonly commitments: {
    readonly all: CommitmentCounts;
    readonly bySide: Readonly<Record<DialogueSide, CommitmentCounts>>;
  };
  /** Means by side and question; the latest word of a side about a meeting counts. */
  readonly feedback: readonly {
    readonly side: DialogueSide;
    readonly question: string;
    readonly mean: Measure;
  }[];
  readonly threads: readonly {
    readonly kind: ThreadKind;
    readonly open: Figure;
    readonly closed: Figure;
  }[];
  readonly obstacles: readonly {
    readonly kind: ObstacleKind;
    readonly reported: Figure;
    readonly resolved: Figure;
  }[];
}

function figure(items: readonly { readonly id: string }[]): Figure {
  return { value: items.length, ids: items.map(({ id }) => id) };
}

function share(some: readonly { readonly id: string }[], of: readonly unknown[]): Measure {
  const value = of.length === 0 ? null : some.length / of.length;
  return { value, n: of.length, ids: some.map(({ id }) => id) };
}

/** The middle value; of an even number the mean of the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

function feedbackMeans(
  feedback: readonly FeedbackFact[],
  meetingIds: ReadonlySet<string>,
): ProgrammeFigures["feedback"] {
  const latest = new Map<string, FeedbackFact>();
  for (const one of feedback)
    if (meetingIds.has(one.meetingId)) {
      const key = `${one.meetingId} ${one.side}`;
      const before = latest.get(key);
      if (before === undefined || one.on >= before.on) latest.set(key, one);
    }
  const answers = [...latest.values()].flatMap(({ id, side, points }) =>
    Object.entries(points).map(([question, value]) => ({ id, side, question, value })),
  );
  return [...Map.groupBy(answers, ({ side, question }) => `${side} ${question}`).values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const sum = same.reduce((total, { value }) => total + value, 0);
      const { side, question } = first;
      const ids = same.map(({ id }) => id);
      return [{ side, question, mean: { value: sum / same.length, n: same.length, ids } }];
    })
    .sort((a, b) => (`${a.side} ${a.question}` < `${b.side} ${b.question}` ? -1 : 1));
}

const within = (day: IsoDate | null, from: IsoDate, until: IsoDate): boolean =>
  day !== null && day >= from && day <= until;

/** One counterpart, however its name is spelt with capitals. */
const nameKey = (name: string): string => name.trim().toLowerCase();

/**
 * The figures of a programme in a stretch of days, both included, as known on `asOf` (the last of them where it is left out).
 *
 * @example programmeFigures(facts, { from: "2023-04-01", until: "2025-03-31" }).meetingsHeld.value // 36
 */
export function programmeFigures(
  facts: ProgrammeFacts,
  {
    from,
    until,
    asOf = until,
  }: { readonly from: IsoDate; readonly until: IsoDate; readonly asOf?: IsoDate },
): ProgrammeFigures {
  const counterpartOf = new Map(facts.series.map(({ id, counterpart }) => [id, counterpart]));
  const everHeld = facts.meetings
    .flatMap((meeting) => {
      const known = knowMeeting(meeting, asOf);
      const counterpart = counterpartOf.get(meeting.seriesId);
      if (known === null || known.heldOn === null || counterpart === undefined) return [];
      return [{ ...known, heldOn: known.heldOn, counterpart }];
    })
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : a.id < b.id ? -1 : 1));
  const held = everHeld.filter(({ heldOn }) => within(heldOn, from, until));
  const byName = Map.groupBy(held, ({ counterpart }) => nameKey(counterpart));
  const first = [...Map.groupBy(everHeld, ({ counterpart }) => nameKey(counterpart)).values()]
    .flatMap(([meeting]) => meeting ?? [])
    .filter(({ heldOn }) => within(heldOn, from, until));
  const agendas = held.filter((meeting) => agendaTiming(meeting, asOf).state === "in_time");
  const withMinutes = held.filter((meeting) => minutesLag(meeting, asOf).state === "sent");
  const lags = withMinutes.flatMap((meeting) => minutesLag(meeting, asOf).days ?? []);
  const opened = facts.threads.filter(({ openedOn }) => openedOn <= until && openedOn <= asOf);
  const reported = facts.obstacles.filter(
    ({ reportedOn }) => within(reportedOn, from, until) && reportedOn <= asOf,
  );
  const isOver = (day: IsoDate | null): boolean => day !== null && day <= asOf && day <= until;
  return {
    from,
    until,
    meetingsHeld: figure(held),
    counterpartsMet: {
      value: byName.size,
      ids: [...new Set(held.map(({ seriesId }) => seriesId))],
      names: [...byName.values()].flatMap(([one]) => one?.counterpart ?? []).sort(),
    },
    byQuarter: quartersBetween(from, until).map((quarter) => ({
      quarter,
      meetings: figure(held.filter(({ heldOn }) => quarterOf(heldOn) === quarter)),
    })),
    byCounterpart: [...byName.values()]
      .map((same) => ({ counterpart: same[0]?.counterpart ?? "", meetings: figure(same) }))
      .sort((a, b) => (a.counterpart < b.counterpart ? -1 : 1)),
    firstContacts: figure(first),
    agendaInTime: share(agendas, held),
    fitConfirmed: share(
      held.filter(
        ({ fitConfirmedOn, heldOn }) => fitConfirmedOn !== null && fitConfirmedOn <= heldOn,
      ),
      held,
    ),
    minutesLagDays: { value: median(lags), n: lags.length, ids: withMinutes.map(({ id }) => id) },
    withoutMinutes: figure(held.filter((meeting) => minutesLag(meeting, asOf).state !== "sent")),
    commitments: countCommitments(facts.commitments, { from, until, asOf }),
    feedback: feedbackMeans(
      facts.feedback.filter(({ on }) => on <= asOf),
      new Set(held.map(({ id }) => id)),
    ),
    threads: threadKinds.flatMap((kind) => {
      const same = opened.filter((thread) => thread.kind === kind);
      const open = same.filter(({ closedOn }) => !isOver(closedOn));
      const closed = same.filter(
        ({ closedOn }) => isOver(closedOn) && within(closedOn, from, until),
      );
      return same.length === 0 ? [] : [{ kind, open: figure(open), closed: figure(closed) }];
    }),
    obstacles: obstacleKinds.flatMap((kind) => {
      const same = reported.filter((obstacle) => obstacle.kind === kind);
      const resolved = same.filter(({ resolvedOn }) => isOver(resolvedOn));
      return same.length === 0
        ? []
        : [{ kind, reported: figure(same), resolved: figure(resolved) }];
    }),
  };
}

/** What was said and promised about the contract, as it stood on the day. */
import {
  knowMeeting,
  standingOf,
  watchCadence,
  type Cadence,
  type CommitmentStanding,
} from "@throughline/dialogue";
import type {
  CommitmentFact,
  DialogueFacts,
  IsoDate,
  MeetingFact,
  SeriesFact,
} from "@throughline/domain";
import { compareDated, compareText } from "./compare-text.ts";

/** A series with how it keeps its cadence. */
export interface KnownSeries {
  readonly series: SeriesFact;
  readonly cadence: Cadence;
}

/** A promise with how it stands, told as "we" and the counterpart's name. */
export interface KnownCommitment {
  readonly fact: CommitmentFact;
  readonly counterpart: string;
  readonly standing: CommitmentStanding;
}

/** The dialogue of a contract on a day; each list in a fixed order. */
export interface KnownDialogue {
  readonly series: readonly KnownSeries[];
  readonly meetings: readonly MeetingFact[];
  readonly commitments: readonly KnownCommitment[];
}

/** `null` where nobody looked, and where nothing was recorded by that day: the two say the same of what was done. */
export function gatherKnownDialogue(
  facts: DialogueFacts | undefined,
  asOf: IsoDate,
): KnownDialogue | null {
  if (facts === undefined) return null;
  const series = facts.series
    .filter(({ openedOn }) => openedOn <= asOf)
    .sort((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id))
    .map((one) => ({ series: one, cadence: watchCadence(one, facts.meetings, asOf) }));
  const counterpartOf = new Map(series.map(({ series: one }) => [one.id, one.counterpart]));
  const meetings = facts.meetings
    .flatMap((meeting) => knowMeeting(meeting, asOf) ?? [])
    .sort((a, b) => compareDated({ date: a.on, id: a.id }, { date: b.on, id: b.id }));
  const commitments = facts.commitments
    .flatMap((fact): KnownCommitment[] => {
      const counterpart = counterpartOf.get(fact.seriesId) ?? "the other side";
      const standing = standingOf(fact, asOf, { buyers: "we", counterpart });
      return standing === null ? [] : [{ fact, counterpart, standing }];
    })
    .sort((a, b) =>
      compareDated(
        { date: a.standing.dueOn, id: a.fact.id },
        { date: b.standing.dueOn, id: b.fact.id },
      ),
    );
  return series.length + meetings.length + commitments.length === 0
    ? null
    : { series, meetings, commitments };
}

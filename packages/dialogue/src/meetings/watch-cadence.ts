/** Whether the parties meet as often as they agreed. */
import {
  addDays,
  addMonths,
  type IsoDate,
  type MeetingFact,
  type Sentence,
  type SeriesFact,
} from "@throughline/domain";
import { sayMeeting } from "../texts/meeting-texts.ts";
import { knowMeetings } from "./know-meeting.ts";

/** So many days before a meeting is due, one that nobody planned is spoken of. Our habit; agendas leave ten days ahead. */
export const planAheadDays = 30;

/** How a series keeps its cadence on a day. */
export interface Cadence {
  /** `unrecorded`: the day of the next meeting is over, and nobody said whether it was held. */
  readonly state: "closed" | "as_needed" | "in_time" | "planned" | "soon" | "unrecorded" | "lapsed";
  readonly lastHeldOn: IsoDate | null;
  /** By when the next meeting should be held; `null` where no cadence is agreed. */
  readonly nextDueOn: IsoDate | null;
  /** First day on which it had not been held; `null` while in time. */
  readonly lapsedSince: IsoDate | null;
  /** The next meeting that is planned, and its day. */
  readonly planned: { readonly id: string; readonly on: IsoDate } | null;
  readonly sentence: Sentence;
}

function sayEvery(months: number): string {
  if (months === 1) return "month";
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? "year" : `${months / 12} years`;
}

/**
 * Watches the cadence of a series. The next meeting is due so many months after the last that was held; before the first,
 * after the day the series was opened. A planned meeting is no held one: a lapse lasts until somebody met.
 *
 * @example watchCadence(series, meetings, "2026-11-20").sentence.text // "… so one has been due since 3 September 2026."
 */
export function watchCadence(
  series: SeriesFact,
  meetings: readonly MeetingFact[],
  asOf: IsoDate,
): Cadence {
  const { counterpart, cadenceMonths } = series;
  const known = knowMeetings(meetings, series.id, asOf);
  const lastHeldOn = known.reduce<IsoDate | null>(
    (last, { heldOn }) => (heldOn !== null && (last === null || heldOn > last) ? heldOn : last),
    null,
  );
  const open = known.filter(({ heldOn, cancelledOn }) => heldOn === null && cancelledOn === null);
  const coming = open.find(({ on }) => on >= asOf);
  const planned = coming === undefined ? null : { id: coming.id, on: coming.on };
  const nextDueOn =
    cadenceMonths === null ? null : addMonths(lastHeldOn ?? series.openedOn, cadenceMonths);
  const lapsed = nextDueOn !== null && nextDueOn < asOf;
  const base = { lastHeldOn, nextDueOn, planned, lapsedSince: null };
  const params = {
    counterpart,
    last: lastHeldOn,
    due: nextDueOn,
    planned: planned?.on ?? null,
    every: cadenceMonths === null ? null : sayEvery(cadenceMonths),
    opened: series.openedOn,
  };
  if (series.closedOn !== null && series.closedOn <= asOf) {
    const sentence = sayMeeting("cadence.closed", { counterpart, on: series.closedOn });
    return { ...base, state: "closed", nextDueOn: null, planned: null, sentence };
  }
  // A day that is over and of which nobody said anything hides whether the cadence was kept.
  const silent = open.findLast(({ on }) => on < asOf);
  if (silent !== undefined && (lastHeldOn === null || silent.on > lastHeldOn)) {
    const sentence = sayMeeting("cadence.unrecorded", { ...params, planned: silent.on });
    const lapsedSince = lapsed && nextDueOn !== null ? addDays(nextDueOn, 1) : null;
    return { ...base, state: "unrecorded", lapsedSince, sentence };
  }
  if (nextDueOn === null) {
    return planned === null
      ? { ...base, state: "as_needed", sentence: sayMeeting("cadence.as_needed", params) }
      : { ...base, state: "planned", sentence: sayMeeting("cadence.planned", params) };
  }
  if (lapsed) {
    const sentence = sayMeeting(lastHeldOn === null ? "cadence.never" : "cadence.lapsed", params);
    return { ...base, state: "lapsed", lapsedSince: addDays(nextDueOn, 1), sentence };
  }
  if (planned !== null)
    return { ...base, state: "planned", sentence: sayMeeting("cadence.planned", params) };
  const soon = nextDueOn <= addDays(asOf, planAheadDays);
  return {
    ...base,
    state: soon ? "soon" : "in_time",
    sentence: sayMeeting(soon ? "cadence.soon" : "cadence.in_time", params),
  };
}

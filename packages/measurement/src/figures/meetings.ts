/** R2, R4: whether we meet with somebody who knows, and how soon it is in writing. */
import {
  addDays,
  addMonths,
  daysFrom,
  type IsoDate,
  type KpiRow,
  type MeetingFact,
} from "@throughline/domain";
import { median } from "../days-between.ts";
import type { MeasuringFacts } from "../facts/measuring-facts.ts";
import { sayKpi } from "../texts/say.ts";
import { noData, type FigureRule } from "./figure.ts";

interface Held {
  readonly meeting: MeetingFact;
  readonly on: IsoDate;
}

function heldBetween({ facts, asOf }: MeasuringFacts, from: IsoDate, to: IsoDate): Held[] {
  return facts.dialogue.meetings
    .flatMap((meeting): Held[] => {
      const on = meeting.heldOn;
      return on === null || on > asOf || on < from || on > to ? [] : [{ meeting, on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function rowOf(
  { meeting, on }: Held,
  part: Omit<KpiRow, "kind" | "id" | "label" | "date">,
): KpiRow {
  return { kind: "meeting", id: meeting.id, label: meeting.title, date: on, ...part };
}

/** R2: meetings of the twelve months up to the period's end at which the attendee's fit was confirmed beforehand. */
export const meetingsHeld: FigureRule = (facts, _period, day) => {
  const recorded = facts.facts.dialogue.meetings.some(
    ({ heldOn, plannedOn }) => (heldOn ?? plannedOn) <= day,
  );
  if (!recorded) return noData(sayKpi("R2.none"));
  const held = heldBetween(facts, addMonths(addDays(day, 1), -12), day);
  const fits = ({ meeting: { fitConfirmedOn }, on }: Held): boolean =>
    fitConfirmedOn !== null && fitConfirmedOn <= on;
  const n = held.filter(fits).length;
  return {
    numerator: n,
    denominator: held.length,
    // A count: none held is none, not "no data".
    value: n,
    says: sayKpi("R2.count", { n, day, others: held.length - n }),
    besides: [],
    rowCount: held.length,
    rows: () =>
      held.map((one) => {
        const fit = one.meeting.fitConfirmedOn;
        const known = fit === null || fit > facts.asOf ? null : fit;
        return rowOf(one, {
          counts: fits(one) ? "numerator" : "denominator",
          numerator: fits(one) ? 1 : 0,
          denominator: 1,
          value: null,
          says: sayKpi(
            fits(one)
              ? "row.R2.confirmed"
              : known === null
                ? "row.R2.not_confirmed"
                : "row.R2.confirmed_late",
            { on: one.on, fit: known },
          ),
        });
      }),
  };
};

/** R4: days from the meeting to the minutes, in the middle. */
export const minutesLag: FigureRule = (facts, period) => {
  const held = heldBetween(facts, period.from, period.to);
  const lagOf = ({ meeting: { minutesSentOn }, on }: Held): number | null =>
    minutesSentOn === null || minutesSentOn > facts.asOf ? null : daysFrom(on, minutesSentOn);
  const lags = held.flatMap((one) => lagOf(one) ?? []);
  const value = median(lags);
  const [n, of] = [lags.length, held.length];
  if (of === 0) return noData(sayKpi("R4.none"));
  return {
    numerator: n,
    denominator: of,
    value,
    says:
      value === null ? sayKpi("R4.none_sent", { of }) : sayKpi("R4.median", { days: value, n, of }),
    besides: n > 0 && n < of ? [sayKpi("R4.besides", { n: of - n })] : [],
    rowCount: of,
    rows: () =>
      held.map((one) => {
        const days = lagOf(one);
        return rowOf(one, {
          counts: days === null ? "denominator" : "numerator",
          numerator: days === null ? 0 : 1,
          denominator: 1,
          value: days,
          says:
            days === null
              ? sayKpi("row.R4.not_sent")
              : sayKpi(days === 0 ? "row.R4.same_day" : "row.R4.sent", {
                  on: one.meeting.minutesSentOn,
                  days,
                }),
        });
      }),
  };
};

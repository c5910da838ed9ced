/** What comes back: refreshes, reports, meetings, measurements. */
import { addDays, addMonths, type Duty, type IsoDate } from "@throughline/domain";
import { findKpi } from "@throughline/measurement";
import { numberOf, rhythms } from "./duty-rules.ts";
import { type Draft, makeDuty, type Making, type Start, startOf, what } from "./make-duty.ts";

// A contract of fifty years with monthly reports: more is a mistake in the dates.
const mostOccurrences = 600;

/** Whether one more occurrence is wanted: within the contract, and not more to come than asked for. */
function wants({ input }: Making, dueOn: IsoDate, ahead: number): boolean {
  const { endsOn } = input.dates;
  if (endsOn !== null && dueOn > endsOn) return false;
  return dueOn <= input.today || ahead < (input.ahead ?? 3);
}

/**
 * Refreshes count from the one before: from the day it was given, else from the day it is due. Where the one before is
 * overdue there is nothing to refresh, and the line of refreshes waits for it.
 */
export function refreshDuties(making: Making, first: Duty | undefined): Duty[] {
  const months = numberOf(making.values, "refresh_months");
  if (months === null) return [];
  const { today } = making.input;
  const settled = (duty: Duty): IsoDate | null => duty.achievedOn ?? duty.performedOn;
  const goesOn = (duty: Duty): boolean =>
    settled(duty) !== null ||
    duty.state === "does_not_apply" ||
    (duty.dueOn !== null && duty.dueOn >= today);
  const start = startOf(making);
  const unknown = (countsFrom: Start): Duty[] => [
    makeDuty(making, {
      part: "refresh",
      what: what(making, "duty.what.refresh"),
      countsFrom,
      from: null,
      dueOn: null,
    }),
  ];
  if (first !== undefined && !goesOn(first)) return [];
  let base = first === undefined ? start.date : (settled(first) ?? first.dueOn);
  if (base === null) return first === undefined ? unknown(start.countsFrom) : unknown("previous");
  const duties: Duty[] = [];
  // Months are added to the last day that is a fact, so that the end of a month stays the end of a month.
  let steps = 1;
  let ahead = 0;
  let from: IsoDate = base;
  for (let occurrence = 1; occurrence <= mostOccurrences; occurrence += 1) {
    const dueOn = addMonths(base, steps * months);
    if (!wants(making, dueOn, ahead)) break;
    const duty = makeDuty(making, {
      part: "refresh",
      occurrence,
      what: what(making, "duty.what.refresh"),
      countsFrom: first === undefined && occurrence === 1 ? start.countsFrom : "previous",
      from,
      dueOn,
      byRequest: true,
    });
    duties.push(duty);
    if (!goesOn(duty)) break;
    const given = settled(duty);
    if (given === null && dueOn > today) ahead += 1;
    if (given !== null) {
      base = given;
      steps = 1;
    } else steps += 1;
    from = given ?? dueOn;
  }
  return duties;
}

/** Occurrences at fixed months from the start, whether or not the one before was done. */
function rhythmDuties(
  making: Making,
  monthOf: (occurrence: number) => number,
  one: (occurrence: number) => Omit<Draft, "countsFrom" | "from" | "dueOn" | "occurrence">,
): Duty[] {
  const { countsFrom, date } = startOf(making);
  if (date === null) return [makeDuty(making, { ...one(1), countsFrom, from: null, dueOn: null })];
  const duties: Duty[] = [];
  let ahead = 0;
  for (let occurrence = 1; occurrence <= mostOccurrences; occurrence += 1) {
    const dueOn = addMonths(date, monthOf(occurrence));
    if (!wants(making, dueOn, ahead)) break;
    if (dueOn > making.input.today) ahead += 1;
    const draft = one(occurrence);
    // What was recorded of it is told, however long ago it fell due.
    const recorded = making.events.has(`${making.input.condition.id}:${draft.part}:${occurrence}`);
    if (dueOn < (making.input.since ?? "") && !recorded) continue;
    duties.push(makeDuty(making, { ...draft, occurrence, countsFrom, from: date, dueOn }));
  }
  return duties;
}

/** Reports at the rhythm the clause names. */
export function reportDuties(making: Making): Duty[] {
  return rhythms.flatMap((key) => {
    const months = numberOf(making.values, key);
    if (months === null) return [];
    return rhythmDuties(
      making,
      (occurrence) => occurrence * months,
      () => ({ part: key, what: what(making, "duty.what.report"), resultIsPerformance: true }),
    );
  });
}

/** So many a year: the k-th by the end of that share of the year, rounded up to whole months. */
export function meetingDuties(making: Making): Duty[] {
  const perYear = numberOf(making.values, "per_year");
  if (perYear === null) return [];
  const meetings = rhythmDuties(
    making,
    (occurrence) => Math.ceil((12 * occurrence) / perYear),
    (occurrence) => ({
      part: "per_year",
      what: what(making, "duty.what.meeting", {
        n: ((occurrence - 1) % Math.max(1, Math.round(perYear))) + 1,
        per_year: perYear,
      }),
      resultIsPerformance: true,
    }),
  );
  const minutes = numberOf(making.values, "minutes_days");
  if (minutes === null) return meetings;
  return meetings.flatMap((meeting) => {
    const held = meeting.performedOn ?? meeting.achievedOn;
    if (held === null) return [meeting];
    const inWriting = makeDuty(making, {
      part: "minutes",
      occurrence: meeting.occurrence,
      what: what(making, "duty.what.minutes", { held }),
      countsFrom: "previous",
      from: held,
      dueOn: addDays(held, minutes),
      resultIsPerformance: true,
    });
    return [meeting, inWriting];
  });
}

/** An indicator by name and id; one that is not in the catalogue by its id. */
function sayKpi(id: string): string {
  const known = findKpi(id);
  return known === undefined ? id : `“${known.name}” (${id})`;
}

/** The buyer's own part: measuring what was agreed to be measured. That it is measured is not that it is reached. */
export function kpiDuties(making: Making): Duty[] {
  const followUp = making.input.condition.followUp;
  return (followUp?.kpis ?? []).flatMap(({ kpi, target, targetText, everyMonths }) =>
    rhythmDuties(
      making,
      (occurrence) => occurrence * everyMonths,
      () => ({
        part: `kpi:${kpi}`,
        whose: "buyer",
        what: what(making, "duty.what.kpi", { kpi: sayKpi(kpi), target, words: targetText }),
        resultIsPerformance: target === null && targetText === null,
      }),
    ),
  );
}

/** What is due once: within days of a date, of each request, or of something that may happen. */
import { addDays, addMonths, type Duty, type IsoDate } from "@throughline/domain";
import {
  type DueTime,
  dueTimeOf,
  events as triggerWords,
  fixedStart,
  numberOf,
  onEvent,
} from "./duty-rules.ts";
import { dateOf, makeDuty, type Making, type Start, startOf, what } from "./make-duty.ts";
import { addWorkdays } from "./work-calendar.ts";

function addTime({ input }: Making, from: IsoDate, time: DueTime): IsoDate {
  return time.unit === "days"
    ? addDays(from, time.count)
    : addWorkdays(from, time.count, input.calendar);
}

/** Set where working days are counted without knowing the holidays. */
function weekdays({ input }: Making, { unit }: DueTime): number | null {
  return unit === "working_days" && input.calendar.country === null ? 1 : null;
}

/** What is due once within days of a date, of each request, or of something that may happen. */
export function onceDuties(making: Making): Duty[] {
  const { values, input } = making;
  const time = dueTimeOf(values);
  if (time === null) return [];
  const start = values["due_from"];
  const dated = (countsFrom: Start): Duty => {
    const from = dateOf(making, countsFrom);
    // Nobody asked yet: nothing is due, which is not the same as a date nobody recorded.
    const withoutDay = countsFrom === "request" ? "not_due_yet" : "date_unknown";
    const dueOn = from === null ? null : addTime(making, from, time);
    const said = what(making, "duty.what.once", { weekdays: weekdays(making, time) });
    return makeDuty(making, {
      part: "first",
      what: said,
      countsFrom,
      from,
      dueOn,
      withoutDay,
      byRequest: true,
    });
  };
  const ifItHappens = (part: string, event: string): Duty =>
    makeDuty(making, {
      part,
      what: what(making, "duty.what.event", { days: time.count, event }),
      countsFrom: null,
      from: null,
      dueOn: null,
      withoutDay: "not_due_yet",
      byRequest: false,
    });
  if (start === "award" || start === "signature" || start === "request" || start === "delivery")
    return [dated(start)];
  const triggers = values["triggers"];
  if (Array.isArray(triggers) && triggers.length > 0)
    return triggers.map((trigger) =>
      trigger === "award" ? dated("award") : ifItHappens(trigger, triggerWords[trigger] ?? trigger),
    );
  const fixed = fixedStart[input.condition.requirement];
  if (fixed === "request") return answerDuties(making, time);
  if (fixed !== undefined) return [ifItHappens("event", fixed.event)];
  return [
    makeDuty(making, {
      part: "first",
      what: what(making, "duty.what.once"),
      countsFrom: null,
      from: null,
      dueOn: null,
      byRequest: true,
    }),
  ];
}

/** One answer for each request to the supplier, by the order they were sent in. */
function answerDuties(making: Making, time: DueTime): Duty[] {
  const { requests, today } = making.input;
  const sent = requests.filter(({ to, sentOn }) => to === "supplier" && sentOn <= today);
  const working = time.unit === "working_days" ? time.count : null;
  if (sent.length === 0)
    return [
      makeDuty(making, {
        part: "answer",
        what: what(making, "duty.what.event", { days: time.count, event: "a question" }),
        countsFrom: "request",
        from: null,
        dueOn: null,
        withoutDay: "not_due_yet",
      }),
    ];
  return [...sent]
    .sort((a, b) => (a.sentOn < b.sentOn ? -1 : a.sentOn > b.sentOn ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, sentOn }) =>
      makeDuty(making, {
        // By the request and not its number: one recorded late must not move what was said of the others.
        part: `answer:${id}`,
        what: what(making, "duty.what.answer", {
          sent: sentOn,
          working,
          weekdays: weekdays(making, time),
        }),
        countsFrom: "request",
        from: sentOn,
        dueOn: addTime(making, sentOn, time),
        resultIsPerformance: true,
      }),
    );
}

/** What runs only once something happened. */
export function eventDuties(making: Making): Duty[] {
  return Object.entries(onEvent).flatMap(([key, { what: kind, grade }]) => {
    const days = numberOf(making.values, key);
    if (days === null) return [];
    return [
      makeDuty(making, {
        part: key,
        what: what(making, `duty.what.${kind}`, { days, grade: grade ?? null }),
        countsFrom: null,
        from: null,
        dueOn: null,
        withoutDay: "not_due_yet",
      }),
    ];
  });
}

/** The day by which a gap is to be closed. */
export function gapDuties(making: Making): Duty[] {
  const months = numberOf(making.values, "gap_closure_months");
  if (months === null) return [];
  const { countsFrom, date } = startOf(making);
  const dueOn = date === null ? null : addMonths(date, months);
  const said = what(making, "duty.what.gap");
  return [makeDuty(making, { part: "gap_closure", what: said, countsFrom, from: date, dueOn })];
}

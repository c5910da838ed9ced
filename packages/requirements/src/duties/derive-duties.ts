/**
 * From a clause and the dates of its contract to dated duties. Computed each time, never stored; what people record of
 * a duty is an event under its key. Working days by the calendar given; the day counted from does not count itself.
 */
import type { Duty } from "@throughline/domain";
import { liveEvents } from "./judge-duty.ts";
import { kpiDuties, meetingDuties, refreshDuties, reportDuties } from "./list-recurring-duties.ts";
import { eventDuties, gapDuties, onceDuties } from "./list-single-duties.ts";
import { type DutyInput, makeDuty, type Making, what } from "./make-duty.ts";
import { valuesOfCondition } from "./values-of-condition.ts";

/**
 * The duties of one clause, in the order they fall due; those without a day last.
 *
 * A clause without any time makes one duty without a day, so that it is not forgotten. A formal request to the maker,
 * sent in time, performs a duty whose requirement does not ask for the result alone (`result_required`); the missing
 * result still shows. Cost: one pass over the occurrences.
 *
 * @example
 * deriveDuties({ condition, requirement, dates, requests: [], events: [], calendar: weekdaysOnly, today: "2026-11-20" });
 */
export function deriveDuties(input: DutyInput): Duty[] {
  const { condition, requirement, today } = input;
  const values = valuesOfCondition(condition);
  const making: Making = {
    input,
    values,
    title: requirement?.title ?? condition.summary,
    events: Map.groupBy(liveEvents(input.events, today), ({ dutyKey }) => dutyKey),
    mayRequest:
      values["result_required"] !== true &&
      (requirement?.parameters.some(({ key }) => key === "result_required") ?? false),
  };
  const once = onceDuties(making);
  const first = once.find(({ key }) => key.startsWith(`${condition.id}:first:`));
  const duties = [
    ...once,
    ...refreshDuties(making, first),
    ...eventDuties(making),
    ...reportDuties(making),
    ...meetingDuties(making),
    ...gapDuties(making),
  ];
  if (duties.length === 0)
    duties.push(
      makeDuty(making, {
        part: "whole",
        what: what(making, "duty.what.no_day"),
        countsFrom: null,
        from: null,
        dueOn: null,
        byRequest: true,
      }),
    );
  const none = "9999-12-31";
  return [...duties, ...kpiDuties(making)].sort((a, b) => {
    const left = a.dueOn ?? none;
    const right = b.dueOn ?? none;
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

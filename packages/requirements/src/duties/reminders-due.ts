import {
  daysFrom,
  type Duty,
  type DutyState,
  type IsoDate,
  type Sentence,
} from "@throughline/domain";
import { sayDuty } from "./duty-texts.ts";

/** So many days before a day, once each. */
export const reminderDays = [30, 7, 1] as const;

/** A reminder that is to be sent now. */
export interface DutyReminder {
  /** Stable: the duty, the day it is about, and which of the three. What was sent under a key is not sent again. */
  readonly key: string;
  readonly dutyKey: string;
  readonly daysBefore: (typeof reminderDays)[number];
  readonly dueOn: IsoDate;
  readonly sentence: Sentence;
}

const open: readonly DutyState[] = ["due", "not_due_yet", "on_agreed_plan"];

/**
 * Reminders due on a day: 30, 7 and 1 days before a duty's day, or before the end of an agreed plan. Of several that were
 * missed (nobody looked for a week), only the closest is given; a day that moved is reminded of anew. Give the keys that
 * were sent before in `sent`.
 *
 * @example remindersDue(duties, "2026-11-20", sentKeys)
 */
export function remindersDue(
  duties: readonly Duty[],
  today: IsoDate,
  sent: ReadonlySet<string> = new Set(),
): DutyReminder[] {
  return duties.flatMap((duty) => {
    if (!open.includes(duty.state)) return [];
    const planned = duty.state === "on_agreed_plan";
    const dueOn = planned ? duty.planUntil : duty.dueOn;
    if (dueOn === null) return [];
    const days = daysFrom(today, dueOn);
    if (days < 0) return [];
    const daysBefore = reminderDays.findLast((before) => days <= before);
    if (daysBefore === undefined) return [];
    const key = `${duty.key}@${dueOn}-${daysBefore}`;
    if (sent.has(key)) return [];
    const params = { clause: duty.clause, what: duty.what, days, due: dueOn };
    const sentence = sayDuty(planned ? "duty.reminder.plan" : "duty.reminder", params);
    return [{ key, dutyKey: duty.key, daysBefore, dueOn, sentence }];
  });
}

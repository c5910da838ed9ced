/** When the addressee of a request is reminded: thirty, seven and one day before the day, and the day after it. Pure. */
import type { IsoDate } from "@throughline/domain";
import { addDays } from "./requests.policy.ts";

export const reminderKinds = ["due_in_30", "due_in_7", "due_in_1", "overdue"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const daysBefore: Readonly<Record<ReminderKind, number>> = {
  due_in_30: 30,
  due_in_7: 7,
  due_in_1: 1,
  overdue: -1,
};

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly on: IsoDate;
}

/**
 * Reminders still to come. What would fall on today or before is left out: whoever was asked today need not be reminded.
 *
 * @example planReminders("2026-12-01", "2026-11-20").map((one) => one.on) // ["2026-11-24", "2026-11-30", "2026-12-02"]
 */
export function planReminders(dueOn: IsoDate | null, today: IsoDate): PlannedReminder[] {
  if (dueOn === null) return [];
  return reminderKinds
    .map((kind) => ({ kind, on: addDays(dueOn, -daysBefore[kind]) }))
    .filter((planned) => planned.on > today);
}

/**
 * Whether a reminder still says what is so: a worker that was away for a while sends the last one that is due, and not
 * "in a week" when the day has passed.
 */
export function isCurrent(kind: ReminderKind, dueOn: IsoDate, today: IsoDate): boolean {
  const reached = reminderKinds.filter((one) => addDays(dueOn, -daysBefore[one]) <= today);
  return reached.at(-1) === kind;
}

/** Mail is read in the morning: seven o'clock in UTC. */
export function instantOf(on: IsoDate): Date {
  return new Date(`${on}T07:00:00Z`);
}

/** Until when a link opens: a year after sending, and at least a quarter of a year after the answer is due. */
export function expiryOf(sentOn: IsoDate, dueOn: IsoDate | null): IsoDate {
  const year = addDays(sentOn, 365);
  const afterDue = dueOn === null ? year : addDays(dueOn, 90);
  return afterDue > year ? afterDue : year;
}

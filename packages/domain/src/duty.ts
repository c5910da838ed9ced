/**
 * Duties: what a contract's conditions make due, and when. A duty is computed from its condition and the dates of the
 * contract; what people record of it (performed, achieved, planned, excused) are dated facts beside it.
 */
import { z } from "zod";
import { IsoDate } from "./values.ts";

/** How a duty stands. "Nothing due yet" and "date unknown" are states of their own, never "met". */
export const dutyStates = [
  "met",
  "due",
  "overdue",
  "performed_without_result",
  "on_agreed_plan",
  "not_due_yet",
  "date_unknown",
  "does_not_apply",
] as const;
export const DutyState = z.enum(dutyStates);
export type DutyState = z.infer<typeof DutyState>;

/** What is recorded of a duty. The latest of each kind that is not taken back counts. */
export const DutyEvent = z.strictObject({
  id: z.string(),
  dutyKey: z.string(),
  kind: z.enum(["performed", "achieved", "planned", "excused", "taken_back"]),
  on: IsoDate,
  /** Until when, for `planned`. */
  until: IsoDate.nullable(),
  /** What shows it, or why. */
  note: z.string().max(2000),
  /** Event that is taken back, for `taken_back`. */
  takesBack: z.string().nullable(),
});
export type DutyEvent = z.infer<typeof DutyEvent>;

export const Duty = z.strictObject({
  /** Stable: condition, what is due, which occurrence. */
  key: z.string(),
  conditionId: z.string(),
  clause: z.string(),
  requirement: z.string(),
  /** What is due, in plain words. */
  what: z.string(),
  /** Who has to do it. */
  whose: z.enum(["supplier", "buyer"]),
  /** From which date it counts, and that date; `null` where it is not known. */
  countsFrom: z.enum(["award", "signature", "request", "delivery", "previous"]).nullable(),
  from: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  /** First, second, … occurrence of what recurs; 1 for what is due once. */
  occurrence: z.int().positive(),
  state: DutyState,
  performedOn: IsoDate.nullable(),
  achievedOn: IsoDate.nullable(),
  planUntil: IsoDate.nullable(),
  /** Member or role that looks after it. */
  ownerPersonId: z.string().nullable(),
  ownerRole: z.string().nullable(),
});
export type Duty = z.infer<typeof Duty>;

import {
  addDays,
  type Duty,
  type DutyEvent,
  type DutyState,
  type IsoDate,
} from "@throughline/domain";

/** So many days ahead a duty is *due*; before, it is not due yet. The day of the first reminder. */
export const dueSoonDays = 30;

/** A duty before what was recorded of it is put to it. */
export interface DutyDraft extends Omit<
  Duty,
  "state" | "performedOn" | "achievedOn" | "planUntil"
> {
  /** Doing it is all there is to it: a report handed in, a meeting held. */
  readonly resultIsPerformance: boolean;
  /** What it is without a day: nothing has happened yet that would set one, or the day is not recorded. */
  readonly withoutDay: "not_due_yet" | "date_unknown";
  /** Day of a formal request to the maker, made in time, that performs it. */
  readonly requestedOn: IsoDate | null;
}

/**
 * Events that count on a day: not of the future, and not taken back. A taking back can be taken back, too.
 *
 * @example liveEvents(events, "2026-11-20").filter(({ kind }) => kind === "performed")
 */
export function liveEvents(events: readonly DutyEvent[], today: IsoDate): DutyEvent[] {
  const known = events.filter(({ on }) => on <= today);
  const takenBackBy = Map.groupBy(
    known.filter(({ kind }) => kind === "taken_back"),
    ({ takesBack }) => takesBack,
  );
  const judged = new Map<string, boolean>();
  const stands = (id: string): boolean => {
    const already = judged.get(id);
    if (already !== undefined) return already;
    // Two that take each other back: neither is asked twice.
    judged.set(id, false);
    const answer = !(takenBackBy.get(id) ?? []).some((event) => stands(event.id));
    judged.set(id, answer);
    return answer;
  };
  return known.filter(({ id, kind }) => kind !== "taken_back" && stands(id));
}

/** The latest of a kind; of one day, the one recorded last. */
function latest(events: readonly DutyEvent[], kind: DutyEvent["kind"]): DutyEvent | null {
  let found: DutyEvent | null = null;
  for (const event of events)
    if (event.kind === kind && (found === null || event.on >= found.on)) found = event;
  return found;
}

function stateOf(
  draft: DutyDraft,
  on: { performed: IsoDate | null; achieved: IsoDate | null; plan: IsoDate | null },
  excused: boolean,
  today: IsoDate,
): DutyState {
  if (on.achieved !== null) return "met";
  if (on.performed !== null && draft.resultIsPerformance) return "met";
  if (excused) return "does_not_apply";
  if (on.plan !== null && on.plan >= today) return "on_agreed_plan";
  if (on.performed !== null) return "performed_without_result";
  if (draft.dueOn === null) return draft.withoutDay;
  if (draft.dueOn < today) return "overdue";
  return draft.dueOn <= addDays(today, dueSoonDays) ? "due" : "not_due_yet";
}

/**
 * A duty with what was recorded of it. The result counts over the performance, the performance never stands for a result
 * in somebody else's hands; an agreed plan holds until its last day and no longer. `events`: live ones of this duty.
 */
export function judgeDuty(
  { resultIsPerformance, withoutDay, requestedOn, ...draft }: DutyDraft,
  events: readonly DutyEvent[],
  today: IsoDate,
): Duty {
  const performedOn = latest(events, "performed")?.on ?? requestedOn;
  const achievedOn = latest(events, "achieved")?.on ?? null;
  const planUntil = latest(events, "planned")?.until ?? null;
  const state = stateOf(
    { ...draft, resultIsPerformance, withoutDay, requestedOn },
    { performed: performedOn, achieved: achievedOn, plan: planUntil },
    latest(events, "excused") !== null,
    today,
  );
  return { ...draft, state, performedOn, achievedOn, planUntil };
}

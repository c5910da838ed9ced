/**
 * Agreed: whether every clause can be followed up, by whom and with what time (duty), and whether what the clauses made
 * due was met (result). Follow-up by dialogue counts as much as a number. A duty that was performed without its result
 * does not make the station broken: nobody failed it.
 */
import type { Duty, DutyState, LineFact, Station, StationTruth } from "@throughline/domain";
import { combineTruths } from "./combine-truths.ts";
import { reviewFollowUp, type ClauseFollowUp } from "./follow-up-of-clauses.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeFact } from "./make-fact.ts";
import { earliestOf } from "./reckon-dates.ts";
import { say } from "./say.ts";
import type { SettledDuty } from "./settle-duties.ts";

function dutyOf(review: ClauseFollowUp): StationTruth {
  const { conditions, withoutWay, withoutPerson, withoutHours, byDialogue, notCarried } = review;
  const clauses = conditions.length;
  if (clauses === 0 && notCarried.length === 0)
    return { state: "unknown", sentence: say("agreed.duty.none") };
  if (clauses > 0 && withoutWay.length === clauses && withoutPerson.length === clauses)
    return { state: "broken", sentence: say("agreed.duty.broken", { clauses }) };
  const params = {
    clauses,
    noWay: withoutWay.length,
    noPerson: withoutPerson.length,
    noHours: withoutHours.length,
    lost: notCarried.length,
  };
  if (params.noWay + params.noPerson + params.noHours + params.lost > 0)
    return { state: "partly", sentence: say("agreed.duty.partly", params) };
  const dialogue = byDialogue.length;
  return { state: "whole", sentence: say("agreed.duty.whole", { clauses, dialogue }) };
}

type Counts = Readonly<Record<DutyState, number>>;

function countStates(duties: readonly Duty[]): Counts {
  const counts: Record<DutyState, number> = {
    met: 0,
    due: 0,
    overdue: 0,
    performed_without_result: 0,
    on_agreed_plan: 0,
    not_due_yet: 0,
    date_unknown: 0,
    does_not_apply: 0,
  };
  for (const { state } of duties) counts[state] += 1;
  return counts;
}

function earliest(
  duties: readonly Duty[],
  states: readonly DutyState[],
  dayOf: (duty: Duty) => string | null = (duty) => duty.dueOn,
): string | null {
  return earliestOf(duties.filter(({ state }) => states.includes(state)).map(dayOf));
}

/** Worst first; what is not known never reads as met, and nothing due yet is not met either. */
function resultOf(duties: readonly Duty[] | null, counts: Counts, clauses: number): StationTruth {
  if (clauses === 0) return { state: "unknown", sentence: say("agreed.result.none") };
  if (duties === null || duties.length === 0)
    return { state: "unknown", sentence: say("agreed.result.unseen") };
  const { met, overdue, performed_without_result: performed, on_agreed_plan: plan } = counts;
  if (overdue > 0) {
    const since = earliest(duties, ["overdue"]);
    return { state: "broken", sentence: say("agreed.result.overdue", { overdue, since, met }) };
  }
  if (performed > 0)
    return { state: "partly", sentence: say("agreed.result.performed", { performed, met }) };
  if (plan > 0) {
    const until = earliest(duties, ["on_agreed_plan"], ({ planUntil }) => planUntil);
    return {
      state: "on_agreed_plan",
      sentence: say("agreed.result.on_plan", { plan, until, met }),
    };
  }
  // A clause that names no day at all is no gap in what is known of the contract.
  const undated = duties.filter(
    ({ state, countsFrom }) => state === "date_unknown" && countsFrom !== null,
  ).length;
  if (undated > 0) {
    const sentence = say("agreed.result.undated", { undated, met });
    return { state: met > 0 ? "partly" : "unknown", sentence };
  }
  const next = earliest(duties, ["due", "not_due_yet"]);
  if (met > 0) return { state: "whole", sentence: say("agreed.result.whole", { met, next }) };
  if (counts.does_not_apply === duties.length)
    return { state: "not_applicable", sentence: say("agreed.result.not_applicable") };
  return { state: "unknown", sentence: say("agreed.result.nothing_due", { next }) };
}

/** What a duty's sentence says. */
export function paramsOfDuty(duty: Duty): Record<string, string | null> {
  return {
    clause: duty.clause,
    what: duty.what,
    due: duty.dueOn,
    on: duty.achievedOn ?? duty.performedOn,
    plan: duty.planUntil,
    from: duty.countsFrom === "previous" ? "the one before" : duty.countsFrom,
  };
}

function factsOf(
  known: KnownFacts,
  { conditions }: ClauseFollowUp,
  duties: readonly SettledDuty[],
): LineFact[] {
  const { reference } = known.contract;
  const from = new Map(conditions.map(({ id, inheritedFrom }) => [id, inheritedFrom]));
  const noted = conditions.map((condition) =>
    makeFact({
      sentence: say("fact.condition", {
        clause: condition.clause,
        summary: condition.summary,
        from: condition.inheritedFrom,
        gates: condition.gatesExtension ? 1 : 0,
      }),
      source: condition.inheritedFrom ?? reference,
      refs: [{ kind: "condition", id: condition.id }],
    }),
  );
  const due = duties.map((duty) => {
    const { conditionId, key } = duty;
    return makeFact({
      sentence: say(
        duty.disclosed ? "fact.duty.disclosed" : `fact.duty.${duty.state}`,
        paramsOfDuty(duty),
      ),
      source: from.get(conditionId) ?? reference,
      date: duty.achievedOn ?? duty.performedOn ?? duty.dueOn,
      refs: [
        { kind: "duty", id: key },
        ...(from.has(conditionId) ? [{ kind: "condition", id: conditionId } as const] : []),
      ],
    });
  });
  return [...noted, ...due];
}

/** Computes the station from the clauses and what they made due. */
export function agreedStation(known: KnownFacts, duties: readonly SettledDuty[] | null): Station {
  const review = reviewFollowUp(known);
  const clauses = review.conditions.length;
  const counts = countStates(duties ?? []);
  const duty = dutyOf(review);
  const result = resultOf(duties, counts, clauses);
  const detail = {
    met: counts.met,
    performed: counts.performed_without_result,
    plan: counts.on_agreed_plan,
    due: counts.due,
    later: counts.not_due_yet,
    undated: counts.date_unknown,
  };
  return {
    name: "agreed",
    recorded: true,
    state: combineTruths(duty.state, result.state),
    headline:
      clauses === 0
        ? say("agreed.headline.none")
        : say("agreed.headline", { clauses, overdue: counts.overdue }),
    detail: Object.values(detail).some((count) => count > 0) ? say("agreed.detail", detail) : null,
    duty,
    result,
    facts: factsOf(known, review, duties ?? []),
  };
}

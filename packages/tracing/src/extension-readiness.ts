/**
 * May the contract be extended? Only a gate the contract itself sets makes it a no, and its clause is cited; all
 * else is advice. Where the supplier formally asked the makers in time, their silence does not gate against it.
 */
import type { ExtensionReadiness, LineBreak, Sentence } from "@throughline/domain";
import { isTracingClause, listConditions, type ClauseDuty } from "./clause-duties.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { say } from "./say.ts";

function reviewGate(duty: ClauseDuty): { gate: Sentence } | { advice: Sentence } | null {
  const { condition, brand, dueOn, lastOn } = duty;
  const params = {
    clause: condition.clause,
    brand,
    due: dueOn,
    last: lastOn,
    months: condition.refreshEveryMonths,
  };
  const lacking = duty.overdue || duty.last === null;
  if (!lacking) return dueOn === null ? null : { advice: say("readiness.advice.upcoming", params) };
  if (duty.askedInTime !== null) {
    const { addressee, sentOn: sent } = duty.askedInTime;
    return {
      advice: say("readiness.advice.excused", {
        ...params,
        brand: brand ?? "what is bought",
        addressee,
        sent,
      }),
    };
  }
  if (!condition.gatesExtension) {
    if (duty.overdue) return { advice: say("readiness.advice.overdue", params) };
    return dueOn === null ? null : { advice: say("readiness.advice.upcoming", params) };
  }
  if (duty.last !== null) return { gate: say("readiness.gate.overdue", params) };
  // Not there yet and not due yet: nothing the contract asks for today is missing.
  if (dueOn !== null && !duty.overdue) return { advice: say("readiness.advice.upcoming", params) };
  return { gate: say("readiness.gate.never", params) };
}

/** Decides readiness; `not_applicable` when there is no extension to decide on any more. */
export function assessExtension(
  known: KnownFacts,
  duties: readonly ClauseDuty[],
  breaks: readonly LineBreak[],
): ExtensionReadiness {
  const last = known.contract.extensionDecisionOn;
  if (last === null)
    return { ready: "not_applicable", sentence: say("readiness.none"), gates: [], advice: [] };
  if (last < known.asOf)
    return {
      ready: "not_applicable",
      sentence: say("readiness.past", { on: last }),
      gates: [],
      advice: [],
    };

  const gates: Sentence[] = [];
  const advice: Sentence[] = [];
  for (const duty of duties) {
    const review = reviewGate(duty);
    if (review === null) continue;
    if ("gate" in review) gates.push(review.gate);
    else advice.push(review.advice);
  }
  for (const condition of listConditions(known)) {
    if (!condition.gatesExtension || isTracingClause(condition)) continue;
    // Unknown is never whole: a gate nobody can see to be met stands.
    gates.push(
      say("readiness.gate.unseen", { clause: condition.clause, summary: condition.summary }),
    );
  }
  // Refreshes are spoken of above, clause by clause.
  for (const one of breaks)
    if (one.severity !== "minor" && one.action.kind !== "ask_refresh") advice.push(one.sentence);
  return {
    ready: gates.length > 0 ? "no" : "yes",
    sentence:
      gates.length > 0
        ? say("readiness.no", { gates: gates.length })
        : advice.length > 0
          ? say("readiness.yes_advice", { advice: advice.length })
          : say("readiness.yes"),
    gates,
    advice,
  };
}

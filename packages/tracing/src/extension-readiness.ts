/**
 * May the contract be extended? Only a gate the contract itself sets makes it a no, and its clause is cited; all
 * else is advice. Where the supplier formally asked the makers in time, their silence does not gate against it.
 */
import type {
  ContractCondition,
  ExtensionReadiness,
  LineBreak,
  Sentence,
} from "@throughline/domain";
import { paramsOfDuty } from "./agreed-station.ts";
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

/** How a gate of another kind stands, by what its clause made due. Unknown is never whole: one nobody can see to be met stands. */
function reviewDuties(
  known: KnownFacts,
  { id, clause, summary }: ContractCondition,
): { readonly gates: Sentence[]; readonly advice: Sentence[] } {
  const duties = (known.duties ?? []).filter(({ conditionId }) => conditionId === id);
  const overdue = duties.filter(({ state }) => state === "overdue");
  if (overdue.length > 0)
    return {
      gates: overdue.map((duty) => say("readiness.gate.duty", paramsOfDuty(duty))),
      advice: [],
    };
  const planned = duties.filter(({ state }) => state === "on_agreed_plan");
  const settled = duties.some(({ state }) => state === "met" || state === "does_not_apply");
  const unclear = duties.some(
    ({ state }) => state === "date_unknown" || state === "performed_without_result",
  );
  if (unclear || (!settled && planned.length === 0))
    return { gates: [say("readiness.gate.unseen", { clause, summary })], advice: [] };
  return {
    gates: [],
    advice: planned.map((duty) => say("readiness.advice.plan", paramsOfDuty(duty))),
  };
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
    const review = reviewDuties(known, condition);
    gates.push(...review.gates);
    advice.push(...review.advice);
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

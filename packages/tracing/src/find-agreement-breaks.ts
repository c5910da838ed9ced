/** Breaks in asking and agreeing: mismatches of the tender, clauses nobody can follow up, duties overdue. */
import type { ContractCondition, FactRef, LineBreak } from "@throughline/domain";
import { paramsOfDuty } from "./agreed-station.ts";
import { isTracingClause, type ClauseDuty } from "./clause-duties.ts";
import { nameAddressee } from "./find-answer-breaks.ts";
import { reviewFollowUp } from "./follow-up-of-clauses.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeBreak, type BreakDraft, type RankedBreak } from "./make-break.ts";
import { listNames, say } from "./say.ts";
import type { SettledDuty } from "./settle-duties.ts";

function findMismatches(known: KnownFacts): BreakDraft[] {
  const { tender } = known;
  if (tender === null) return [];
  const { reference, publishedOn, deadlineOn } = tender;
  const published = publishedOn === null ? 0 : 1;
  return tender.mismatches
    .filter(({ letStand, severity }) => letStand === null && severity !== "advice")
    .map(({ key, severity, sentence }): BreakDraft => ({
      station: "asked",
      severity: severity === "blocking" ? "serious" : "minor",
      rank: severity === "blocking" ? 4 : 7,
      sentence: say("break.mismatch", { reference, said: sentence.text }),
      dueOn: published === 0 ? deadlineOn : null,
      key,
      refs: [{ kind: "procurement", id: tender.id }],
      action: {
        kind: "align_tender",
        sentence: say("action.mismatch", { reference, published }),
        why: say("why.mismatch", { published }),
      },
    }));
}

const refsOf = (conditions: readonly ContractCondition[]): FactRef[] =>
  conditions.map(({ id }) => ({ kind: "condition", id }));

/** What clauses lack, one break for all that lack the same: that is what a person mends at once. */
function findLacks(known: KnownFacts): BreakDraft[] {
  const { conditions, withoutWay, withoutPerson, withoutHours, notCarried } = reviewFollowUp(known);
  const about = (
    lacking: readonly ContractCondition[],
    what: "no_way" | "no_person" | "no_hours",
    kind: BreakDraft["action"]["kind"],
  ): BreakDraft[] => {
    if (lacking.length === 0) return [];
    const names = listNames([...new Set(lacking.map(({ clause }) => clause))]);
    const params = { clauses: lacking.length, places: names.list, more: names.more };
    return [
      {
        station: "agreed",
        severity: "minor",
        rank: 8,
        sentence: say(`break.${what}`, params),
        dueOn: null,
        refs: refsOf(lacking),
        action: {
          kind,
          sentence: say(`action.${what}`, params),
          why: say(what === "no_person" ? "why.nobody" : `why.${what}`),
        },
      },
    ];
  };
  const { followUp } = known.contract;
  const nobody = followUp === null && withoutPerson.length === conditions.length;
  return [
    ...about(withoutWay, "no_way", "edit_conditions"),
    // Where nobody follows up anything, that is said once, of the contract.
    ...(nobody ? [] : about(withoutPerson, "no_person", "edit_conditions")),
    ...(nobody ? [] : about(withoutHours, "no_hours", "assign_follow_up")),
    ...(nobody ? [nobodyFollowsUp(known)] : []),
    ...notCarried.map(({ id, place, title }): BreakDraft => ({
      station: "agreed",
      severity: "serious",
      rank: 4,
      sentence: say("break.not_carried", {
        place,
        title,
        reference: known.tender?.reference ?? "",
      }),
      dueOn: null,
      key: id,
      refs: [{ kind: "procurement", id: known.tender?.id ?? "" }],
      action: {
        kind: "edit_conditions",
        sentence: say("action.not_carried"),
        why: say("why.not_carried"),
      },
    })),
  ];
}

function nobodyFollowsUp(known: KnownFacts): BreakDraft {
  return {
    station: "agreed",
    severity: "minor",
    rank: 8,
    sentence: say("break.nobody"),
    dueOn: null,
    refs: [{ kind: "contract", id: known.contract.id }],
    action: { kind: "assign_follow_up", sentence: say("action.nobody"), why: say("why.nobody") },
  };
}

function breakOfDuty(known: KnownFacts, duty: SettledDuty): BreakDraft | null {
  const condition = known.contract.conditions.find(({ id }) => id === duty.conditionId);
  const base: Pick<BreakDraft, "station" | "rank" | "dueOn" | "key" | "refs"> = {
    station: "agreed",
    rank: 3,
    dueOn: duty.dueOn,
    key: duty.key,
    refs: [{ kind: "duty", id: duty.key }, ...(condition === undefined ? [] : refsOf([condition]))],
  };
  const addressee = nameAddressee(known, null);
  const params = { ...paramsOfDuty(duty), addressee };
  if (duty.state === "overdue") {
    const own = duty.whose === "buyer";
    return {
      ...base,
      severity: own ? "minor" : "serious",
      sentence: say("break.duty_overdue", params),
      action: {
        kind: "record_duty",
        sentence: say(own ? "action.duty_overdue_own" : "action.duty_overdue", params),
        why: say(own ? "why.duty_overdue_own" : "why.duty_overdue", params),
      },
    };
  }
  if (duty.state !== "performed_without_result") return null;
  const severity: LineBreak["severity"] = "minor";
  if (duty.disclosed)
    return {
      ...base,
      severity,
      sentence: say("break.duty_disclosed", params),
      action: {
        kind: "record_duty",
        sentence: say("action.duty_disclosed", params),
        why: say("why.duty_disclosed"),
      },
    };
  const whose = duty.whose === "buyer" ? "we" : addressee;
  return {
    ...base,
    severity,
    sentence: say("break.duty_without_result", { ...params, whose }),
    action: {
      kind: "record_duty",
      sentence: say("action.duty_without_result", params),
      why: say("why.duty_without_result"),
    },
  };
}

/** What is said of a clause on sites where it is traced is not said a second time of its duty. */
function saidElsewhere(known: KnownFacts, duties: readonly ClauseDuty[]): ReadonlySet<string> {
  const open = duties.filter(({ overdue, last }) => overdue || last === null);
  const ids = new Set(open.map(({ condition }) => condition.id));
  return new Set(
    known.contract.conditions
      .filter((condition) => isTracingClause(condition) && ids.has(condition.id))
      .map(({ id }) => id),
  );
}

/** Finds what is broken at Asked and Agreed. */
export function findAgreementBreaks(
  known: KnownFacts,
  clauseDuties: readonly ClauseDuty[],
  duties: readonly SettledDuty[] | null,
): RankedBreak[] {
  const elsewhere = saidElsewhere(known, clauseDuties);
  const ofDuties = (duties ?? [])
    .filter(({ conditionId }) => !elsewhere.has(conditionId))
    .flatMap((duty) => breakOfDuty(known, duty) ?? []);
  return [...findMismatches(known), ...findLacks(known), ...ofDuties].map((draft) =>
    makeBreak(known, draft),
  );
}

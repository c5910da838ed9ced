/** Whether each clause can be followed up at all: a way (indicator, evidence or dialogue), a person, hours. */
import type { ContractCondition, TenderFact } from "@throughline/domain";
import { listConditions } from "./clause-duties.ts";
import type { KnownFacts } from "./gather-known-facts.ts";

/** The clauses and what each lacks. A person or hours said for the contract count for every clause that names none. */
export interface ClauseFollowUp {
  readonly conditions: readonly ContractCondition[];
  readonly withoutWay: readonly ContractCondition[];
  readonly withoutPerson: readonly ContractCondition[];
  readonly withoutHours: readonly ContractCondition[];
  /** Followed up by dialogue and nothing else. */
  readonly byDialogue: readonly ContractCondition[];
  /** Clauses of the tender whose requirement stands in no clause of the contract. */
  readonly notCarried: readonly TenderFact["instances"][number][];
}

function notCarried(known: KnownFacts): TenderFact["instances"][number][] {
  // Before the award there is no contract that could carry anything.
  if (known.tender === null || known.tender.awardedOn === null) return [];
  const agreed = new Set(known.contract.conditions.map(({ requirement }) => requirement));
  return known.tender.instances.filter(
    ({ role, requirement }) =>
      role === "clause" && requirement !== null && !agreed.has(requirement),
  );
}

/** Reviews the contract's clauses, its framework's among them. */
export function reviewFollowUp(known: KnownFacts): ClauseFollowUp {
  const conditions = listConditions(known);
  const { followUp: whole } = known.contract;
  const lacking = (has: (condition: ContractCondition) => boolean): ContractCondition[] =>
    conditions.filter((condition) => !has(condition));
  return {
    conditions,
    withoutWay: lacking(({ followUp }) => {
      if (followUp === null || followUp === undefined) return false;
      return followUp.ways.length + followUp.kpis.length + followUp.evidenceTypes.length > 0;
    }),
    withoutPerson: lacking(
      ({ followUp }) =>
        whole !== null ||
        (followUp?.personId ?? null) !== null ||
        (followUp?.role ?? null) !== null,
    ),
    withoutHours: lacking(
      ({ followUp }) => (followUp?.hoursPerMonth ?? 0) > 0 || (whole?.hoursPerMonth ?? 0) > 0,
    ),
    byDialogue: conditions.filter(
      ({ followUp }) => followUp?.ways.length === 1 && followUp.ways[0] === "dialogue",
    ),
    notCarried: notCarried(known),
  };
}

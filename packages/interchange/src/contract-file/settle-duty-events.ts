/** What a contract file records of duties, in the vocabulary of the domain. */
import type { ContractCondition, DutyEvent } from "@throughline/domain";
import type { ContractFile } from "./contract-file.ts";

/** An event with the clause's condition and its place in the file. */
export interface SettledDutyEvent {
  readonly event: DutyEvent;
  readonly conditionId: string;
  /** JSON pointer. */
  readonly path: string;
}

/**
 * Puts to each event the key of its duty. The contract's own clause comes before one of the framework with the same number.
 *
 * @example settleDutyEvents(file, conditions)[0]?.event.dutyKey // "condition-1:first:1"
 */
export function settleDutyEvents(
  file: Pick<ContractFile, "dutyEvents">,
  conditions: readonly Pick<ContractCondition, "id" | "clause" | "inheritedFrom">[],
): SettledDutyEvent[] {
  return file.dutyEvents.flatMap((one, at) => {
    const named = conditions.filter(({ clause }) => clause === one.clause);
    const condition = named.find(({ inheritedFrom }) => inheritedFrom === null) ?? named[0];
    if (condition === undefined) return [];
    const { kind, on, note, part, occurrence } = one;
    const event: DutyEvent = {
      id: `duty-event-${at + 1}`,
      dutyKey: `${condition.id}:${part}:${occurrence}`,
      kind,
      on,
      until: one.until ?? null,
      note,
      takesBack: null,
    };
    return [{ event, conditionId: condition.id, path: `/dutyEvents/${at}` }];
  });
}

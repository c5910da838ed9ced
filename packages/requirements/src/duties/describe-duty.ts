import type { Duty, Sentence } from "@throughline/domain";
import { sayDuty } from "./duty-texts.ts";

/**
 * How a duty stands, in a sentence a contract manager would say.
 *
 * @example describeDuty(duty).text // "Clause 14.2, Name the sites …: was due on 3 March 2026 and has not come."
 */
export function describeDuty(duty: Duty): Sentence {
  const from = duty.countsFrom === "previous" ? "the one before" : duty.countsFrom;
  return sayDuty(`duty.${duty.state}`, {
    clause: duty.clause,
    what: duty.what,
    due: duty.dueOn,
    on: duty.achievedOn ?? duty.performedOn,
    plan: duty.planUntil,
    from,
  });
}

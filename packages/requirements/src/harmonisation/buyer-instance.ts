import type { ParameterValues, RequirementKey, RequirementRole } from "@throughline/domain";

/**
 * What one buyer that takes part gave to the group: how it asks a requirement. A copy it chose to give, nothing joined
 * to anything else of the buyer's.
 */
export interface BuyerInstance {
  /** Name or id of the buyer, as it is to be shown. */
  readonly buyer: string;
  readonly requirement: RequirementKey;
  readonly role: RequirementRole;
  /** What it asks today; `null` where the buyer does not ask this requirement. */
  readonly values: ParameterValues | null;
  /**
   * The least it would agree to, with its reason. It is whole: what the floor does not name, the buyer can do without.
   * `null`: what it asks today is its floor, so it never moves down.
   */
  readonly floor: { readonly values: ParameterValues; readonly reason: string } | null;
  /** Resellers that answer this buyer; empty: nobody said. */
  readonly resellers: readonly string[];
  /** Verification schemes it asks suppliers to take part in, by name. */
  readonly schemes?: readonly string[];
  /** How much it counts when movement is summed and shares are reckoned; more than 0. One buyer, one voice: 1. */
  readonly weight: number;
}

/** A buyer instance that asks the requirement. */
export type AskingInstance = BuyerInstance & { readonly values: ParameterValues };

/** Whether the buyer asks the requirement at all. */
export function asksRequirement(instance: BuyerInstance): instance is AskingInstance {
  return instance.values !== null;
}

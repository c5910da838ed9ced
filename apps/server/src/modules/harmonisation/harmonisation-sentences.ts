/** English sentences about a group that no engine makes. */
import type { ParameterValues, Requirement, Sentence } from "@throughline/domain";
import { sayIn, type Diversity } from "@throughline/requirements";
import { sayValues } from "../requirements/index.ts";

export const sayHarmonisation = sayIn({
  "shared.not_asked": "It does not ask this.",
  "diversity.none": "Nobody asks it.",
  "diversity.one": "All {instances:instances} ask the same.",
  "diversity.several":
    "{instances:instances} in {variants:variants}: as if there were {effective} different requirements.",
  "matrix.asks_nothing": "asks nothing",
  "core.left_out": "Told to the buyers of the group.",
  "take.reason": "Taken from the proposal of “{group}” of {on:date}.",
  "candidate.library": "Our library",
  "candidate.policy": "Policy: {title}",
  "candidate.procurement": "Procurement: {title}",
  "candidate.contract": "Contract: {title}",
  "recognised.note":
    "{by} followed this up with {supplier} on {on:date} ({method}): {result}. We recognised it.",
  "recognised.taken_back": "The decision that this counts was taken back.",
});

/** What is asked, or that nothing is. */
export function sayAsked(
  requirement: Requirement | undefined,
  values: ParameterValues | null,
): Sentence {
  return values === null
    ? sayHarmonisation("shared.not_asked", {})
    : sayValues(requirement, values);
}

/** Diversity with its reading. */
export function readDiversity({ instances, variants, effective }: Diversity): {
  instances: number;
  variants: number;
  effective: number | null;
  says: Sentence;
} {
  const code =
    effective === null ? "diversity.none" : variants === 1 ? "diversity.one" : "diversity.several";
  const rounded = effective === null ? null : Math.round(effective * 10) / 10;
  return {
    instances,
    variants,
    effective,
    says: sayHarmonisation(code, { instances, variants, effective: rounded }),
  };
}

/** Says in words how much one compared field weighs. Weights are natural logarithms of odds; 0 says nothing. */
import type { TextKey } from "../../texts/t.ts";

/** Odds of about 1.3, 4 and 10 to one part "slightly", plainly and "strongly". */
export function sayWeight(field: string, weight: number): TextKey {
  if (field === "rule") return "matches.weight.rule";
  const strength = Math.abs(weight);
  if (strength < 0.25) return "matches.weight.nothing";
  if (strength < 1.4)
    return weight > 0 ? "matches.weight.slightFor" : "matches.weight.slightAgainst";
  if (strength < 2.3) return weight > 0 ? "matches.weight.for" : "matches.weight.against";
  return weight > 0 ? "matches.weight.strongFor" : "matches.weight.strongAgainst";
}

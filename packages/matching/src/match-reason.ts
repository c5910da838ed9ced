import type { ComparisonInWords, PairExplanation } from "./engine/site-to-match.ts";

/** One reason why a place is, or may be, a site: a comparison of the engine, or a rule (0 bits) that comes before it. */
export type MatchReason = ComparisonInWords;

/** Name under which the starting point stands among the reasons, so that all bits sum to the score. */
export const startingPoint = "starting point";
/** Name under which a rule stands among the reasons. */
export const rule = "rule";

/** The engine's explanation as reasons that sum to its score. */
export function reasonsOf({ priorBits, comparisons }: PairExplanation): readonly MatchReason[] {
  return [
    {
      comparison: startingPoint,
      level: "two records that share rare words or numbers",
      bits: priorBits,
      agreed: [],
      differed: [],
    },
    ...comparisons,
  ];
}

/** A rule as a reason. */
export function ruleReason(words: string): MatchReason {
  return { comparison: rule, level: words, bits: 0, agreed: [], differed: [] };
}

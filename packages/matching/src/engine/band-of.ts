import type { MatchBand } from "@throughline/domain";
import type { BandThresholds } from "./site-to-match.ts";

/** Chosen before anything was scored: 19 to 1 for *same*, 1 to 4 for *review*. One pair for all site data. */
export const defaultBands: BandThresholds = { same: 0.95, review: 0.2 };

/** The band of a probability. */
export function bandOf(probability: number, thresholds: BandThresholds): MatchBand {
  return probability >= thresholds.same
    ? "same"
    : probability >= thresholds.review
      ? "review"
      : "new";
}

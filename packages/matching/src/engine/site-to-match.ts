import type { MatchBand } from "@throughline/domain";

/** A site as the engine takes it. Unknown is left out or `null`, never an empty guess. */
export interface SiteToMatch {
  readonly id: string;
  /** In any script. */
  readonly name: string;
  /** Other names: in its own script, before it was renamed, of its parent where that is used for the site. */
  readonly aliases?: readonly string[] | null;
  readonly address?: string | null;
  readonly locality?: string | null;
  readonly postalCode?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** Degrees, WGS 84. */
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  /** How far off the coordinates may be, in metres; 1,000 where nothing is said. */
  readonly coordinateMetres?: number | null;
  readonly phone?: string | null;
  /** Scheme and value: `{ os_id: "CN2019…", lei: "…" }`. Equal or different values of one scheme tell. */
  readonly identifiers?: Readonly<Record<string, string | null | undefined>> | null;
  readonly parent?: string | null;
}

/** One comparison of two records, its level and what it weighs. */
export interface ComparisonInWords {
  readonly comparison: string;
  /** The level met, in words: "all words agree", "different house numbers". */
  readonly level: string;
  /** Bits: above 0 speaks for the same site. All of them and the prior sum to the score. */
  readonly bits: number;
  /** What agreed and what differed, as words. */
  readonly agreed: readonly string[];
  readonly differed: readonly string[];
}

/** How two records compare. `score` is in bits; probability = 1 / (1 + 2^−score). */
export interface PairExplanation {
  readonly probability: number;
  readonly band: MatchBand;
  readonly score: number;
  readonly priorBits: number;
  readonly comparisons: readonly ComparisonInWords[];
}

/** A candidate and how likely it is the record's site. */
export interface CandidateMatch {
  readonly id: string;
  readonly probability: number;
  readonly band: MatchBand;
}

/** From which probability a pair is `same`, and from which it is for `review`; 0..1. */
export interface BandThresholds {
  readonly same: number;
  readonly review: number;
}

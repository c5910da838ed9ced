import type { MatchBand } from "@throughline/domain";

/** A site as it is matched. Unknown is `null`, never an empty guess. */
export interface SiteRecord {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly osId?: string | null;
}

/** How one field compares. `weight` is in natural log-odds: above 0 speaks for the same site, below 0 against. */
export interface FieldComparison {
  readonly field:
    | "os_id"
    | "country"
    | "name"
    | "unit_number"
    | "address"
    | "house_number"
    | "postal_code"
    | "rule";
  readonly outcome: "agree" | "similar" | "differ" | "missing";
  readonly weight: number;
  /** A sentence a person reads. */
  readonly words: string;
}

/** How two records compare: probability that they are one site, its band, and why. */
export interface SiteComparison {
  readonly probability: number;
  readonly band: MatchBand;
  readonly explanation: readonly FieldComparison[];
}

/** One candidate that is the same site or worth a person's look. */
export interface MatchResult extends SiteComparison {
  readonly candidateId: string;
}

/** From which probability on a pair is `same`, and from which it is offered for `review`; 0..1, `review <= same`. */
export interface MatchThresholds {
  readonly same: number;
  readonly review: number;
}

/** What any engine offers that finds sites again; the one here is the first, a better one replaces it behind this. */
export interface SiteMatcher {
  /** Name and version, kept with every decision made on its advice. */
  readonly engine: string;
  /** Candidates that are `same` or `review`, likeliest first; an empty list means the record is new. */
  match(record: SiteRecord, candidates: readonly SiteRecord[]): readonly MatchResult[];
}

/** Decisions about sites that need no database: what a person's decision on a pair may change. */

/** What a decision on a review pair means, given the one that stands. */
export type ReviewOutcome =
  | { readonly kind: "record" }
  | { readonly kind: "take_back" }
  | { readonly kind: "nothing_to_do" }
  | { readonly kind: "refused"; readonly code: "verdict_already_given" };

type Decision = "same" | "different" | "unsure" | null;

/** A decided pair is not decided over: it is taken back first. "Unsure" may become a decision at any time. */
export function decideReviewOutcome(standing: Decision, wanted: Decision): ReviewOutcome {
  if (standing === wanted) return { kind: "nothing_to_do" };
  if (wanted === null) return { kind: "take_back" };
  if (standing === null || standing === "unsure") return { kind: "record" };
  return { kind: "refused", code: "verdict_already_given" };
}

/** Decisions of screening: what several lists say together, and what a verdict may follow on. */
import type { ScreeningVerdict } from "@throughline/domain";

export type ScreeningSummary = "hit" | "no_hit_on_partial_list" | "no_hit" | "not_screened";

/**
 * What the newest screenings of a site say together. A hit stands until a person calls it the wrong entity; one partial
 * list among those searched makes the whole "no hit on a partial list"; nothing searched is "not screened".
 */
export function summarise(
  newest: readonly { readonly status: string; readonly partial: boolean }[],
  standingHits: number,
): ScreeningSummary {
  if (standingHits > 0) return "hit";
  if (newest.length === 0) return "not_screened";
  return newest.some(({ partial }) => partial) ? "no_hit_on_partial_list" : "no_hit";
}

export type VerdictOutcome =
  | { readonly kind: "record" }
  | { readonly kind: "take_back" }
  | { readonly kind: "nothing_to_do" }
  | { readonly kind: "refused"; readonly code: "verdict_already_given" }
  | { readonly kind: "refused"; readonly code: "input_invalid"; readonly message: string };

/**
 * Whether a verdict may be given. One that stands is taken back before another is given; calling a measure the wrong
 * entity silences it for good, so it needs its reason.
 */
export function decideVerdict(
  standing: { readonly verdict: ScreeningVerdict; readonly by: string | null },
  wanted: {
    readonly verdict: ScreeningVerdict;
    readonly by: string;
    readonly reason: string | null;
  },
): VerdictOutcome {
  if (wanted.verdict === "waiting")
    return { kind: standing.verdict === "waiting" ? "nothing_to_do" : "take_back" };
  if (standing.verdict !== "waiting") {
    return standing.verdict === wanted.verdict && standing.by === wanted.by
      ? { kind: "nothing_to_do" }
      : { kind: "refused", code: "verdict_already_given" };
  }
  if (wanted.verdict === "wrong_entity" && (wanted.reason ?? "") === "")
    return {
      kind: "refused",
      code: "input_invalid",
      message: "Say why this is another entity: the hit will not be raised again.",
    };
  return { kind: "record" };
}

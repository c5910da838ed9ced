import type { LineState } from "@throughline/domain";

/** Class of the piece of line between two stations; where either is unknown, so is what lies between. */
export function pieceBetween(before: LineState, state: LineState): string {
  if (state === "broken") return `line-piece is-gap${before === "unknown" ? " after-unknown" : ""}`;
  if (state === "unknown" || before === "unknown") return "line-piece is-dotted";
  if (state === "on_agreed_plan") return "line-piece is-plan";
  return state === "not_applicable" ? "line-piece is-none" : "line-piece";
}

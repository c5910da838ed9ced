/** Joins the two truths of a station into its state. A broken truth shows; unknown is never whole. */
import type { LineState } from "@throughline/domain";

/**
 * @example combineTruths("whole", "broken") // "broken": a brand's silence shows although the duty was performed
 * @example combineTruths("whole", "unknown") // "unknown"
 */
export function combineTruths(duty: LineState, result: LineState): LineState {
  if (result === "not_applicable") return duty;
  if (duty === "not_applicable") return result;
  if (duty === "broken" || result === "broken") return "broken";
  if (result === "unknown") return "unknown";
  if (duty === "whole" && result === "whole") return "whole";
  if (duty === "on_agreed_plan" || result === "on_agreed_plan") return "on_agreed_plan";
  return "partly";
}

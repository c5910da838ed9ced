/**
 * Which values of a requirement make something due, and when. By the name of the parameter, so that a requirement an
 * organisation adds itself gets its duties the same way: `due_days` with `due_from`, `refresh_months`, `per_year`, …
 */
import type { ParameterValues } from "@throughline/domain";

/** Days that run only once something happened: how it is said, by parameter. */
export const onEvent: Readonly<
  Record<string, { readonly what: "change" | "plan" | "fix" | "agree"; readonly grade?: string }>
> = {
  on_change_days: { what: "change" },
  plan_days: { what: "plan" },
  fix_days_critical: { what: "fix", grade: "critical" },
  fix_days_major: { what: "fix", grade: "major" },
  fix_days_minor: { what: "fix", grade: "minor" },
  agreed_days: { what: "agree" },
};

/** Reports and the like that come at a fixed rhythm from the start of the contract, in months. */
export const rhythms = ["every_months", "report_months"] as const;

/** What lies behind a trigger of the library, in words; `award` is a date of the contract and not in here. */
export const events: Readonly<Record<string, string>> = {
  breach: "evidence of a breach",
  ohs_breach: "evidence of a breach of health and safety",
};

/** What days count from where the requirement itself says so and has no parameter for it. */
export const fixedStart: Readonly<Record<string, "request" | { readonly event: string }>> = {
  respond_query: "request",
  report_severe: { event: "learning of it" },
};

/** Days the supplier has, whatever they count from. */
export interface DueTime {
  readonly count: number;
  readonly unit: "days" | "working_days";
}

/** A number above nothing, or `null` where none is given. */
export function numberOf(values: ParameterValues, key: string): number | null {
  const value = values[key];
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}

/** @example dueTimeOf({ due_working_days: 10 }) // { count: 10, unit: "working_days" } */
export function dueTimeOf(values: ParameterValues): DueTime | null {
  const workdays = numberOf(values, "due_working_days");
  if (workdays !== null) return { count: Math.ceil(workdays), unit: "working_days" };
  const days = numberOf(values, "due_days");
  return days === null ? null : { count: Math.ceil(days), unit: "days" };
}

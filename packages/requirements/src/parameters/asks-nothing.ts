import type { ParameterType, ParameterValue } from "@throughline/domain";

/**
 * Whether a value leaves its parameter open: not given, the end of a flag that asks nothing, an empty set, an empty text.
 *
 * @example asksNothing({ kind: "flag", stricter: "yes" }, false) // true
 */
export function asksNothing(type: ParameterType, value: ParameterValue | undefined): boolean {
  if (value === undefined) return true;
  if (type.kind === "flag") return type.stricter !== "none" && value === (type.stricter === "no");
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "string" && value.trim() === "";
}

/** Words that people type are the same in any case and spacing; options of the library are codes and stand as they are. */
export function foldTypedWord(word: string): string {
  return word.trim().replace(/\s+/g, " ").toLowerCase();
}

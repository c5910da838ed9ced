import type { ParameterType, ParameterValue, StrictnessRelation } from "@throughline/domain";
import { asksNothing, foldTypedWord } from "./asks-nothing.ts";
import { isAtLeastOption } from "./option-order.ts";

/** How one value stands to another; the first is the subject: "a is stricter than b". */
export type ValueRelation = Exclude<StrictnessRelation, "missing">;

type SetType = Extract<ParameterType, { kind: "set" }>;

function relate(aAtLeast: boolean, bAtLeast: boolean): ValueRelation {
  if (aAtLeast) return bAtLeast ? "equal" : "stricter";
  return bAtLeast ? "weaker" : "incomparable";
}

function sameOrIncomparable(same: boolean): ValueRelation {
  return same ? "equal" : "incomparable";
}

/** The members of a set value as they are compared. */
export function membersOf(type: SetType, value: readonly string[]): Set<string> {
  return new Set(type.options === null ? value.map(foldTypedWord) : value);
}

function holdsAll(type: SetType, whole: readonly string[], part: readonly string[]): boolean {
  // Lists of codes are short: looking through one is quicker than making a set of it.
  if (type.options !== null && whole.length <= 16)
    return part.every((word) => whole.includes(word));
  const members = membersOf(type, whole);
  for (const word of membersOf(type, part)) if (!members.has(word)) return false;
  return true;
}

/**
 * Compares two values of one parameter. `a` is stricter than `b` exactly where whatever meets `a` meets `b` too, and not the
 * other way round; a value that is not given asks nothing. Values of the wrong kind are equal or incomparable: nobody
 * can say more of them, and what nobody can order is never called weaker.
 *
 * @example
 * compareValue({ kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 }, 10, 28); // "stricter"
 */
export function compareValue(
  type: ParameterType,
  a: ParameterValue | undefined,
  b: ParameterValue | undefined,
): ValueRelation {
  if (a === b) return "equal";
  const aOpen = asksNothing(type, a);
  const bOpen = asksNothing(type, b);
  if (a === undefined || b === undefined || aOpen || bOpen) return relate(bOpen, aOpen);
  switch (type.kind) {
    case "number":
      if (typeof a !== "number" || typeof b !== "number") break;
      if (type.stricter === "none") return sameOrIncomparable(a === b);
      return type.stricter === "lower" ? relate(a <= b, b <= a) : relate(a >= b, b >= a);
    case "choice":
      if (typeof a !== "string" || typeof b !== "string") break;
      return relate(isAtLeastOption(type, a, b), isAtLeastOption(type, b, a));
    case "set": {
      if (!Array.isArray(a) || !Array.isArray(b)) break;
      const aHoldsB = holdsAll(type, a, b);
      const bHoldsA = holdsAll(type, b, a);
      if (type.stricter === "none") return sameOrIncomparable(aHoldsB && bHoldsA);
      return type.stricter === "more" ? relate(aHoldsB, bHoldsA) : relate(bHoldsA, aHoldsB);
    }
    case "flag":
      // Both are given and neither asks nothing: the same, or yes and no of which neither asks more.
      return sameOrIncomparable(a === b);
    case "text":
      if (typeof a !== "string" || typeof b !== "string") break;
      return sameOrIncomparable(foldTypedWord(a) === foldTypedWord(b));
  }
  return sameOrIncomparable(JSON.stringify(a) === JSON.stringify(b));
}

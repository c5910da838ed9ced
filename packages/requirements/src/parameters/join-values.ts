import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
} from "@throughline/domain";
import { asksNothing } from "./asks-nothing.ts";
import { compareValue, membersOf } from "./compare-value.ts";
import { valueOf } from "./compare-values.ts";
import { isAtLeastOption } from "./option-order.ts";

/** What several sets of values come to when each is to be met. */
export interface StrictestValues {
  /** The weakest values at least as strict as each; parameters named in `incomparable` are left out. */
  readonly values: ParameterValues;
  /** Parameters for which no single value is as strict as each: people choose. */
  readonly incomparable: readonly string[];
}

/** Values that none of the others is stricter than, each once, in the order given. */
export function maximalValues(
  type: ParameterType,
  values: readonly ParameterValue[],
): ParameterValue[] {
  return values.filter(
    (value, at) =>
      !values.some((other, place) => {
        const relation = compareValue(type, other, value);
        return relation === "stricter" || (relation === "equal" && place < at);
      }),
  );
}

/** Members common to all, in the words of the first. */
function intersect(
  type: Extract<ParameterType, { kind: "set" }>,
  sets: readonly (readonly string[])[],
): string[] {
  const members = sets.map((set) => membersOf(type, set));
  return uniteSets(type, sets).filter((word) =>
    members.every((set) => [...membersOf(type, [word])].every((one) => set.has(one))),
  );
}

function uniteSets(
  type: Extract<ParameterType, { kind: "set" }>,
  sets: readonly (readonly string[])[],
): string[] {
  const words = new Map<string, string>();
  for (const word of sets.flat()) {
    const [folded = word] = membersOf(type, [word]);
    if (!words.has(folded)) words.set(folded, word);
  }
  if (type.options === null) return [...words.values()];
  const place = new Map(type.options.map(({ key }, at) => [key, at]));
  return [...words.values()].sort(
    (a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity) || (a < b ? -1 : 1),
  );
}

/**
 * The weakest value at least as strict as each of `values`; `null` where there is none, `undefined` where none asks anything.
 *
 * @example joinValue(tiers, [["final_assembly"], ["sub_assembly"]]) // ["final_assembly", "sub_assembly"]
 */
export function joinValue(
  type: ParameterType,
  values: readonly (ParameterValue | undefined)[],
): ParameterValue | null | undefined {
  const given = values.filter((value) => value !== undefined);
  const asking = given.filter((value) => !asksNothing(type, value));
  // Keeps a "no" that somebody wrote down, though it asks nothing.
  if (asking.length === 0) return given[0];
  const maximal = maximalValues(type, asking);
  const [first] = maximal;
  if (first !== undefined && maximal.length === 1)
    return type.kind === "set" && Array.isArray(first) ? uniteSets(type, [first]) : first;
  if (type.kind === "set" && type.stricter !== "none") {
    const sets = maximal.filter((value) => Array.isArray(value));
    if (sets.length !== maximal.length) return null;
    const joined = type.stricter === "more" ? uniteSets(type, sets) : intersect(type, sets);
    return joined.length === 0 ? null : joined;
  }
  if (type.kind === "choice") {
    const above = type.options
      .map(({ key }) => key)
      .filter((key) =>
        maximal.every((value) => typeof value === "string" && isAtLeastOption(type, key, value)),
      );
    const least = above.filter((key) => above.every((other) => isAtLeastOption(type, other, key)));
    return least[0] ?? null;
  }
  return null;
}

/**
 * Joins several instances' values to the weakest that meet each of them, parameter by parameter. Where `incomparable` is
 * empty, the result is at least as strict as each and no stricter than it must be.
 *
 * @example
 * strictest(parameters, [{ due_days: 28 }, { due_days: 10, tiers: ["final_assembly"] }]);
 * // { values: { due_days: 10, tiers: ["final_assembly"] }, incomparable: [] }
 */
export function strictest(
  parameters: readonly Parameter[],
  values: readonly ParameterValues[],
): StrictestValues {
  const types = new Map<string, ParameterType>(parameters.map(({ key, type }) => [key, type]));
  for (const key of values.flatMap((one) => Object.keys(one)))
    if (!types.has(key)) types.set(key, { kind: "text" });
  const joined = new Map<string, ParameterValue>();
  const incomparable: string[] = [];
  for (const [key, type] of types) {
    const value = joinValue(
      type,
      values.map((one) => valueOf(one, key)),
    );
    if (value === null) incomparable.push(key);
    else if (value !== undefined) joined.set(key, value);
  }
  return { values: Object.fromEntries(joined), incomparable };
}

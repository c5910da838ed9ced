/**
 * Lays out the values that occur of each parameter as a small finite order, so that comparing many buyers is looking up:
 * the values asked (or named as a floor), the joins of them, and "asks nothing" as its least.
 *
 * A set of which more is stricter is laid out word by word: it is as strict as another exactly where it holds every word
 * of it. Words that always stand together share a space.
 */
import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
  Requirement,
} from "@throughline/domain";
import { asksNothing } from "../parameters/asks-nothing.ts";
import { compareValue, membersOf } from "../parameters/compare-value.ts";
import { valueOf } from "../parameters/compare-values.ts";
import { joinValue } from "../parameters/join-values.ts";
import { layOrder, type LaidOrder } from "./lay-order.ts";

/** One parameter, or some words of one, with the values that occur. Values are told by their place; place 0 asks nothing. */
export interface ValueSpace extends LaidOrder {
  /** Key of the parameter. */
  readonly key: string;
  readonly type: ParameterType;
  readonly label: string;
  /** Words of the set this space is about; `null` where it is about the whole parameter. */
  readonly words: readonly string[] | null;
  readonly values: readonly (ParameterValue | undefined)[];
  /** Steps between the two values of this parameter that lie furthest apart: what makes steps a share of 0 to 1. */
  readonly longest: number;
  /** Whether every join of what occurs is among the values; `false` beyond {@link mostJoins}. */
  readonly whole: boolean;
  readonly place: (values: ParameterValues) => number;
}

/** Joins laid out beside the values that occur; sets of which fewer is stricter could have more than anybody can look at. */
const mostJoins = 64;

function layWhole(
  { key, type, label }: Pick<Parameter, "key" | "type" | "label">,
  given: readonly ParameterValue[],
): ValueSpace {
  const values: (ParameterValue | undefined)[] = [undefined];
  const known = new Map<string, number>();
  // Sets are the same exactly where their words are; of other values their comparison knows.
  const textOf = (value: ParameterValue): string =>
    type.kind === "set" && Array.isArray(value)
      ? JSON.stringify([...membersOf(type, value)].toSorted())
      : JSON.stringify(value);
  const placeOf = (value: ParameterValue | undefined): number => {
    if (value === undefined || asksNothing(type, value)) return 0;
    const text = textOf(value);
    const at = known.get(text);
    if (at !== undefined) return at;
    if (type.kind === "set" && Array.isArray(value)) return -1;
    const found = values.findIndex(
      (other, place) => place > 0 && compareValue(type, value, other) === "equal",
    );
    if (found > 0) known.set(text, found);
    return found;
  };
  const add = (value: ParameterValue): number => {
    const place = placeOf(value);
    if (place >= 0) return place;
    known.set(textOf(value), values.length);
    return values.push(value) - 1;
  };
  for (const value of given) add(value);
  const most = values.length + mostJoins;
  const joins = new Map<string, number>();
  let whole = true;
  // Numbers, flags and texts have no joins but themselves.
  if (type.kind === "choice" || type.kind === "set")
    for (let a = 1; a < values.length && whole; a += 1)
      for (let b = 1; b < a && whole; b += 1) {
        const joined = joinValue(type, [values[b], values[a]]) ?? null;
        joins.set(`${b} ${a}`, joined === null ? -1 : add(joined));
        whole = values.length < most;
      }
  const order = layOrder(
    values.length,
    (a, b) => {
      const relation = compareValue(type, values[a], values[b]);
      return relation === "equal" || relation === "stricter";
    },
    (a, b) => {
      const [one, other] = [Math.min(a, b), Math.max(a, b)];
      const known = joins.get(`${one} ${other}`);
      if (known !== undefined) return known;
      const joined = joinValue(type, [values[one], values[other]]) ?? null;
      return joined === null ? -1 : placeOf(joined);
    },
  );
  const longest = order.steps.reduce((most, row) => Math.max(most, ...row), 1);
  return {
    ...order,
    key,
    type,
    label,
    words: null,
    values,
    longest,
    whole,
    place: (one) => placeOf(valueOf(one, key)),
  };
}

/** One space for each bundle of words that always stand together. */
function layWords(
  {
    key,
    type,
    label,
  }: Pick<Parameter, "key" | "label"> & {
    readonly type: Extract<ParameterType, { kind: "set" }>;
  },
  sets: readonly (readonly string[])[],
): ValueSpace[] {
  const holders = new Map<string, { word: string; at: string[] }>();
  sets.forEach((set, at) => {
    for (const word of set) {
      const [folded = word] = membersOf(type, [word]);
      const holder = holders.get(folded) ?? { word, at: [] };
      if (holder.at.at(-1) !== String(at)) holder.at.push(String(at));
      holders.set(folded, holder);
    }
  });
  const bundles = new Map<string, string[]>();
  for (const { word, at } of holders.values())
    bundles.set(at.join(), [...(bundles.get(at.join()) ?? []), word]);
  return [...bundles.values()].map((words): ValueSpace => {
    const [first = ""] = membersOf(type, words);
    const cost = words.length;
    return {
      key,
      type,
      label,
      words,
      values: [undefined, words],
      atLeast: [
        [true, false],
        [true, true],
      ],
      join: [
        [0, 1],
        [1, 1],
      ],
      steps: [
        [0, cost],
        [cost, 0],
      ],
      heights: [0, cost],
      longest: holders.size,
      whole: true,
      place: (values) => {
        const value = valueOf(values, key);
        return Array.isArray(value) && membersOf(type, value).has(first) ? 1 : 0;
      },
    };
  });
}

/**
 * Lays out every parameter of a requirement over the values that occur. Keys the requirement does not know are texts:
 * the same or not.
 *
 * @example
 * const [due] = layValueSpaces(requirement, [{ due_days: 10 }, { due_days: 28 }]);
 * due?.values; // [undefined, 10, 28]
 */
export function layValueSpaces(
  requirement: Pick<Requirement, "parameters">,
  all: readonly ParameterValues[],
): ValueSpace[] {
  const known = new Set(requirement.parameters.map(({ key }) => key));
  const unknown = [...new Set(all.flatMap((values) => Object.keys(values)))]
    .filter((key) => !known.has(key))
    .toSorted();
  const parameters = [
    ...requirement.parameters,
    ...unknown.map((key) => ({ key, label: key, type: { kind: "text" } as const })),
  ];
  return parameters.flatMap((parameter) => {
    const distinct = new Map<string, ParameterValue>();
    for (const values of all) {
      const value = valueOf(values, parameter.key);
      if (value !== undefined && !asksNothing(parameter.type, value))
        distinct.set(JSON.stringify(value), value);
    }
    // By what they are, so that it does not matter whose values come first.
    const given = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    const { key, label, type } = parameter;
    const sets = given.filter((value) => Array.isArray(value));
    return type.kind === "set" &&
      type.stricter === "more" &&
      sets.length > 0 &&
      sets.length === given.length
      ? layWords({ key, label, type }, sets)
      : [layWhole(parameter, given)];
  });
}

/** Distance of two sets of placed values: the mean over `parameters` parameters of steps as a share of the longest way. */
export function measureDistance(
  spaces: readonly ValueSpace[],
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  parameters: number,
): number {
  let sum = 0;
  spaces.forEach(({ steps, longest }, at) => {
    sum += (steps[a[at] ?? 0]?.[b[at] ?? 0] ?? 0) / longest;
  });
  return parameters === 0 ? 0 : sum / parameters;
}

/** Parameters the spaces are about. */
export function countParameters(spaces: readonly ValueSpace[]): number {
  return new Set(spaces.map(({ key }) => key)).size;
}

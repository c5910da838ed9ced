import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
  StrictnessRelation,
} from "@throughline/domain";
import { compareValue, type ValueRelation } from "./compare-value.ts";

/** How two sets of values of one requirement stand to each other, the first being the subject. */
export interface ValuesComparison {
  readonly relation: StrictnessRelation;
  /** For each parameter, and for each key that no parameter of the requirement has. */
  readonly byParameter: Readonly<Record<string, ValueRelation>>;
}

// A key the requirement does not know: its values are the same or they are not.
const unknownType: ParameterType = { kind: "text" };

/** The value under a key: nothing for a key that every object has, such as `constructor`. */
export function valueOf(values: ParameterValues, key: string): ParameterValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** Joins relations of parts to the relation of the whole: the product order. */
export function combineRelations(relations: Iterable<ValueRelation>): ValueRelation {
  let stricter = false;
  let weaker = false;
  for (const relation of relations) {
    if (relation === "incomparable") return "incomparable";
    stricter ||= relation === "stricter";
    weaker ||= relation === "weaker";
  }
  if (stricter) return weaker ? "incomparable" : "stricter";
  return weaker ? "weaker" : "equal";
}

/**
 * Compares two instances of one requirement by their values: the product of the orders of its parameters. `null` stands
 * for an instance that is not there: `missing`. Cost: one comparison for each parameter.
 *
 * @example
 * compareValues(parameters, { due_days: 10, due_from: "award" }, { due_days: 28, due_from: "award" }).relation; // "stricter"
 * compareValues(parameters, { due_days: 10, due_from: "request" }, { due_days: 28, due_from: "award" }).relation; // "incomparable"
 */
export function compareValues(
  parameters: readonly Parameter[],
  a: ParameterValues | null,
  b: ParameterValues | null,
): ValuesComparison {
  if (a === null || b === null) return { relation: a === b ? "equal" : "missing", byParameter: {} };
  const byParameter = new Map<string, ValueRelation>();
  const compare = (key: string, type: ParameterType): void => {
    byParameter.set(key, compareValue(type, valueOf(a, key), valueOf(b, key)));
  };
  for (const { key, type } of parameters) compare(key, type);
  for (const key of [...Object.keys(a), ...Object.keys(b)])
    if (!byParameter.has(key)) compare(key, unknownType);
  return {
    relation: combineRelations(byParameter.values()),
    byParameter: Object.fromEntries(byParameter),
  };
}

import type { ParameterValue, ParameterValues, Requirement } from "@throughline/domain";
import { compareValue } from "../parameters/compare-value.ts";
import { valueOf } from "../parameters/compare-values.ts";
import type { AskingInstance } from "./buyer-instance.ts";
import type { Position } from "./lay-endings.ts";
import { layValueSpaces, type ValueSpace } from "./lay-value-space.ts";

/** The instances of one requirement, laid out for looking up. */
export interface Layout {
  readonly asking: readonly AskingInstance[];
  readonly spaces: readonly ValueSpace[];
  /** Keys of the parameters, in order. */
  readonly keys: readonly string[];
  readonly positions: readonly Position[];
  /** For each instance the place of its position. */
  readonly positionOf: readonly number[];
  /** Instances by position, in the order given. */
  readonly holders: readonly (readonly number[])[];
  /** Instances each reseller answers, by its name. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Positions each reseller faces, by its name. */
  readonly facings: ReadonlyMap<string, readonly number[]>;
}

/** Buyers that ask the same and would agree to the same share a position; the order of the instances does not matter. */
export function layPositions(
  requirement: Pick<Requirement, "parameters">,
  asking: readonly AskingInstance[],
  groups: ReadonlyMap<string, readonly number[]>,
): Layout {
  const spaces = layValueSpaces(
    requirement,
    asking.flatMap(({ values, floor }) => (floor === null ? [values] : [values, floor.values])),
  );
  const whole = asking.reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map<
    string,
    { present: number[]; floor: number[]; weight: number; of: number[] }
  >();
  asking.forEach(({ values, floor, weight }, at) => {
    const present = spaces.map((space) => space.place(values));
    const least = floor === null ? present : spaces.map((space) => space.place(floor.values));
    // Values told by what they are, not by where they happened to be met first.
    const key = JSON.stringify(
      [present, least].map((places) =>
        places.map((place, at) => spaces[at]?.values[place] ?? null),
      ),
    );
    const known = found.get(key);
    if (known === undefined) found.set(key, { present, floor: least, weight, of: [at] });
    else {
      known.weight += weight;
      known.of.push(at);
    }
  });
  const sorted = [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, position]) => position);
  const positionOf = asking.map(() => 0);
  sorted.forEach(({ of }, place) => {
    for (const at of of) positionOf[at] = place;
  });
  return {
    asking,
    spaces,
    keys: [...new Set(spaces.map(({ key }) => key))],
    positions: sorted.map(({ present, floor, weight }) => ({
      present,
      floor,
      share: whole > 0 ? weight / whole : 1 / asking.length,
    })),
    positionOf,
    holders: sorted.map(({ of }) => of),
    groups,
    facings: new Map(
      [...groups].map(([reseller, at]) => [
        reseller,
        [...new Set(at.map((one) => positionOf[one] ?? 0))].toSorted((a, b) => a - b),
      ]),
    ),
  };
}

/** Reads the value of one parameter back from its spaces. */
export function readValue(
  spaces: readonly ValueSpace[],
  key: string,
  places: readonly number[],
): ParameterValue | undefined {
  const words: string[] = [];
  let value: ParameterValue | undefined;
  spaces.forEach((space, at) => {
    if (space.key !== key) return;
    const held = space.values[places[at] ?? 0];
    if (space.words === null) value = held;
    else if (Array.isArray(held)) words.push(...held);
  });
  if (value !== undefined || words.length === 0) return value;
  const type = spaces.find((space) => space.key === key)?.type;
  const order = type?.kind === "set" ? (type.options?.map((option) => option.key) ?? []) : [];
  const rank = (word: string): number => {
    const at = order.indexOf(word);
    return at === -1 ? order.length : at;
  };
  return words.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Reads values back; what means the same as in `kept` stays in the words of `kept`. */
export function readValues(
  { spaces, keys }: Pick<Layout, "spaces" | "keys">,
  places: readonly number[],
  kept: ParameterValues = {},
): ParameterValues {
  const values: ParameterValues = {};
  for (const key of keys) {
    const type = spaces.find((space) => space.key === key)?.type ?? { kind: "text" };
    const value = readValue(spaces, key, places);
    const own = valueOf(kept, key);
    const said = own !== undefined && compareValue(type, own, value) === "equal" ? own : value;
    if (said !== undefined) values[key] = said;
  }
  return values;
}

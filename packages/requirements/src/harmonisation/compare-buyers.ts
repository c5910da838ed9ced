import type {
  ParameterValue,
  ParameterValues,
  Requirement,
  RequirementRole,
  StrictnessRelation,
} from "@throughline/domain";
import { compareValue, type ValueRelation } from "../parameters/compare-value.ts";
import { valueOf } from "../parameters/compare-values.ts";
import { asksRequirement, type BuyerInstance } from "./buyer-instance.ts";
import { findCovers, findLevels } from "./lay-order.ts";
import { countParameters, layValueSpaces, measureDistance } from "./lay-value-space.ts";
import { countVariants, type Diversity } from "./measure-diversity.ts";
import { hasBit, relateVariants } from "./relate-variants.ts";

/** One version of the requirement, and who asks it. */
export interface Variant {
  readonly values: ParameterValues;
  readonly buyers: readonly { readonly buyer: string; readonly role: RequirementRole }[];
  readonly weight: number;
  /** Row in a drawing of the order: 0 for what asks least, each above all that it is stricter than. */
  readonly layer: number;
}

/** How the variants stand to one another on one parameter. */
export interface ParameterComparison {
  readonly key: string;
  readonly label: string;
  /** Values that occur; the first asks nothing, where a variant does not name it. */
  readonly values: readonly (ParameterValue | undefined)[];
  /** Place in `values` for each variant. */
  readonly valueOfVariant: readonly number[];
  /** `relations[a][b]`: how value a stands to value b. */
  readonly relations: readonly (readonly ValueRelation[])[];
}

export interface BuyerComparison {
  /** Most asked first. */
  readonly variants: readonly Variant[];
  /** For each instance given the place of its variant; `null`: that buyer does not ask it (`missing`). */
  readonly variantOf: readonly (number | null)[];
  /** Buyers that do not ask it. */
  readonly notAsking: readonly string[];
  /** `relations[a][b]`: how variant a stands to variant b. */
  readonly relations: readonly (readonly StrictnessRelation[])[];
  /** 0 for the same to 1 for as far apart as can be on every parameter. */
  readonly distances: readonly (readonly number[])[];
  /** Lines to draw: `stricter` directly above `weaker`, nothing between them. */
  readonly covers: readonly { readonly stricter: number; readonly weaker: number }[];
  readonly parameters: readonly ParameterComparison[];
  readonly diversity: Diversity;
}

function compareParameters(
  requirement: Pick<Requirement, "parameters">,
  keys: readonly string[],
  variants: readonly ParameterValues[],
): ParameterComparison[] {
  const known = new Map(requirement.parameters.map((one) => [one.key, one]));
  return keys.map((key) => {
    const type = known.get(key)?.type ?? { kind: "text" };
    const values: (ParameterValue | undefined)[] = [];
    const places = new Map<string, number>();
    const valueOfVariant = variants.map((one) => {
      const value = valueOf(one, key);
      const text = JSON.stringify(value) ?? "";
      let place = places.get(text);
      place ??= values.findIndex((other) => compareValue(type, value, other) === "equal");
      if (place === -1) place = values.push(value) - 1;
      places.set(text, place);
      return place;
    });
    return {
      key,
      label: known.get(key)?.label ?? key,
      values,
      valueOfVariant,
      relations: values.map((a) => values.map((b) => compareValue(type, a, b))),
    };
  });
}

/**
 * Compares how buyers ask one requirement: the variants, how each stands to each (on the whole and by parameter), the
 * order to draw, and how far apart they are.
 *
 * **Distance**: on one parameter the steps between two values, up and down the order of the values that occur ("asks
 * nothing" among them), as a share of the longest such way; over all, the mean of the parameters. A metric: 0 only for the
 * same, the same both ways, no detour is shorter.
 *
 * @returns cost grows with the square of the variants, not of the buyers
 * @example
 * const { relations, variantOf } = compareBuyers(requirement, [tenDays, twentyEightDays]);
 * relations[variantOf[0] ?? 0]?.[variantOf[1] ?? 0]; // "stricter"
 */
export function compareBuyers(
  requirement: Pick<Requirement, "parameters">,
  instances: readonly BuyerInstance[],
): BuyerComparison {
  const asking = instances.filter(asksRequirement);
  const spaces = layValueSpaces(
    requirement,
    asking.map(({ values }) => values),
  );
  const found = new Map<string, { places: number[]; of: typeof asking }>();
  const keyOf = new Map<BuyerInstance, string>();
  for (const one of asking) {
    const places = spaces.map((space) => space.place(one.values));
    const key = places.join();
    keyOf.set(one, key);
    const variant = found.get(key);
    if (variant === undefined) found.set(key, { places, of: [one] });
    else variant.of.push(one);
  }
  const weigh = (of: typeof asking): number => of.reduce((sum, { weight }) => sum + weight, 0);
  const sorted = [...found].toSorted(
    ([a, { of: one }], [b, { of: other }]) => weigh(other) - weigh(one) || (a < b ? -1 : 1),
  );
  const placed = sorted.map(([, { places }]) => places);
  const relation = relateVariants(spaces, placed);
  const isAtLeast = (a: number, b: number): boolean => {
    const below = relation.down[a];
    return below !== undefined && hasBit(below, b);
  };
  const relate = (a: number, b: number): StrictnessRelation => {
    if (a === b) return "equal";
    if (isAtLeast(a, b)) return "stricter";
    return isAtLeast(b, a) ? "weaker" : "incomparable";
  };
  const all = placed.map((_, at) => at);
  const covers = findCovers(all.length, (a, b) => a !== b && isAtLeast(a, b));
  const levels = findLevels(covers);
  const variants = sorted.map(([, { of }], at): Variant => ({
    values: of[0]?.values ?? {},
    buyers: of.map(({ buyer, role }) => ({ buyer, role })),
    weight: weigh(of),
    layer: levels[at] ?? 0,
  }));
  const placeOf = new Map(sorted.map(([key], at) => [key, at]));
  const parameters = countParameters(spaces);
  return {
    variants,
    variantOf: instances.map((one) => placeOf.get(keyOf.get(one) ?? "none") ?? null),
    notAsking: instances.filter((one) => !asksRequirement(one)).map(({ buyer }) => buyer),
    relations: all.map((a) => all.map((b) => relate(a, b))),
    distances: placed.map((a) => placed.map((b) => measureDistance(spaces, a, b, parameters))),
    covers: covers.flatMap((below, stricter) => below.map((weaker) => ({ stricter, weaker }))),
    parameters: compareParameters(
      requirement,
      [...new Set(spaces.map(({ key }) => key))],
      variants.map(({ values }) => values),
    ),
    diversity: countVariants(
      asking.map((one) => ({ variant: keyOf.get(one) ?? "", weight: one.weight })),
    ),
  };
}

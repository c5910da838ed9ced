import type { Requirement } from "@throughline/domain";
import { asksRequirement, type BuyerInstance } from "./buyer-instance.ts";
import { layValueSpaces } from "./lay-value-space.ts";

/** How many different requirements buyers make of one. */
export interface Diversity {
  /** Instances counted; buyers that do not ask it are not among them. */
  readonly instances: number;
  /** Versions that differ in at least one value. */
  readonly variants: number;
  /** Effective number of variants, 1 to `variants`: "as if 6.3 different requirements". `null`: no data. */
  readonly effective: number | null;
}

/**
 * Hill number of order 1: exp of Shannon's entropy of the shares (Hill 1973; Jost 2006). Shares that are 0 count nothing.
 *
 * @param weights how much each kind counts; they need not sum to 1
 * @returns `null` without any weight
 * @example effectiveNumber([0.5, 0.25, 0.25]) // 2.83
 */
export function effectiveNumber(weights: readonly number[]): number | null {
  const positive = weights.filter((weight) => weight > 0);
  const sum = positive.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return null;
  const entropy = positive.reduce((all, weight) => {
    const share = weight / sum;
    return all - share * Math.log(share);
  }, 0);
  // One kind has entropy 0; rounding must not make it a little more or less.
  return positive.length === 1 ? 1 : Math.min(positive.length, Math.exp(entropy));
}

/** Diversity of instances that were placed already: a text for each, the same for the same values. */
export function countVariants(
  placed: readonly { readonly variant: string; readonly weight: number }[],
): Diversity {
  const weights = new Map<string, number>();
  for (const { variant, weight } of placed)
    weights.set(variant, (weights.get(variant) ?? 0) + weight);
  return {
    instances: placed.length,
    variants: weights.size,
    effective: effectiveNumber([...weights.values()]),
  };
}

/**
 * How many different requirements the buyers make of one: distinct variants, and their effective number by weight.
 * Values that mean the same (a list in another order) are one variant.
 *
 * @example
 * measureDiversity(requirement, tenBuyersAskingTheSame).effective; // 1
 */
export function measureDiversity(
  requirement: Pick<Requirement, "parameters">,
  instances: readonly BuyerInstance[],
): Diversity {
  const asking = instances.filter(asksRequirement);
  const spaces = layValueSpaces(
    requirement,
    asking.map(({ values }) => values),
  );
  return countVariants(
    asking.map(({ values, weight }) => ({
      variant: spaces.map((space) => space.place(values)).join(),
      weight,
    })),
  );
}

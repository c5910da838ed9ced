import type { Requirement } from "@throughline/domain";
import { asksRequirement, type BuyerInstance } from "./buyer-instance.ts";
import { layValueSpaces } from "./lay-value-space.ts";
import { countAnswers, gatherVariants, relateVariants } from "./relate-variants.ts";

/** What one reseller must prepare for the buyers it answers. */
export interface ResellerBurden {
  readonly reseller: string;
  readonly buyers: number;
  /** Distinct answers, summed over requirements. */
  readonly answers: number;
  /** Distinct verification schemes its buyers name. */
  readonly schemes: number;
  /** Answers and schemes together. */
  readonly total: number;
}

export interface Burden {
  /** Heaviest first. */
  readonly resellers: readonly ResellerBurden[];
  /** Over all resellers. */
  readonly total: number;
  /** `null` without any reseller: no data. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly highest: number | null;
  /** Instances of which nobody said who answers them; they burden nobody here. */
  readonly instancesWithoutReseller: number;
}

/** Sums up what resellers bear. */
export function sumBurden(
  resellers: readonly ResellerBurden[],
  instancesWithoutReseller: number,
): Burden {
  const sorted = resellers.toSorted(
    (a, b) => b.total - a.total || (a.reseller < b.reseller ? -1 : 1),
  );
  const count = sorted.length;
  const total = sorted.reduce((sum, one) => sum + one.total, 0);
  const middle = [sorted[Math.floor((count - 1) / 2)], sorted[Math.floor(count / 2)]];
  return {
    resellers: sorted,
    total,
    mean: count === 0 ? null : total / count,
    median: count === 0 ? null : middle.reduce((sum, one) => sum + (one?.total ?? 0), 0) / 2,
    highest: sorted[0]?.total ?? null,
    instancesWithoutReseller,
  };
}

/** Places of the instances by the resellers that answer them, resellers in order of their names. */
export function groupByReseller(instances: readonly BuyerInstance[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  instances.forEach(({ resellers }, at) => {
    for (const reseller of new Set(resellers)) {
      const group = groups.get(reseller);
      if (group === undefined) groups.set(reseller, [at]);
      else group.push(at);
    }
  });
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What each reseller must prepare: **distinct answers** and verification schemes. An answer is prepared to a version that
 * one of its buyers asks, and meets every weaker version of the same requirement. So the fewest answers that serve all its
 * buyers are the versions none of the others is stricter than. Roles do not matter: an answer to a clause serves the
 * criterion too. Instances of requirements that are not given are not counted.
 *
 * @example
 * // Within 10 days, within 28 days: the answer for the first serves the second.
 * measureBurden([requirement], [tenDays, twentyEightDays]).highest; // 1
 */
export function measureBurden(
  requirements: readonly Pick<Requirement, "key" | "parameters">[],
  instances: readonly BuyerInstance[],
): Burden {
  const keys = new Set(requirements.map(({ key }) => key));
  const counted = instances
    .filter(asksRequirement)
    .filter(({ requirement }) => keys.has(requirement));
  const answers = new Map<string, number>();
  for (const requirement of requirements) {
    const asking = counted.filter((one) => one.requirement === requirement.key);
    const spaces = layValueSpaces(
      requirement,
      asking.map(({ values }) => values),
    );
    const variants = new Map<string, { at: number; places: number[] }>();
    const variantOf = asking.map(({ values }) => {
      const places = spaces.map((space) => space.place(values));
      const known = variants.get(places.join()) ?? { at: variants.size, places };
      variants.set(places.join(), known);
      return known.at;
    });
    const relation = relateVariants(
      spaces,
      [...variants.values()].map(({ places }) => places),
    );
    for (const [reseller, at] of groupByReseller(asking)) {
      const asked = gatherVariants(
        relation.size,
        at.map((one) => variantOf[one] ?? 0),
      );
      answers.set(reseller, (answers.get(reseller) ?? 0) + countAnswers(relation, asked));
    }
  }
  const resellers = [...groupByReseller(counted)].map(([reseller, at]): ResellerBurden => {
    const its = at.flatMap((one) => counted[one] ?? []);
    const schemes = new Set(its.flatMap((one) => one.schemes ?? [])).size;
    const prepared = answers.get(reseller) ?? 0;
    return {
      reseller,
      buyers: new Set(its.map(({ buyer }) => buyer)).size,
      answers: prepared,
      schemes,
      total: prepared + schemes,
    };
  });
  return sumBurden(resellers, counted.filter((one) => one.resellers.length === 0).length);
}

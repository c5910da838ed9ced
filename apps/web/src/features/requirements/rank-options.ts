/** Lays the options of a choice out as rungs, from the one that asks most. The order is partial: some have no place among others. */
import type { ParameterType } from "@throughline/domain";

export type Choice = Extract<ParameterType, { kind: "choice" }>;
export type Option = Choice["options"][number];

export interface RankedOption {
  readonly option: Option;
  /** Labels of all it asks more than. */
  readonly asksMoreThan: readonly string[];
}

export interface Ranking {
  /** Options of one rung are not in order among themselves. */
  readonly rungs: readonly (readonly RankedOption[])[];
  /** True when whatever stands higher asks more than all that stands lower, so that the rungs say all. */
  readonly plain: boolean;
  /** Options that stand in no order with any other. */
  readonly apart: readonly Option[];
}

/** All each option asks more than, following the pairs as far as they go. */
function closeOrder({ options, order }: Choice): Map<string, Set<string>> {
  const below = new Map(options.map(({ key }) => [key, new Set<string>()]));
  for (const [above, under] of order) below.get(above)?.add(under);
  for (let grew = true; grew;) {
    grew = false;
    for (const under of below.values())
      for (const next of [...under].flatMap((key) => [...(below.get(key) ?? [])]))
        if (!under.has(next)) {
          under.add(next);
          grew = true;
        }
  }
  return below;
}

/**
 * The rungs of a choice.
 *
 * @example rankOptions({ kind: "choice", options: [a, b], order: [["a", "b"]] }).rungs.length // 2
 */
export function rankOptions(type: Choice): Ranking {
  const below = closeOrder(type);
  const underOf = (key: string): Set<string> => below.get(key) ?? new Set();
  const isOver = (above: string, key: string): boolean => underOf(above).has(key);
  const ordered = type.options.filter(
    ({ key }) => underOf(key).size > 0 || type.options.some((other) => isOver(other.key, key)),
  );
  const labelOf = new Map(type.options.map(({ key, label }) => [key, label]));
  const rungs: RankedOption[][] = [];
  let left = ordered;
  while (left.length > 0) {
    const top = left.filter(({ key }) => !left.some((other) => isOver(other.key, key)));
    // An order that runs in a circle is none; the engine refuses it, and here nothing must hang.
    const rung = top.length === 0 ? left : top;
    rungs.push(
      rung.map((option) => ({
        option,
        asksMoreThan: [...underOf(option.key)].map((key) => labelOf.get(key) ?? key),
      })),
    );
    left = left.filter((option) => !rung.includes(option));
  }
  const plain = rungs.every((rung, at) =>
    rung.every(({ option }) =>
      rungs
        .slice(at + 1)
        .flat()
        .every((lower) => isOver(option.key, lower.option.key)),
    ),
  );
  return { rungs, plain, apart: type.options.filter((option) => !ordered.includes(option)) };
}

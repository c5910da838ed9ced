/**
 * How few answers can come of the choices that are still open. In a *reach* (the open choices of each space) version t can come
 * to meet version i only where every space has an open choice in which it does.
 */
import type { CoreChoice, Facing } from "./lay-core-problem.ts";
import {
  countBits,
  emptyBits,
  holdsBits,
  joinRows,
  meetsBits,
  narrowBits,
  widenBits,
  type Relation,
  type VariantSet,
} from "./relate-variants.ts";

/** Open choices by space, cheapest first. */
export type Reach = readonly (readonly CoreChoice[])[];

/** The most that can come to be ordered within a reach. */
export function joinReach(size: number, reach: Reach): Relation {
  const fixed = reach.flatMap((open) => (open.length === 1 ? open : []));
  const relation = joinRows(
    size,
    fixed.map(({ rows }) => rows),
  );
  const below = emptyBits(size);
  const above = emptyBits(size);
  for (const open of reach) {
    // Where some choice orders everything, the space stands in nobody's way.
    if (open.length === 1 || open.some(({ ordersEverything }) => ordersEverything)) continue;
    for (let at = 0; at < size; at += 1) {
      below.fill(0);
      above.fill(0);
      for (const { rows } of open) {
        const less = rows.down[rows.finals[at] ?? 0];
        const more = rows.up[rows.finals[at] ?? 0];
        if (less !== undefined) widenBits(below, less);
        if (more !== undefined) widenBits(above, more);
      }
      const down = relation.down[at];
      const up = relation.up[at];
      if (down !== undefined) narrowBits(down, below);
      if (up !== undefined) narrowBits(up, above);
    }
  }
  return relation;
}

/**
 * Versions this reseller faces of which no two can come to be met by the same one: each needs an answer of its own. One,
 * where a single version can come to meet all.
 */
export function findApart(relation: Relation, { bits, members }: VariantSet): number[] {
  for (const top of members) {
    const down = relation.down[top];
    if (down !== undefined && holdsBits(down, bits)) return [top];
  }
  const above = members.map((at) => {
    const bitsAbove = (relation.up[at] ?? emptyBits(relation.size)).slice();
    narrowBits(bitsAbove, bits);
    return { at, above: bitsAbove, count: countBits(bitsAbove) };
  });
  const taken = emptyBits(relation.size);
  // Those that few can meet first: what asks little is met by many, and would stand in the way of all of them.
  return above
    .toSorted((a, b) => a.count - b.count)
    .flatMap((one) => {
      if (meetsBits(one.above, taken)) return [];
      widenBits(taken, one.above);
      return [one.at];
    });
}

/** Fewest answers this reseller can come to: where no single version can meet all, two at least. */
export function boundAnswers(relation: Relation, facing: VariantSet): number {
  const apart = findApart(relation, facing);
  const [top] = apart;
  const down = top === undefined ? undefined : relation.down[top];
  if (apart.length === 1 && down !== undefined && !holdsBits(down, facing.bits)) return 2;
  return apart.length;
}

/** Sums over resellers. */
export function sumFacings(
  facings: readonly Facing[],
  each: (facing: Facing, at: number) => number,
): number {
  return facings.reduce((sum, facing, at) => sum + facing.count * each(facing, at), 0);
}

/**
 * Closes what cannot be part of a cheaper core: choices that leave a group without a top, tops that cost too much, and tops
 * that leave something floating unmet. Bounds what is left.
 */
import type { Cost } from "./lay-endings.ts";
import {
  allowsAny,
  allowsTop,
  findTops,
  listBits,
  type Group,
  type Listing,
  type Open,
} from "./lay-groups.ts";
import {
  emptyBits,
  holdsBits,
  meetsBits,
  narrowBits,
  widenBits,
  type Bits,
} from "./relate-variants.ts";

/** What is left in a branch of the search: open choices by space, and tops by group. */
export interface Left {
  readonly open: Open;
  readonly tops: readonly Bits[];
}

/** The cheapest choice of every space together. */
export function costOpen({ choices }: Listing, open: Open): Cost {
  let movement = 0;
  let slack = 0;
  for (const [cheapest = -1] of open) {
    const choice = choices[cheapest];
    movement += choice?.movement ?? 0;
    slack += choice?.slack ?? 0;
  }
  return { movement, slack };
}

/** The least a core costs in which this version is the group's top. */
export function costTop({ choices }: Listing, group: Group, top: number, open: Open): Cost {
  let movement = 0;
  let slack = 0;
  for (const its of open)
    for (const at of its) {
      if (!allowsTop(group, at, top)) continue;
      const choice = choices[at];
      movement += choice?.movement ?? 0;
      slack += choice?.slack ?? 0;
      break;
    }
  return { movement, slack };
}

/** Takes out of `left` the tops that cost too much; whether any stays. */
function dropDear(
  listing: Listing,
  group: Group,
  open: Open,
  left: Bits,
  isCheaper: (cost: Cost) => boolean,
): boolean {
  let any = false;
  for (const top of listBits(left, listing.size))
    if (isCheaper(costTop(listing, group, top, open))) any = true;
    else left[top >> 5] = (left[top >> 5] ?? 0) & ~(1 << (top & 31));
  return any;
}

function dropDearChoices(
  listing: Listing,
  open: Open,
  least: Cost,
  isCheaper: (cost: Cost) => boolean,
): Open {
  const { choices } = listing;
  return open.map((its) => {
    if (its.length === 1) return its;
    const cheapest = choices[its[0] ?? -1];
    return its.filter((at) => {
      const choice = choices[at];
      return isCheaper({
        movement: least.movement - (cheapest?.movement ?? 0) + (choice?.movement ?? 0),
        slack: least.slack - (cheapest?.slack ?? 0) + (choice?.slack ?? 0),
      });
    });
  });
}

/** A floating version's tops are tops of main groups; where all are of one group, that group's top is among them. */
function tieFloating(groups: readonly Group[], tops: Bits[], size: number): boolean {
  let changed = false;
  const any = emptyBits(size);
  for (const [at, { mains }] of groups.entries()) {
    const its = tops[at];
    if (mains === null || its === undefined) continue;
    any.fill(0);
    for (const main of mains) widenBits(any, tops[main] ?? any);
    if (!holdsBits(any, its)) {
      narrowBits(its, any);
      changed = true;
    }
    for (const main of mains) {
      const of = tops[main];
      // No version can be the top of two groups, so these lie apart.
      if (of === undefined || !holdsBits(of, its) || holdsBits(its, of)) continue;
      narrowBits(of, its);
      changed = true;
    }
  }
  return changed;
}

/** Closes choices and tops until nothing more can be closed; `null` where nothing is left. */
export function closeChoices(
  listing: Listing,
  start: Left,
  groups: readonly Group[],
  isCheaper: (cost: Cost) => boolean,
): Left | null {
  let { open } = start;
  const tops = start.tops.map((bits) => bits.slice());
  const left = emptyBits(listing.size);
  for (;;) {
    const least = costOpen(listing, open);
    if (!isCheaper(least)) return null;
    let next = dropDearChoices(listing, open, least, isCheaper);
    for (const [at, group] of groups.entries()) {
      const its = tops[at];
      if (its === undefined || !findTops(group, next, left)) return null;
      narrowBits(its, left);
      if (!dropDear(listing, group, next, its, isCheaper)) return null;
      next = next.map((choices) =>
        choices.length === 1 ? choices : choices.filter((choice) => allowsAny(group, choice, its)),
      );
    }
    if (next.some((choices) => choices.length === 0)) return null;
    const tied = tieFloating(groups, tops, listing.size);
    if (tops.some((bits) => bits.every((word) => word === 0))) return null;
    if (!tied && next.every((choices, at) => choices.length === open[at]?.length))
      return { open: next, tops };
    open = next;
  }
}

/** The least a core costs in what is left: the cheapest of every space, or of the tops of the group that asks most. */
export function boundCost(
  listing: Listing,
  { open, tops }: Left,
  groups: readonly Group[],
  first: (cost: Cost) => number,
): number {
  let bound = first(costOpen(listing, open));
  const left = emptyBits(listing.size);
  for (const [at, group] of groups.entries()) {
    if (!findTops(group, open, left)) return Infinity;
    narrowBits(left, tops[at] ?? left);
    let least = Infinity;
    for (const top of listBits(left, listing.size))
      least = Math.min(least, first(costTop(listing, group, top, open)));
    bound = Math.max(bound, least);
  }
  return bound;
}

/** Begins with `highest` and takes cheaper choices as long as these serve all; `null` where not even those do. */
export function goDown(
  { choices }: Listing,
  open: Open,
  highest: Open,
  first: (cost: Cost) => number,
  serves: (settled: Open) => boolean,
): Open | null {
  const costOf = (at: number | undefined): number => {
    const choice = choices[at ?? -1];
    return choice === undefined ? 0 : first(choice);
  };
  let settled = highest;
  if (!serves(settled)) return null;
  const order = open
    .map((its, at) => ({ at, its, saved: costOf(settled[at]?.[0]) - costOf(its[0]) }))
    .toSorted((a, b) => b.saved - a.saved);
  for (const { at, its } of order)
    for (const choice of its) {
      if (choice === settled[at]?.[0]) break;
      const lower = settled.with(at, [choice]);
      if (!serves(lower)) continue;
      settled = lower;
      break;
    }
  return settled;
}

/** Whether these settled choices leave every group one of its tops. */
export function servesGroups(
  groups: readonly Group[],
  settled: Open,
  tops: readonly Bits[],
  size: number,
): boolean {
  const left = emptyBits(size);
  return groups.every(
    (group, at) => findTops(group, settled, left) && meetsBits(left, tops[at] ?? left),
  );
}

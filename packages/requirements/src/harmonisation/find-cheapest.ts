/**
 * Finds the cheapest core with as few answers as there can be, exactly, when it is known of each reseller how few that is.
 *
 * The cheapest open choice of every space costs the least there can be: where it serves everybody it is the best of what is
 * left; where not, the group it does not serve that has the fewest tops left is tried with its cheapest top, and without it.
 */
import type { Reach } from "./bound-answers.ts";
import {
  boundCost,
  closeChoices,
  costOpen,
  costTop,
  goDown,
  servesGroups,
  type Left,
} from "./close-choices.ts";
import { addCosts, type CoreChoice, type CoreProblem } from "./lay-core-problem.ts";
import { compareCosts, type Cost } from "./lay-endings.ts";
import { findTops, layGroups, listBits, listChoices, type Open } from "./lay-groups.ts";
import {
  addBit,
  countAnswers,
  countBits,
  emptyBits,
  joinRows,
  meetsBits,
  type Bits,
} from "./relate-variants.ts";

/** A core tried, with what it costs. */
export interface Tried {
  readonly chosen: readonly CoreChoice[];
  readonly answers: number;
  readonly cost: Cost;
}

/** How a search ended: its best, whether nothing was left out, and what the first cost cannot go below. */
export interface Ended {
  readonly best: Tried;
  readonly finished: boolean;
  readonly costAtLeast: number;
  /** Work done; see `CoreProblem`. */
  readonly work: number;
}

/** Up to this many versions a core is looked at as a whole each time; with more, its groups have to do. */
const fewVersions = 64;

/**
 * Finds the cheapest core in which every reseller needs as few answers as with the strictest choice of every space.
 *
 * @param reach open choices; in each space one of them orders all that any of them orders
 * @param known the best core so far; whatever is found is cheaper
 * @param mostWork work that may be done; the first reach is looked at in any case
 */
export function findCheapest(
  { size, facings, objective }: CoreProblem,
  reach: Reach,
  known: Tried,
  mostWork: number,
): Ended {
  const listing = listChoices(size, reach);
  const { groups, facings: faced } = layGroups(listing, reach, facings);
  const first = (cost: Cost): number =>
    objective === "least_movement" ? cost.movement : cost.slack;
  const workOfStep = 1 + groups.length * listing.choices.length * emptyBits(size).length;
  let best = known;
  let work = 0;
  let leftOpen = Infinity;
  const left = emptyBits(size);
  const isCheaper = (cost: Cost): boolean => compareCosts(cost, best.cost, objective) < 0;
  const choose = (settled: Open): CoreChoice[] =>
    settled.flatMap(([one = -1]) => listing.choices[one] ?? []);
  /** Place of the first facing that needs more answers than it has main groups; -1 where all keep to that. */
  const findOver = (settled: Open): number => {
    const relation = joinRows(
      size,
      choose(settled).map(({ rows }) => rows),
    );
    return faced.findIndex(({ facing, mains }) => countAnswers(relation, facing) > mains.length);
  };
  const take = (settled: Open): void => {
    const chosen = choose(settled);
    const cost = addCosts(chosen);
    if (isCheaper(cost)) best = { chosen, answers: known.answers, cost };
  };
  const pickGroup = (among: readonly number[], tops: readonly Bits[]): number => {
    let picked = -1;
    let fewest = Infinity;
    for (const at of among) {
      const count = countBits(tops[at] ?? left);
      if (count > 1 && count < fewest) [picked, fewest] = [at, count];
    }
    return picked;
  };
  const everyGroup = groups.map((_, at) => at);
  const visit = (start: Left): void => {
    if (work > mostWork) {
      leftOpen = Math.min(leftOpen, boundCost(listing, start, groups, first));
      return;
    }
    const isFirst = work === 0;
    work += workOfStep;
    const closed = closeChoices(listing, start, groups, isCheaper);
    if (closed === null) return;
    const { open, tops } = closed;
    if (isFirst) {
      const highest = open.map((its) => {
        const one = its.find((at) => listing.choices[at]?.ordersEverything === true);
        return one === undefined ? its.slice(0, 1) : [one];
      });
      if (findOver(highest) === -1) take(highest);
      const lower = goDown(
        listing,
        open,
        highest,
        first,
        (settled) =>
          servesGroups(groups, settled, tops, size) &&
          (size > fewVersions || findOver(settled) === -1),
      );
      if (lower !== null && (size <= fewVersions || findOver(lower) === -1)) take(lower);
      if (!isCheaper(costOpen(listing, open))) return;
    }
    const settled = open.map((its) => its.slice(0, 1));
    const unserved = everyGroup.filter((at) => {
      const [group, its] = [groups[at], tops[at]];
      return (
        group !== undefined &&
        its !== undefined &&
        !(findTops(group, settled, left) && meetsBits(left, its))
      );
    });
    const over = unserved.length > 0 ? -1 : findOver(settled);
    if (unserved.length === 0 && over === -1) {
      take(settled);
      return;
    }
    // Every group served and yet too many answers: one group would be served by different tops. Its top is settled.
    const at = pickGroup(unserved.length > 0 ? unserved : (faced[over]?.mains ?? []), tops);
    const [group, its] = [groups[at], tops[at]];
    if (group === undefined || its === undefined)
      throw new Error("A group with one top is served by its cheapest choices.");
    const top = listBits(its, size).reduce((one, other) =>
      compareCosts(
        costTop(listing, group, other, open),
        costTop(listing, group, one, open),
        objective,
      ) < 0
        ? other
        : one,
    );
    const only = emptyBits(size);
    addBit(only, top);
    const others = its.slice();
    others[top >> 5] = (others[top >> 5] ?? 0) & ~(1 << (top & 31));
    visit({ open, tops: tops.with(at, only) });
    visit({ open, tops: tops.with(at, others) });
  };
  visit({ open: listing.all, tops: groups.map(({ candidates }) => candidates) });
  return {
    best,
    work,
    finished: leftOpen === Infinity,
    costAtLeast: Math.min(first(best.cost), leftOpen),
  };
}

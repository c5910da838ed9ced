/**
 * Finds the cheapest core with as few answers as there can be, exactly, when it is known of each reseller how few that is.
 *
 * What a reseller faces falls into *groups*, as many as answers it needs: the members of each are met by one version, its
 * top. In each space a choice lets some versions be tops of a group. A choice is closed that leaves a group without a top,
 * and a top that costs more than the best core known. The cheapest open choice of every space costs the least there
 * can be: where it serves everybody it is the best of its reach; where not, the space is taken where leaving the cheapest
 * choice costs most, once with that choice and once without.
 */
import { findApart, joinReach, type Reach } from "./bound-answers.ts";
import { addCosts, type CoreChoice, type CoreProblem, type Facing } from "./lay-core-problem.ts";
import { compareCosts, type Cost } from "./lay-endings.ts";
import {
  countAnswers,
  emptyBits,
  hasBit,
  holdsBits,
  joinRows,
  meetsBits,
  narrowBits,
  widenBits,
  type Bits,
  type Relation,
} from "./relate-variants.ts";

/** By choice: the versions that, in its space, meet all members of a group. */
type Group = ReadonlyMap<CoreChoice, Bits>;

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
  readonly steps: number;
}

/** Groups of what one reseller faces. Versions that more than one top could meet are in none; they are looked at in the end. */
function layGroups(
  size: number,
  { bits, members }: Facing,
  spaces: Reach,
  most: Relation,
): Group[] {
  const upOf = (at: number): Bits => {
    const up = (most.up[at] ?? emptyBits(size)).slice();
    narrowBits(up, bits);
    return up;
  };
  const apart = findApart(most, { bits, members });
  return apart.map((first): Group => {
    const candidates = apart.length === 1 ? bits : upOf(first);
    const held = members.filter((at) => holdsBits(candidates, upOf(at)));
    const group = new Map<CoreChoice, Bits>();
    for (const choice of spaces.flat()) {
      const tops = candidates.slice();
      for (const at of held) {
        const up = choice.rows.up[choice.rows.finals[at] ?? 0];
        if (up !== undefined) narrowBits(tops, up);
      }
      group.set(choice, tops);
    }
    return group;
  });
}

/** Versions that can still be the group's top. */
function findTops(size: number, group: Group, reach: Reach): Bits {
  const left = emptyBits(size).fill(0xffffffff);
  const any = emptyBits(size);
  for (const open of reach) {
    any.fill(0);
    for (const choice of open) {
      const tops = group.get(choice);
      if (tops !== undefined) widenBits(any, tops);
    }
    narrowBits(left, any);
  }
  return left;
}

/** The least a core costs in which this version is the group's top. */
function costTop(group: Group, top: number, reach: Reach): Cost {
  return addCosts(
    reach.map((open) =>
      open.find((choice) => {
        const tops = group.get(choice);
        return tops !== undefined && hasBit(tops, top);
      }),
    ),
  );
}

/**
 * Closes choices until nothing more can be closed.
 *
 * @returns the reach that is left; `null` where nothing is
 */
function closeChoices(
  size: number,
  reach: Reach,
  groups: readonly Group[],
  isCheaper: (cost: Cost) => boolean,
): Reach | null {
  let left = reach;
  for (;;) {
    const least = addCosts(left.map(([cheapest]) => cheapest));
    if (!isCheaper(least)) return null;
    const tops: Bits[] = [];
    for (const group of groups) {
      const its = findTops(size, group, left);
      let any = false;
      for (let top = 0; top < size; top += 1) {
        if (!hasBit(its, top)) continue;
        if (isCheaper(costTop(group, top, left))) any = true;
        else its[top >> 5] = (its[top >> 5] ?? 0) & ~(1 << (top & 31));
      }
      if (!any) return null;
      tops.push(its);
    }
    let closed = false;
    const next: (readonly CoreChoice[])[] = [];
    for (const open of left) {
      const [cheapest] = open;
      const kept =
        open.length === 1
          ? open
          : open.filter(
              (choice) =>
                isCheaper({
                  movement: least.movement - (cheapest?.movement ?? 0) + choice.movement,
                  slack: least.slack - (cheapest?.slack ?? 0) + choice.slack,
                }) &&
                groups.every((group, at) => {
                  const its = tops[at];
                  const of = group.get(choice);
                  return its !== undefined && of !== undefined && meetsBits(its, of);
                }),
            );
      if (kept.length === 0) return null;
      closed ||= kept.length < open.length;
      next.push(kept);
    }
    if (!closed) return left;
    left = next;
  }
}

/** The open space where leaving the cheapest choice costs most; -1 where all are settled. */
function pickDearest(reach: Reach): number {
  let picked = -1;
  let most = -1;
  for (const [at, [cheapest, second]] of reach.entries()) {
    if (cheapest === undefined || second === undefined) continue;
    const loss = second.movement - cheapest.movement + (second.slack - cheapest.slack) * 1e-3;
    if (loss > most || picked === -1) [picked, most] = [at, loss];
  }
  return picked;
}

/**
 * Finds the cheapest core in which every reseller needs no more answers than `caps` says.
 *
 * @param start the best core known; whatever is found is cheaper
 * @param caps by facing: as many answers as it comes to with the strictest choice of every space
 * @param mostSteps reaches that may be looked at
 */
export function findCheapest(
  { size, spaces, facings, objective }: CoreProblem,
  start: Tried,
  caps: readonly number[],
  mostSteps: number,
): Ended {
  const most = joinReach(size, spaces);
  const groups = facings.flatMap((facing) => layGroups(size, facing, spaces, most));
  const first = (cost: Cost): number =>
    objective === "least_movement" ? cost.movement : cost.slack;
  let best = start;
  let steps = 0;
  let leftOpen = Infinity;
  const isCheaper = (cost: Cost): boolean => compareCosts(cost, best.cost, objective) < 0;
  const servesAll = (chosen: readonly CoreChoice[]): boolean => {
    const settled = chosen.map((choice) => [choice]);
    if (groups.some((group) => findTops(size, group, settled).every((word) => word === 0)))
      return false;
    const relation = joinRows(
      size,
      chosen.map(({ rows }) => rows),
    );
    return facings.every((facing, at) => countAnswers(relation, facing) <= (caps[at] ?? 1));
  };
  const visit = (open: Reach): void => {
    if (steps >= mostSteps) {
      const least = addCosts(open.map(([cheapest]) => cheapest));
      if (isCheaper(least)) leftOpen = Math.min(leftOpen, first(least));
      return;
    }
    steps += 1;
    const reach = closeChoices(size, open, groups, isCheaper);
    if (reach === null) return;
    const chosen = reach.flatMap((choices) => choices.slice(0, 1));
    if (servesAll(chosen)) {
      best = { chosen, answers: start.answers, cost: addCosts(chosen) };
      return;
    }
    const at = pickDearest(reach);
    const choices = reach[at];
    if (choices === undefined) return;
    visit(reach.with(at, choices.slice(0, 1)));
    visit(reach.with(at, choices.slice(1)));
  };
  visit(spaces);
  return {
    best,
    steps,
    finished: leftOpen === Infinity,
    costAtLeast: Math.min(first(best.cost), leftOpen),
  };
}

/**
 * Finds the cheapest core with as few answers as there can be, exactly, when it is known of each reseller how few that is.
 *
 * What a reseller faces falls into *groups*, as many as answers it needs: the members of each are met by one version, its
 * top. In each space a choice lets some versions be tops of a group. A choice is closed that leaves a group without a top,
 * and a top that costs more than the best core known. The cheapest open choice of every space costs the least there
 * can be: where it serves everybody it is the best of its reach; where not, the group it does not serve that has the fewest
 * tops left is tried with its cheapest top, and without it.
 */
import { findApart, joinReach, type Reach } from "./bound-answers.ts";
import { addCosts, type CoreChoice, type CoreProblem, type Facing } from "./lay-core-problem.ts";
import { compareCosts, type Cost, type Objective } from "./lay-endings.ts";
import {
  addBit,
  countAnswers,
  countBits,
  emptyBits,
  hasBit,
  holdsBits,
  joinRows,
  meetsBits,
  narrowBits,
  type Bits,
  type Relation,
} from "./relate-variants.ts";

/** The choices of all spaces in one list; a reach of numbers is quicker to walk. */
interface Listing {
  readonly size: number;
  readonly choices: readonly CoreChoice[];
  /** Numbers of the open choices by space, cheapest first. */
  readonly all: Open;
}

type Open = readonly (readonly number[])[];

/** For each choice in turn, the versions that meet all members of a group in its space. */
interface Group {
  readonly words: number;
  readonly tops: Uint32Array;
}

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

function listChoices(size: number, spaces: Reach): Listing {
  const choices: CoreChoice[] = [];
  const all = spaces.map((open) => open.map((choice) => choices.push(choice) - 1));
  return { size, choices, all };
}

/** Groups of what one reseller faces. Versions that more than one top could meet are in none; they are looked at in the end. */
function layGroups({ size, choices }: Listing, { bits, members }: Facing, most: Relation): Group[] {
  const words = emptyBits(size).length;
  const upOf = (at: number): Bits => {
    const up = (most.up[at] ?? emptyBits(size)).slice();
    narrowBits(up, bits);
    return up;
  };
  const apart = findApart(most, { bits, members });
  return apart.map((first): Group => {
    const candidates = apart.length === 1 ? bits : upOf(first);
    const held = members.filter((at) => holdsBits(candidates, upOf(at)));
    const tops = new Uint32Array(choices.length * words);
    choices.forEach(({ rows }, place) => {
      const left = tops.subarray(place * words, (place + 1) * words);
      left.set(candidates);
      for (const at of held) {
        const up = rows.up[rows.finals[at] ?? 0];
        if (up !== undefined) narrowBits(left, up);
      }
    });
    return { words, tops };
  });
}

/** Versions that can still be the group's top, into `left`; whether there is any. */
function findTops({ words, tops }: Group, open: Open, left: Bits): boolean {
  left.fill(0xffffffff);
  let any = 0;
  for (let word = 0; word < words; word += 1) {
    let its = 0xffffffff;
    for (const choices of open) {
      let of = 0;
      for (const choice of choices) of |= tops[choice * words + word] ?? 0;
      its &= of;
    }
    left[word] = its;
    any |= its;
  }
  return any !== 0;
}

function allowsAny({ words, tops }: Group, choice: number, left: Bits): boolean {
  for (let word = 0; word < words; word += 1)
    if (((tops[choice * words + word] ?? 0) & (left[word] ?? 0)) !== 0) return true;
  return false;
}

function costOpen({ choices }: Listing, open: Open): Cost {
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
function costTop({ choices }: Listing, { words, tops }: Group, top: number, open: Open): Cost {
  const word = top >> 5;
  const bit = 1 << (top & 31);
  let movement = 0;
  let slack = 0;
  for (const its of open)
    for (const at of its) {
      if (((tops[at * words + word] ?? 0) & bit) === 0) continue;
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
  for (let top = 0; top < listing.size; top += 1) {
    if (!hasBit(left, top)) continue;
    if (isCheaper(costTop(listing, group, top, open))) any = true;
    else left[top >> 5] = (left[top >> 5] ?? 0) & ~(1 << (top & 31));
  }
  return any;
}

/** What is left in a branch of the search: open choices by space, and tops by group. */
interface Left {
  readonly open: Open;
  readonly tops: readonly Bits[];
}

/** Closes choices and tops until nothing more can be closed; `null` where nothing is left. */
function closeChoices(
  listing: Listing,
  start: Left,
  groups: readonly Group[],
  isCheaper: (cost: Cost) => boolean,
): Left | null {
  const { choices, size } = listing;
  let { open } = start;
  const tops = [...start.tops];
  for (;;) {
    const least = costOpen(listing, open);
    if (!isCheaper(least)) return null;
    let next: (readonly number[])[] = open.map((its) => {
      const cheapest = choices[its[0] ?? -1];
      return its.length === 1
        ? its
        : its.filter((at) => {
            const choice = choices[at];
            return isCheaper({
              movement: least.movement - (cheapest?.movement ?? 0) + (choice?.movement ?? 0),
              slack: least.slack - (cheapest?.slack ?? 0) + (choice?.slack ?? 0),
            });
          });
    });
    for (const [at, group] of groups.entries()) {
      const left = emptyBits(size);
      if (!findTops(group, next, left)) return null;
      const allowed = tops[at];
      if (allowed !== undefined) narrowBits(left, allowed);
      if (!dropDear(listing, group, next, left, isCheaper)) return null;
      tops[at] = left;
      next = next.map((its) =>
        its.length === 1 ? its : its.filter((choice) => allowsAny(group, choice, left)),
      );
    }
    if (next.some((its) => its.length === 0)) return null;
    if (next.every((its, at) => its.length === open[at]?.length)) return { open: next, tops };
    open = next;
  }
}

/** The cheapest of a group's tops; -1 without any. */
function pickTop(
  listing: Listing,
  group: Group,
  { open }: Left,
  tops: Bits,
  objective: Objective,
): number {
  let picked = -1;
  let least: Cost = { movement: Infinity, slack: Infinity };
  for (let top = 0; top < listing.size; top += 1) {
    if (!hasBit(tops, top)) continue;
    const cost = costTop(listing, group, top, open);
    if (picked === -1 || compareCosts(cost, least, objective) < 0) [picked, least] = [top, cost];
  }
  return picked;
}

/** The least a core costs here: the cheapest of every space, or of the tops of the group that asks most. */
function boundCost(
  listing: Listing,
  { open, tops }: Left,
  groups: readonly Group[],
  first: (cost: Cost) => number,
): number {
  let bound = first(costOpen(listing, open));
  const left = emptyBits(listing.size);
  for (const [at, group] of groups.entries()) {
    if (!findTops(group, open, left)) return Infinity;
    const allowed = tops[at];
    if (allowed !== undefined) narrowBits(left, allowed);
    let least = Infinity;
    for (let top = 0; top < listing.size; top += 1)
      if (hasBit(left, top)) least = Math.min(least, first(costTop(listing, group, top, open)));
    bound = Math.max(bound, least);
  }
  return bound;
}

/** Begins with the choices that order most, which serve every group, and takes cheaper ones as long as all are served. */
function goDown(
  listing: Listing,
  open: Open,
  groups: readonly Group[],
  first: (cost: Cost) => number,
): Open | null {
  const { choices, size } = listing;
  const left = emptyBits(size);
  const serves = (settled: Open): boolean =>
    groups.every((group) => findTops(group, settled, left));
  const costOf = (at: number): number => {
    const choice = choices[at];
    return choice === undefined ? 0 : first(choice);
  };
  let settled: Open = open.map((its) => {
    const highest = its.find((at) => choices[at]?.ordersEverything === true);
    return highest === undefined ? its.slice(0, 1) : [highest];
  });
  if (!serves(settled)) return null;
  // Where most can be saved comes first.
  const order = open
    .map((its, at) => ({ at, its, saved: costOf(settled[at]?.[0] ?? -1) - costOf(its[0] ?? -1) }))
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

/** The open space where leaving the cheapest choice costs most; -1 where all are settled. */
function pickDearest({ choices }: Listing, open: Open): number {
  let picked = -1;
  let most = -1;
  for (const [at, [cheapest, second]] of open.entries()) {
    if (cheapest === undefined || second === undefined) continue;
    const [one, other] = [choices[cheapest], choices[second]];
    const loss =
      (other?.movement ?? 0) -
      (one?.movement ?? 0) +
      ((other?.slack ?? 0) - (one?.slack ?? 0)) * 1e-3;
    if (loss > most || picked === -1) [picked, most] = [at, loss];
  }
  return picked;
}

/**
 * Finds the cheapest core in which every reseller needs no more answers than `caps` says.
 *
 * @param known the best core so far; whatever is found is cheaper
 * @param caps by facing: as many answers as it comes to with the strictest choice of every space
 * @param mostWork work that may be done; the first reach is looked at in any case
 */
export function findCheapest(
  { size, spaces, facings, objective }: CoreProblem,
  known: Tried,
  caps: readonly number[],
  mostWork: number,
): Ended {
  const listing = listChoices(size, spaces);
  const most = joinReach(size, spaces);
  const groups = facings.flatMap((facing) => layGroups(listing, facing, most));
  const first = (cost: Cost): number =>
    objective === "least_movement" ? cost.movement : cost.slack;
  const workOfStep = groups.length * listing.choices.length * emptyBits(size).length;
  let best = known;
  let work = 0;
  let leftOpen = Infinity;
  const left = emptyBits(size);
  const isCheaper = (cost: Cost): boolean => compareCosts(cost, best.cost, objective) < 0;
  /** The group with the fewest tops that this core does not serve; -1 where it serves all. */
  const findUnserved = (settled: Open, tops: readonly Bits[]): number => {
    let picked = -1;
    let fewest = Infinity;
    for (const [at, group] of groups.entries()) {
      const its = tops[at];
      if (its === undefined || (findTops(group, settled, left) && meetsBits(left, its))) continue;
      const count = countBits(its);
      if (count < fewest) [picked, fewest] = [at, count];
    }
    return picked;
  };
  const keepsToCaps = (chosen: readonly CoreChoice[]): boolean => {
    const relation = joinRows(
      size,
      chosen.map(({ rows }) => rows),
    );
    return facings.every((facing, at) => countAnswers(relation, facing) <= (caps[at] ?? 1));
  };
  const take = (settled: Open): boolean => {
    const chosen = settled.flatMap(([one = -1]) => listing.choices[one] ?? []);
    if (!keepsToCaps(chosen)) return false;
    const tried = { chosen, answers: known.answers, cost: addCosts(chosen) };
    if (isCheaper(tried.cost)) best = tried;
    return true;
  };
  const visit = (start: Left): void => {
    if (work > mostWork) {
      leftOpen = Math.min(leftOpen, boundCost(listing, start, groups, first));
      return;
    }
    const isFirst = work === 0;
    work += workOfStep + 1;
    const reach = closeChoices(listing, start, groups, isCheaper);
    if (reach === null) return;
    const { open, tops } = reach;
    if (isFirst) {
      const lower = goDown(listing, open, groups, first);
      if (lower !== null) take(lower);
    }
    const settled = open.map((its) => its.slice(0, 1));
    const at = findUnserved(settled, tops);
    const [group, its] = [groups[at], tops[at]];
    if (group !== undefined && its !== undefined) {
      const top = pickTop(listing, group, reach, its, objective);
      const only = emptyBits(size);
      addBit(only, top);
      const others = its.slice();
      others[top >> 5] = (others[top >> 5] ?? 0) & ~(1 << (top & 31));
      visit({ open, tops: tops.with(at, only) });
      if (others.some((word) => word !== 0)) visit({ open, tops: tops.with(at, others) });
      return;
    }
    if (take(settled)) return;
    // What floats between groups is met by none of their tops yet: some space has to order more.
    const dearest = pickDearest(listing, open);
    const choices = open[dearest];
    if (choices === undefined) return;
    visit({ open: open.with(dearest, choices.slice(0, 1)), tops });
    visit({ open: open.with(dearest, choices.slice(1)), tops });
  };
  visit({
    open: listing.all,
    tops: groups.map(() => emptyBits(size).fill(0xffffffff)),
  });
  return {
    best,
    work,
    finished: leftOpen === Infinity,
    costAtLeast: Math.min(first(best.cost), leftOpen),
  };
}

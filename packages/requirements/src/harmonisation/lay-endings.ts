/**
 * What a common core could hold, parameter by parameter, and where each buyer would end up with it.
 *
 * The core asks, of each parameter, nothing, a value that somebody asks or names as a floor, or a join of such values. A
 * buyer ends at the join of that and its own; where they cannot be joined it keeps its own. A buyer that gave a lower
 * floor either keeps what it asks or comes down to the core, whichever the choice says: both are looked at.
 */
import type { ValueSpace } from "./lay-value-space.ts";

/** Buyers that ask the same and would agree to the same. Places are by space. */
export interface Position {
  readonly present: readonly number[];
  readonly floor: readonly number[];
  /** Share of all the weight, 0 to 1. */
  readonly share: number;
}

/** What a core costs: sums over positions by their share, each parameter at most 1. */
export interface Cost {
  /** Steps moved as a share of the longest way. */
  readonly movement: number;
  /** How much less than the strictest the positions end up asking. */
  readonly slack: number;
}

/** A value of the core in one space, and where each position ends with it. */
export interface Ending extends Cost {
  /** Place of the value; 0: the core asks nothing here. */
  readonly core: number;
  /** By position. */
  readonly finals: readonly number[];
}

/** What decides between cores with the same burden. */
export const objectives = ["least_movement", "most_ambitious"] as const;
export type Objective = (typeof objectives)[number];

/** Where a position ends if it keeps its own: what it asks today, raised to its floor where that is higher. */
export function findOwn(space: ValueSpace, present: number, floor: number): number {
  const joined = space.join[present]?.[floor] ?? -1;
  // A floor that cannot be ordered with what is asked today stands for itself.
  return joined === -1 ? floor : joined;
}

/** Where a position ends with a core of `core`; `comesDown`: whether it goes below its own as far as its floor lets it. */
export function findFinal(
  space: ValueSpace,
  present: number,
  floor: number,
  core: number,
  comesDown: boolean,
): number {
  if (comesDown && space.atLeast[core]?.[floor] === true) return core;
  const own = findOwn(space, present, floor);
  const joined = space.join[own]?.[core] ?? -1;
  return joined === -1 ? own : joined;
}

/** Lays out one ending: `core` is a place of the space `at`. */
export function layEnding(
  space: ValueSpace,
  at: number,
  positions: readonly Position[],
  core: number,
  comesDown: boolean,
): Ending {
  const top = space.heights.reduce((most, height) => Math.max(most, height), 0);
  const finals: number[] = [];
  let movement = 0;
  let slack = 0;
  for (const { present, floor, share } of positions) {
    const from = present[at] ?? 0;
    const final = findFinal(space, from, floor[at] ?? 0, core, comesDown);
    finals.push(final);
    movement += (share * (space.steps[from]?.[final] ?? 0)) / space.longest;
    slack += (share * (top - (space.heights[final] ?? 0))) / space.longest;
  }
  return { core, finals, movement, slack };
}

/** Compares costs in the order the objective gives. Differences of rounding are none. */
export function compareCosts(a: Cost, b: Cost, objective: Objective): number {
  const rounding = 1e-9;
  const movement = Math.abs(a.movement - b.movement) < rounding ? 0 : a.movement - b.movement;
  const slack = Math.abs(a.slack - b.slack) < rounding ? 0 : a.slack - b.slack;
  return objective === "least_movement" ? movement || slack : slack || movement;
}

/** All endings of one space; of those that come to the same, one. */
export function layEndings(
  space: ValueSpace,
  at: number,
  positions: readonly Position[],
): readonly Ending[] {
  const found = new Map<string, Ending>();
  for (const comesDown of [false, true])
    space.values.forEach((_, core) => {
      const ending = layEnding(space, at, positions, core, comesDown);
      const key = ending.finals.join();
      if (!found.has(key)) found.set(key, ending);
    });
  return [...found.values()];
}

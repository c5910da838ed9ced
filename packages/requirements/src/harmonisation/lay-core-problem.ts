/**
 * Makes the problem small before it is searched: positions whose answer always serves for another one's too are not
 * looked at again for that reseller, resellers that face the same are one, and choices that another one beats are left out.
 */
import { compareCosts, type Cost, type Ending, type Objective } from "./lay-endings.ts";
import type { ValueSpace } from "./lay-value-space.ts";
import {
  emptyBits,
  gatherVariants,
  hasBit,
  holdsBits,
  layRows,
  narrowBits,
  type Bits,
  type SpaceRows,
  type VariantSet,
} from "./relate-variants.ts";

/** An ending with the rows the search reads: of the positions that matter only. */
export interface CoreChoice extends Ending {
  readonly rows: SpaceRows;
  /** With it, all positions that matter end at the same value. */
  readonly ordersEverything: boolean;
}

/** Positions one or several resellers face. */
export interface Facing extends VariantSet {
  /** Resellers of whom this holds. */
  readonly count: number;
}

export interface CoreProblem {
  /** Positions that matter. */
  readonly size: number;
  /** Choices by space, cheapest first; none is empty. */
  readonly spaces: readonly (readonly CoreChoice[])[];
  readonly facings: readonly Facing[];
  readonly objective: Objective;
  /** Words of bits that may be looked at, about: the same on any machine. */
  readonly mostWork: number;
}

/** For each position those it meets whatever the core. */
function findAlwaysMet(
  spaces: readonly ValueSpace[],
  endings: readonly (readonly Ending[])[],
  size: number,
): Bits[] {
  const met = Array.from({ length: size }, () => emptyBits(size).fill(0xffffffff));
  endings.forEach((of, at) => {
    const space = spaces[at];
    if (space === undefined) return;
    for (const { finals } of of) {
      const { down } = layRows(space, finals);
      met.forEach((bits, position) => {
        const below = down[finals[position] ?? 0];
        if (below !== undefined) narrowBits(bits, below);
      });
    }
  });
  return met;
}

/** Leaves out positions that another of them always meets; of those that always come to the same, the first stays. */
export function keepNeeded(met: readonly Bits[], members: readonly number[]): number[] {
  const meets = (a: number, b: number): boolean => {
    const bits = met[a];
    return bits !== undefined && hasBit(bits, b);
  };
  return members.filter(
    (one) =>
      !members.some(
        (other) => other !== one && meets(other, one) && (other < one || !meets(one, other)),
      ),
  );
}

/** Whether `a` orders all that `b` orders. */
export function ordersAll(a: SpaceRows, b: SpaceRows): boolean {
  for (let at = 0; at < b.finals.length; at += 1) {
    const whole = a.down[a.finals[at] ?? 0];
    const part = b.down[b.finals[at] ?? 0];
    if (whole === undefined || part === undefined || !holdsBits(whole, part)) return false;
  }
  return true;
}

/** Above this many choices of one space, those that another one beats are not looked for: it would cost more than it saves. */
const mostCompared = 80;

function keepUnbeaten(sorted: readonly CoreChoice[]): readonly CoreChoice[] {
  if (sorted.length > mostCompared) return sorted;
  const kept: CoreChoice[] = [];
  for (const choice of sorted)
    if (!kept.some((cheaper) => ordersAll(cheaper.rows, choice.rows))) kept.push(choice);
  return kept;
}

/**
 * Lays out the problem.
 *
 * @param facings positions each reseller faces
 * @param goals endings by space that the search must be at least as good as
 * @returns the problem, and for each goal a core of its choices with no more burden
 */
export function layCoreProblem(
  spaces: readonly ValueSpace[],
  endings: readonly (readonly Ending[])[],
  facings: readonly (readonly number[])[],
  goals: readonly (readonly Ending[])[],
  limits: { readonly objective: Objective; readonly mostWork: number },
): { problem: CoreProblem; starts: CoreChoice[][] } {
  const size = endings[0]?.[0]?.finals.length ?? 0;
  const met = findAlwaysMet(spaces, endings, size);
  const kinds = new Map<string, { members: readonly number[]; count: number }>();
  for (const facing of facings) {
    const members = keepNeeded(met, facing);
    const kind = kinds.get(members.join());
    kinds.set(members.join(), { members, count: (kind?.count ?? 0) + 1 });
  }
  // Whoever faces one position only has one answer to prepare, whatever the core.
  const matter = [
    ...new Set([...kinds.values()].flatMap(({ members }) => (members.length > 1 ? members : []))),
  ].toSorted((a, b) => a - b);
  const placeOf = new Map(matter.map((position, place) => [position, place]));
  const choose = (space: ValueSpace, ending: Ending): CoreChoice => {
    const finals = matter.map((position) => ending.finals[position] ?? 0);
    return {
      ...ending,
      rows: layRows(space, finals),
      ordersEverything: finals.every((value) => value === finals[0]),
    };
  };
  const laid = spaces.map((space, at) =>
    keepUnbeaten(
      (endings[at] ?? [])
        .map((ending) => choose(space, ending))
        .toSorted((a, b) => compareCosts(a, b, limits.objective) || a.core - b.core),
    ),
  );
  const starts = goals.map((goal) =>
    spaces.flatMap((space, at) => {
      const ending = goal[at];
      const choices = laid[at] ?? [];
      if (ending === undefined) return choices.slice(0, 1);
      const { rows } = choose(space, ending);
      return choices.find((choice) => ordersAll(choice.rows, rows)) ?? choices.slice(0, 1);
    }),
  );
  return {
    problem: {
      size: matter.length,
      spaces: laid,
      facings: [...kinds.values()]
        .filter(({ members }) => members.length > 1)
        .map(({ members, count }) => ({
          ...gatherVariants(
            matter.length,
            members.map((position) => placeOf.get(position) ?? 0),
          ),
          count,
        })),
      ...limits,
    },
    starts,
  };
}

/** Sums the costs of choices. */
export function addCosts(choices: readonly (Cost | undefined)[]): Cost {
  let movement = 0;
  let slack = 0;
  for (const choice of choices) {
    movement += choice?.movement ?? 0;
    slack += choice?.slack ?? 0;
  }
  return { movement, slack };
}

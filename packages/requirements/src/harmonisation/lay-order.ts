/** A finite order with a least element at place 0: who is at least as strict as whom, joins, and the steps between. */
export interface LaidOrder {
  /** `atLeast[a][b]`: a is b or stricter. */
  readonly atLeast: readonly (readonly boolean[])[];
  /** Place of the weakest value as strict as both; -1 where there is none. */
  readonly join: readonly (readonly number[])[];
  /** Steps between two values, up and down along direct neighbours of the order. */
  readonly steps: readonly (readonly number[])[];
  /** Steps of the longest way up to it from asking nothing. */
  readonly heights: readonly number[];
}

/** For each place the places directly below it. */
export function findCovers(size: number, isAbove: (a: number, b: number) => boolean): number[][] {
  const below = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => b).filter((b) => isAbove(a, b)),
  );
  return below.map((under) => {
    const covers: number[] = [];
    // What has most below it comes first, so that whatever it hides comes after it.
    const sorted = under.toSorted(
      (a, b) => (below[b]?.length ?? 0) - (below[a]?.length ?? 0) || a - b,
    );
    for (const b of sorted) if (!covers.some((cover) => isAbove(cover, b))) covers.push(b);
    return covers;
  });
}

function walkSteps(neighbours: readonly (readonly number[])[], from: number): number[] {
  const steps = neighbours.map(() => -1);
  steps[from] = 0;
  const open = [from];
  for (let at = 0; at < open.length; at += 1) {
    const here = open[at] ?? 0;
    for (const next of neighbours[here] ?? [])
      if (steps[next] === -1) {
        steps[next] = (steps[here] ?? 0) + 1;
        open.push(next);
      }
  }
  return steps;
}

/** Levels of an order: 0 for what has nothing below it, else one more than the highest below. */
export function findLevels(covers: readonly (readonly number[])[]): number[] {
  const levels: (number | undefined)[] = covers.map(() => undefined);
  const levelOf = (at: number): number => {
    const known = levels[at];
    if (known !== undefined) return known;
    const level = (covers[at] ?? []).reduce((most, below) => Math.max(most, levelOf(below) + 1), 0);
    levels[at] = level;
    return level;
  };
  return covers.map((_, at) => levelOf(at));
}

/** Lays out an order of `size` places, cost about the square of it. */
export function layOrder(
  size: number,
  isAtLeast: (a: number, b: number) => boolean,
  joinOf: (a: number, b: number) => number,
): LaidOrder {
  const places = Array.from({ length: size }, (_, at) => at);
  const atLeast = places.map((a) => places.map((b) => a === b || isAtLeast(a, b)));
  const isAbove = (a: number, b: number): boolean => a !== b && atLeast[a]?.[b] === true;
  const covers = findCovers(size, isAbove);
  const neighbours = covers.map((below) => [...below]);
  covers.forEach((below, a) => {
    for (const b of below) neighbours[b]?.push(a);
  });
  return {
    atLeast,
    join: places.map((a) =>
      places.map((b) => {
        if (atLeast[a]?.[b] === true) return a;
        return atLeast[b]?.[a] === true ? b : joinOf(a, b);
      }),
    ),
    steps: places.map((from) => walkSteps(neighbours, from)),
    heights: findLevels(covers),
  };
}

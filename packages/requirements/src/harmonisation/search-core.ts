/**
 * Finds the common core with the least burden and, among those, the least cost: exactly, as long as the number of steps
 * it may take is not used up.
 *
 * A *reach* is the choices still open in each space. In it, version t can come to meet version i only where every space has an
 * open choice in which it does; what no version can come to meet needs an answer of its own. That bounds the burden from
 * below. First the least burden is found, by branching on spaces. Then the cheapest core with that burden: the cheapest open
 * choice of every space costs the least that the reach can cost; where it burdens somebody more than it may, the version that is to stand on top for this reseller is branched on.
 */
import {
  addCosts,
  ordersAll,
  type CoreChoice,
  type CoreProblem,
  type Facing,
} from "./lay-core-problem.ts";
import { compareCosts, type Cost } from "./lay-endings.ts";
import {
  countAnswers,
  emptyBits,
  holdsBits,
  joinRows,
  narrowBits,
  type Bits,
  type Relation,
  type VariantSet,
} from "./relate-variants.ts";

export interface CoreSolution {
  /** The chosen choice of each space. */
  readonly chosen: readonly CoreChoice[];
  readonly cost: Cost;
  /** Answers over all resellers. */
  readonly answers: number;
  /** No core has fewer answers than this. */
  readonly answersAtLeast: number;
  /** No core with as few answers has a lower first cost (movement, or slack, by the objective) than this. */
  readonly costAtLeast: number;
  /** Whether both bounds are reached: nothing better exists among the cores looked at. */
  readonly exact: boolean;
  readonly steps: number;
}

type Reach = readonly (readonly CoreChoice[])[];

/** The most that can come to be ordered within a reach. */
function joinReach(size: number, reach: Reach): Relation {
  const fixed = reach.flatMap((open) => (open.length === 1 ? open : []));
  const relation = joinRows(
    size,
    fixed.map(({ rows }) => rows),
  );
  for (const open of reach) {
    if (open.length === 1) continue;
    for (let at = 0; at < size; at += 1) {
      const below = emptyBits(size);
      const above = emptyBits(size);
      for (const { rows } of open) {
        const less = rows.down[rows.finals[at] ?? 0];
        const more = rows.up[rows.finals[at] ?? 0];
        for (let word = 0; word < below.length; word += 1) {
          below[word] = (below[word] ?? 0) | (less?.[word] ?? 0);
          above[word] = (above[word] ?? 0) | (more?.[word] ?? 0);
        }
      }
      const down = relation.down[at];
      const up = relation.up[at];
      if (down !== undefined) narrowBits(down, below);
      if (up !== undefined) narrowBits(up, above);
    }
  }
  return relation;
}

/** Fewest answers this reseller can come to within a relation: versions that share nothing above them need one each. */
function boundAnswers(relation: Relation, { bits, members }: VariantSet): number {
  for (const top of members) {
    const down = relation.down[top];
    if (down !== undefined && holdsBits(down, bits)) return 1;
  }
  const taken = emptyBits(relation.size);
  let apart = 0;
  for (const at of members) {
    const up = relation.up[at];
    if (up === undefined) continue;
    let isApart = true;
    for (let word = 0; word < bits.length; word += 1)
      if (((up[word] ?? 0) & (bits[word] ?? 0) & (taken[word] ?? 0)) !== 0) isApart = false;
    if (!isApart) continue;
    apart += 1;
    for (let word = 0; word < bits.length; word += 1)
      taken[word] = (taken[word] ?? 0) | ((up[word] ?? 0) & (bits[word] ?? 0));
  }
  return Math.max(2, apart);
}

function sumFacings(facings: readonly Facing[], each: (facing: Facing) => number): number {
  return facings.reduce((sum, facing) => sum + facing.count * each(facing), 0);
}

/** Whether, with this choice, `top` meets every version the reseller faces. */
function standsOnTop(choice: CoreChoice, top: number, bits: Bits): boolean {
  const down = choice.rows.down[choice.rows.finals[top] ?? 0];
  return down !== undefined && holdsBits(down, bits);
}

class CoreSearch {
  readonly #problem: CoreProblem;
  #steps = 0;

  constructor(problem: CoreProblem) {
    this.#problem = problem;
  }

  #join(chosen: readonly CoreChoice[]): Relation {
    return joinRows(
      this.#problem.size,
      chosen.map(({ rows }) => rows),
    );
  }

  #count(chosen: readonly CoreChoice[]): number {
    const relation = this.#join(chosen);
    return sumFacings(this.#problem.facings, (facing) => countAnswers(relation, facing));
  }

  #bound(reach: Reach): number {
    const relation = joinReach(this.#problem.size, reach);
    return sumFacings(this.#problem.facings, (facing) => boundAnswers(relation, facing));
  }

  /** Takes the best choice of one space after the other, until none gets better. */
  #descend(start: readonly CoreChoice[], isBetter: (a: Tried, b: Tried) => boolean): Tried {
    let best: Tried = { chosen: start, answers: this.#count(start), cost: addCosts(start) };
    for (let goesOn = true; goesOn;) {
      goesOn = false;
      for (const [at, choices] of this.#problem.spaces.entries())
        for (const choice of choices) {
          if (choice === best.chosen[at]) continue;
          const chosen = best.chosen.with(at, choice);
          const tried = { chosen, answers: this.#count(chosen), cost: addCosts(chosen) };
          if (isBetter(tried, best)) {
            best = tried;
            goesOn = true;
          }
        }
    }
    return best;
  }

  #isBetter = (a: Tried, b: Tried): boolean =>
    a.answers < b.answers ||
    (a.answers === b.answers && compareCosts(a.cost, b.cost, this.#problem.objective) < 0);

  run(starts: readonly (readonly CoreChoice[])[]): CoreSolution {
    const { spaces, facings } = this.#problem;
    let best = starts
      .map((start) => this.#descend(start, this.#isBetter))
      .reduce((one, other) => (this.#isBetter(other, one) ? other : one));
    const relation = joinReach(this.#problem.size, spaces);
    const least = facings.map((facing) => boundAnswers(relation, facing));
    const answersAtLeast = facings.reduce(
      (sum, { count }, at) => sum + count * (least[at] ?? 1),
      0,
    );
    // Which choice of a space costs what does not matter yet: only what orders most is tried.
    const lightest = this.#findLightest(best, answersAtLeast);
    best = lightest.best;
    const proven = lightest.finished ? best.answers : answersAtLeast;
    const caps = best.answers === answersAtLeast ? least : null;
    const cheapest = this.#findCheapest(best, caps);
    best = cheapest.best;
    return {
      chosen: best.chosen,
      cost: best.cost,
      answers: best.answers,
      answersAtLeast: proven,
      costAtLeast: cheapest.costAtLeast,
      exact: best.answers === proven && cheapest.finished,
      steps: this.#steps,
    };
  }

  #findLightest(start: Tried, answersAtLeast: number): { best: Tried; finished: boolean } {
    let best = start;
    let finished = true;
    const visit = (reach: Reach): void => {
      if (best.answers === answersAtLeast || !finished) return;
      if (this.#steps >= this.#problem.mostSteps / 2) {
        finished = false;
        return;
      }
      this.#steps += 1;
      if (this.#bound(reach) >= best.answers) return;
      const at = pickSpace(reach);
      if (at === -1) {
        const chosen = reach.flatMap((open) => open.slice(0, 1));
        best = { chosen, answers: this.#count(chosen), cost: addCosts(chosen) };
        return;
      }
      for (const choice of reach[at] ?? []) visit(reach.with(at, [choice]));
    };
    visit(this.#problem.spaces.map(keepHighest));
    return { best, finished };
  }

  /** The cheapest core with no more answers than `start`. `caps`: answers by facing, where each is known. */
  #findCheapest(
    start: Tried,
    caps: readonly number[] | null,
  ): { best: Tried; finished: boolean; costAtLeast: number } {
    const { facings, objective } = this.#problem;
    let best = start;
    let finished = true;
    let leftOpen = Infinity;
    const first = (cost: Cost): number =>
      objective === "least_movement" ? cost.movement : cost.slack;
    const visit = (reach: Reach): void => {
      const chosen = reach.flatMap((open) => open.slice(0, 1));
      const cost = addCosts(chosen);
      if (compareCosts(cost, best.cost, objective) >= 0) return;
      if (this.#steps >= this.#problem.mostSteps) {
        finished = false;
        leftOpen = Math.min(leftOpen, first(cost));
        return;
      }
      this.#steps += 1;
      const relation = this.#join(chosen);
      const counts = facings.map((facing) => countAnswers(relation, facing));
      const answers = facings.reduce((sum, { count }, at) => sum + count * (counts[at] ?? 0), 0);
      if (answers <= start.answers) {
        best = { chosen, answers, cost };
        return;
      }
      const over =
        caps === null ? -1 : facings.findIndex((_, at) => (counts[at] ?? 0) > 1 && caps[at] === 1);
      const facing = facings[over];
      const children =
        facing === undefined ? this.#splitSpace(reach, start.answers) : splitByTop(reach, facing);
      const sorted = children
        .map((child) => ({ child, cost: addCosts(child.map(([cheapest]) => cheapest)) }))
        .toSorted((a, b) => compareCosts(a.cost, b.cost, objective));
      for (const { child } of sorted) visit(child);
    };
    visit(this.#problem.spaces);
    const costAtLeast = Math.min(first(best.cost), leftOpen);
    return { best, finished, costAtLeast };
  }

  #splitSpace(reach: Reach, most: number): Reach[] {
    const at = pickSpace(reach);
    if (at === -1) return [];
    return (reach[at] ?? [])
      .map((choice) => reach.with(at, [choice]))
      .filter((child) => this.#bound(child) <= most);
  }
}

interface Tried {
  readonly chosen: readonly CoreChoice[];
  readonly answers: number;
  readonly cost: Cost;
}

/** The open space with the fewest choices; -1 where all are settled. */
function pickSpace(reach: Reach): number {
  let picked = -1;
  for (const [at, open] of reach.entries())
    if (open.length > 1 && (picked === -1 || open.length < (reach[picked]?.length ?? 0)))
      picked = at;
  return picked;
}

/** Of a space's choices, those that order something no other one orders. */
function keepHighest(choices: readonly CoreChoice[]): readonly CoreChoice[] {
  return choices.filter(
    (choice, at) =>
      !choices.some(
        (other, place) =>
          place !== at &&
          ordersAll(other.rows, choice.rows) &&
          (place < at || !ordersAll(choice.rows, other.rows)),
      ),
  );
}

/** One reach for each version that can still stand on top of all this reseller faces. */
function splitByTop(reach: Reach, { bits, members }: Facing): Reach[] {
  return members.flatMap((top) => {
    const child = reach.map((open) => open.filter((choice) => standsOnTop(choice, top, bits)));
    return child.every((open) => open.length > 0) ? [child] : [];
  });
}

/**
 * Finds the core with the fewest answers and, among those, the least cost.
 *
 * @param starts cores to begin with; the solution is at least as good as each
 */
export function searchCore(
  problem: CoreProblem,
  starts: readonly (readonly CoreChoice[])[],
): CoreSolution {
  return new CoreSearch(problem).run(starts);
}

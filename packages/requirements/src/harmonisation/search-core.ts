/**
 * Finds the common core with the least burden and, among those, the least cost: exactly, as long as the work it may
 * do is not used up.
 *
 * First the least burden is found: from good cores on, by branching on spaces whose choices order different things. Then the
 * cheapest core with that burden: spaces whose values cannot all be ordered are settled in every way, the rest is left to
 * `find-cheapest.ts`.
 */
import { boundAnswers, joinReach, sumFacings, type Reach } from "./bound-answers.ts";
import { findCheapest, type Ended, type Tried } from "./find-cheapest.ts";
import { addCosts, ordersAll, type CoreChoice, type CoreProblem } from "./lay-core-problem.ts";
import { compareCosts, type Cost } from "./lay-endings.ts";
import { countAnswers, joinRows } from "./relate-variants.ts";

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
  readonly work: number;
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
  const highest = choices.find(({ ordersEverything }) => ordersEverything);
  if (highest !== undefined) return [highest];
  return choices.filter(
    ({ rows }, at) =>
      !choices.some(
        (other, place) =>
          place !== at &&
          ordersAll(other.rows, rows) &&
          (place < at || !ordersAll(rows, other.rows)),
      ),
  );
}

function tryCore({ size, facings }: CoreProblem, chosen: readonly CoreChoice[]): Tried {
  const relation = joinRows(
    size,
    chosen.map(({ rows }) => rows),
  );
  const answers = sumFacings(facings, (facing) => countAnswers(relation, facing));
  return { chosen, answers, cost: addCosts(chosen) };
}

function boundReach({ size, facings }: CoreProblem, reach: Reach): number {
  const relation = joinReach(size, reach);
  return sumFacings(facings, (facing) => boundAnswers(relation, facing));
}

function isBetter(a: Tried, b: Tried, { objective }: CoreProblem): boolean {
  return (
    a.answers < b.answers ||
    (a.answers === b.answers && compareCosts(a.cost, b.cost, objective) < 0)
  );
}

/** Goes once through the spaces, taking the best choice of each. */
function descend(problem: CoreProblem, start: Tried): Tried {
  let best = start;
  for (const [at, choices] of problem.spaces.entries())
    for (const choice of choices) {
      if (choice === best.chosen[at]) continue;
      const tried = tryCore(problem, best.chosen.with(at, choice));
      if (isBetter(tried, best, problem)) best = tried;
    }
  return best;
}

/** Work of joining the spaces of a problem once. */
function workOfJoin({ size, spaces }: CoreProblem): number {
  return 1 + size * spaces.length * Math.ceil(size / 32);
}

/** Looks for a core with fewer answers, until the bound is reached. */
function findLightest(
  problem: CoreProblem,
  start: Tried,
  answersAtLeast: number,
): { best: Tried; finished: boolean; work: number } {
  let best = start;
  let finished = true;
  let work = 0;
  const visit = (reach: Reach): void => {
    if (best.answers === answersAtLeast || !finished) return;
    if (work > problem.mostWork) {
      finished = false;
      return;
    }
    work += workOfJoin(problem);
    if (boundReach(problem, reach) >= best.answers) return;
    const at = pickSpace(reach);
    if (at === -1)
      best = tryCore(
        problem,
        reach.flatMap((open) => open.slice(0, 1)),
      );
    else for (const choice of reach[at] ?? []) visit(reach.with(at, [choice]));
  };
  visit(problem.spaces.map(keepHighest));
  return { best, finished, work };
}

/** More than any core costs. */
const any: Cost = { movement: Number.MAX_SAFE_INTEGER, slack: Number.MAX_SAFE_INTEGER };

/**
 * The cheapest core with no more answers than `start`. Spaces in which no choice orders everything are settled first, in every
 * way; then the strictest choices of all others show exactly how few answers each reseller can come to.
 */
function findCheapestSettled(problem: CoreProblem, start: Tried): Ended {
  const { size, spaces, facings, objective, mostWork } = problem;
  const first = (cost: Cost): number =>
    objective === "least_movement" ? cost.movement : cost.slack;
  let ended: Ended = { best: start, finished: true, costAtLeast: Infinity, work: 0 };
  const visit = (reach: Reach): void => {
    const cost = addCosts(reach.map(([cheapest]) => cheapest));
    if (compareCosts(cost, ended.best.cost, objective) >= 0) return;
    if (ended.work > 2 * mostWork) {
      const costAtLeast = Math.min(ended.costAtLeast, first(cost));
      ended = { ...ended, finished: false, costAtLeast };
      return;
    }
    const relation = joinReach(size, reach);
    const at = reach.findIndex((open) => open.length > 1 && keepHighest(open).length > 1);
    const caps = facings.map((facing) =>
      at === -1 ? countAnswers(relation, facing) : boundAnswers(relation, facing),
    );
    ended = { ...ended, work: ended.work + workOfJoin(problem) };
    const sum = sumFacings(facings, (_, place) => caps[place] ?? 1);
    if (sum > ended.best.answers) return;
    if (at !== -1) {
      for (const choice of reach[at] ?? []) visit(reach.with(at, [choice]));
      return;
    }
    // Fewer answers than known can still turn up where the search for them was cut short: whatever they cost.
    const best = sum < ended.best.answers ? { ...ended.best, answers: sum, cost: any } : ended.best;
    const inner = findCheapest(
      problem,
      reach,
      best,
      // What one way of settling leaves over is for the others, so that each is looked at for a while.
      (mostWork - ended.work) / 2,
    );
    ended = {
      best: inner.best,
      finished: ended.finished && inner.finished,
      costAtLeast: inner.finished
        ? ended.costAtLeast
        : Math.min(ended.costAtLeast, inner.costAtLeast),
      work: ended.work + inner.work,
    };
  };
  visit(spaces);
  return { ...ended, costAtLeast: Math.min(ended.costAtLeast, first(ended.best.cost)) };
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
  const start = starts
    .map((chosen) => tryCore(problem, chosen))
    .reduce((one, other) => (isBetter(other, one, problem) ? other : one));
  const sum = boundReach(problem, problem.spaces);
  const lightest = findLightest(problem, descend(problem, start), sum);
  const cheapest = findCheapestSettled(problem, lightest.best);
  const { best } = cheapest;
  return {
    chosen: best.chosen,
    cost: best.cost,
    answers: best.answers,
    answersAtLeast: lightest.finished ? lightest.best.answers : sum,
    costAtLeast: cheapest.costAtLeast,
    exact: lightest.finished && cheapest.finished,
    work: lightest.work + cheapest.work,
  };
}

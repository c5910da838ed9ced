import type { Parameter, ParameterValues, Requirement } from "@throughline/domain";
import { compareValue } from "../parameters/compare-value.ts";
import { valueOf } from "../parameters/compare-values.ts";
import { asksRequirement, type BuyerInstance } from "./buyer-instance.ts";
import { layCoreProblem } from "./lay-core-problem.ts";
import { findOwn, layEnding, layEndings, type Ending, type Objective } from "./lay-endings.ts";
import { layPositions, readValue, readValues, type Layout } from "./lay-positions.ts";
import { groupByReseller } from "./measure-burden.ts";
import {
  findOpenChoices,
  measureAlternative,
  readCore,
  turnEndings,
  type Outcome,
} from "./measure-alternative.ts";
import type { AddOn, BuyerProposal, Move, OpenChoice, Proposal } from "./proposal.ts";
import { searchCore } from "./search-core.ts";

/** Enough for some 30 variants and 12 parameters; beyond, the proof says how far it got. About half a second. */
const usualWork = 40_000_000;

/** The value of each space that meets everybody's own; where there is none, nothing is asked in common. */
function layStrictest({ spaces, positions }: Layout): Ending[] {
  return spaces.map((space, at) => {
    const joined = positions.reduce((join, { present, floor }) => {
      const own = findOwn(space, present[at] ?? 0, floor[at] ?? 0);
      return join === -1 ? -1 : (space.join[join]?.[own] ?? -1);
    }, 0);
    return layEnding(space, at, positions, Math.max(0, joined), false);
  });
}

/** What most ask today (by weight; of two asked as much, the first), as far as everybody's floor allows. */
function layMajority({ spaces, positions }: Layout): Ending[] {
  const weights = new Map<string, { present: readonly number[]; share: number }>();
  for (const { present, share } of positions) {
    const known = weights.get(present.join());
    weights.set(present.join(), { present, share: share + (known?.share ?? 0) });
  }
  const [first, ...others] = weights.values();
  const most = others.reduce(
    (best, one) => (one.share > (best?.share ?? 0) + 1e-9 ? one : best),
    first,
  );
  return spaces.map((space, at) => layEnding(space, at, positions, most?.present[at] ?? 0, true));
}

function labelOf(parameters: readonly Parameter[], key: string): string {
  return parameters.find((one) => one.key === key)?.label ?? key;
}

function readBuyers(
  layout: Layout,
  parameters: readonly Parameter[],
  instances: readonly BuyerInstance[],
  outcome: Outcome,
  core: readonly number[],
): BuyerProposal[] {
  const { spaces, keys, positions } = layout;
  const coreValues = readValues(layout, core);
  return layout.asking.map((instance, at): BuyerProposal => {
    const position = layout.positionOf[at] ?? 0;
    const present = positions[position]?.present ?? [];
    const floor = positions[position]?.floor ?? [];
    const places = outcome[position] ?? [];
    const moves: Move[] = [];
    const addOns: AddOn[] = [];
    let distance = 0;
    for (const key of keys) {
      let steps = 0;
      let longest = 1;
      let beside = false;
      let needed = false;
      spaces.forEach((space, on) => {
        if (space.key !== key) return;
        steps += space.steps[present[on] ?? 0]?.[places[on] ?? 0] ?? 0;
        longest = space.longest;
        beside ||= places[on] !== core[on];
        needed ||= space.atLeast[core[on] ?? 0]?.[floor[on] ?? 0] !== true;
      });
      const type = spaces.find((space) => space.key === key)?.type ?? { kind: "text" };
      const label = labelOf(parameters, key);
      const from = valueOf(instance.values, key);
      const to = readValue(spaces, key, places);
      distance += steps / longest;
      if (steps > 0) {
        const relation = compareValue(type, to, from);
        const direction =
          relation === "stricter" ? "up" : relation === "weaker" ? "down" : "sideways";
        moves.push({ parameter: key, label, from, to, direction, steps, share: steps / longest });
      }
      if (beside) {
        const ordered = compareValue(type, to, valueOf(coreValues, key)) === "stricter";
        const given = instance.floor !== null && needed;
        addOns.push({
          parameter: key,
          label,
          value: to,
          kind: !ordered ? "cannot_be_ordered" : given ? "floor" : "asks_more",
          reason: given ? (instance.floor?.reason ?? null) : null,
        });
      }
    }
    return {
      buyer: instance.buyer,
      role: instance.role,
      instance: instances.indexOf(instance),
      now: instance.values,
      proposed: readValues(layout, places, instance.values),
      moves,
      addOns,
      distance: keys.length === 0 ? 0 : distance / keys.length,
    };
  });
}

function readChoices(
  layout: Layout,
  parameters: readonly Parameter[],
  outcome: Outcome,
): OpenChoice[] {
  return findOpenChoices(layout, outcome).map((parameter) => {
    const asked = new Map<string, OpenChoice["values"][number]>();
    layout.asking.forEach(({ buyer }, at) => {
      const value = readValue(layout.spaces, parameter, outcome[layout.positionOf[at] ?? 0] ?? []);
      const key = JSON.stringify(value) ?? "";
      const known = asked.get(key);
      asked.set(key, { value, buyers: [...(known?.buyers ?? []), buyer] });
    });
    return {
      parameter,
      label: labelOf(parameters, parameter),
      values: [...asked]
        .toSorted(([a, one], [b, other]) =>
          one.buyers.length === other.buyers.length
            ? Number(a > b) - Number(a < b)
            : other.buyers.length - one.buyers.length,
        )
        .map(([, value]) => value),
    };
  });
}

/**
 * Proposes a common core for one requirement, with what each buyer asks beside it. Nobody ends below its own floor (what it
 * asks today, unless it gave a lower one). Among all cores it takes the one with the fewest distinct answers over all
 * resellers (see `measureBurden`), then by the objective: `least_movement` (then stricter) or `most_ambitious` (then less
 * movement). It is never worse on burden than the strictest, the majority's or today's versions as far as floors allow them, and
 * it is exact unless `proof` says how far it got. Verification schemes stay as they are.
 *
 * @param options `mostWork`: how much the search may look at, in words of bits; the same work gives the same proposal on any machine
 * @example
 * const { core, buyers, proof } = proposeCommonCore(requirement, instances);
 * buyers.filter(({ moves }) => moves.length > 0).map(({ buyer }) => buyer); // who would move
 */
export function proposeCommonCore(
  requirement: Pick<Requirement, "parameters">,
  instances: readonly BuyerInstance[],
  options: { readonly objective?: Objective; readonly mostWork?: number } = {},
): Proposal {
  const { parameters } = requirement;
  const objective = options.objective ?? "least_movement";
  const asking = instances.filter(asksRequirement);
  const groups = groupByReseller(asking);
  const assumedOneReseller = groups.size === 0 && asking.length > 0;
  if (assumedOneReseller)
    groups.set(
      "",
      asking.map((_, at) => at),
    );
  const layout = layPositions(requirement, asking, groups);
  const { spaces, positions } = layout;
  const endings = spaces.map((space, at) => layEndings(space, at, positions));
  const strictest = layStrictest(layout);
  const majority = layMajority(layout);
  const own = spaces.map((space, at) => layEnding(space, at, positions, 0, false));
  const { problem, starts } = layCoreProblem(
    spaces,
    endings,
    [...layout.facings.values()],
    [strictest, majority, own],
    { objective, mostWork: options.mostWork ?? usualWork },
  );
  const solution = searchCore(problem, starts);
  const outcome = turnEndings(positions.length, solution.chosen);
  const core = readCore(
    layout,
    outcome,
    solution.chosen.map((choice) => choice.core),
  );
  const tell = (
    name: "majority" | "strictest",
    ending: readonly Ending[],
  ): ReturnType<typeof measureAlternative> => {
    const reached = turnEndings(positions.length, ending);
    const chosen = ending.map((one) => one.core);
    const values = readValues(layout, chosen);
    return measureAlternative(name, layout, parameters, reached, values, values);
  };
  const coreValues: ParameterValues = readValues(layout, core);
  const proposal = measureAlternative(
    "proposal",
    layout,
    parameters,
    outcome,
    coreValues,
    coreValues,
  );
  const today = positions.map(({ present }) => present);
  const shared = readCore(
    layout,
    today,
    spaces.map(() => 0),
  );
  const answers = proposal.burden.resellers.reduce((sum, one) => sum + one.answers, 0);
  const perParameter = Math.max(1, layout.keys.length);
  const { movement, slack } = solution.cost;
  return {
    objective,
    core: coreValues,
    buyers: readBuyers(layout, parameters, instances, outcome, core),
    choices: readChoices(layout, parameters, outcome),
    alternatives: [
      measureAlternative("current", layout, parameters, today, readValues(layout, shared), null),
      tell("majority", majority),
      tell("strictest", strictest),
      proposal,
    ],
    notAsking: instances.filter((one) => !asksRequirement(one)).map(({ buyer }) => buyer),
    assumedOneReseller,
    proof: {
      exact: solution.exact && spaces.every(({ whole }) => whole),
      answers,
      // Resellers that face one version have one answer to prepare whatever the core; the search does not see them.
      answersAtLeast: answers - solution.answers + solution.answersAtLeast,
      cost: (objective === "least_movement" ? movement : slack) / perParameter,
      costAtLeast: solution.costAtLeast / perParameter,
      cutShort: spaces.filter(({ whole }) => !whole).map(({ key }) => key),
      work: solution.work,
    },
  };
}

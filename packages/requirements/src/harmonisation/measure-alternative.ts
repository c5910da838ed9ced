import { compareValues } from "../parameters/compare-values.ts";
import type { Parameter, ParameterValues } from "@throughline/domain";
import type { Ending } from "./lay-endings.ts";
import type { Layout } from "./lay-positions.ts";
import type { ValueSpace } from "./lay-value-space.ts";
import { sumBurden, type ResellerBurden } from "./measure-burden.ts";
import { countVariants } from "./measure-diversity.ts";
import type { Alternative } from "./proposal.ts";
import { countAnswers, gatherVariants, relateVariants } from "./relate-variants.ts";

/** Places by position: what each would ask. */
export type Outcome = readonly (readonly number[])[];

/** Turns endings by space into places by position. */
export function turnEndings(
  positions: number,
  endings: readonly Pick<Ending, "finals">[],
): Outcome {
  return Array.from({ length: positions }, (_, at) => endings.map(({ finals }) => finals[at] ?? 0));
}

/** Values of one space that none of those asked is stricter than. */
function findHighest(space: ValueSpace, held: ReadonlySet<number>): number[] {
  return [...held].filter(
    (one) => ![...held].some((other) => other !== one && space.atLeast[other]?.[one] === true),
  );
}

/** Keys of parameters on which what is asked cannot be ordered. */
export function findOpenChoices(layout: Layout, outcome: Outcome): string[] {
  const open = layout.spaces.flatMap((space, at) =>
    findHighest(space, new Set(outcome.map((places) => places[at] ?? 0))).length > 1
      ? [space.key]
      : [],
  );
  return [...new Set(open)];
}

/**
 * The values everybody would ask at least: of each parameter the strictest that all outcomes meet, or, where some cannot be
 * ordered with the value chosen for the core, that value.
 */
export function readCore(
  { spaces }: Pick<Layout, "spaces">,
  outcome: Outcome,
  chosen: readonly number[],
): number[] {
  return spaces.map((space, at) => {
    const held = new Set(outcome.map((places) => places[at] ?? 0));
    const meets = (value: number): boolean =>
      [...held].every((one) => space.atLeast[one]?.[value] === true);
    const start = chosen[at] ?? 0;
    if (!meets(start)) return start;
    return space.values.reduce<number>(
      (best, _, value) =>
        meets(value) && (space.heights[value] ?? 0) > (space.heights[best] ?? 0) ? value : best,
      start,
    );
  });
}

/** What resellers would bear. Schemes stay as they are asked: nobody moves on them. */
export function measureResellers(layout: Layout, outcome: Outcome): ResellerBurden[] {
  const relation = relateVariants(layout.spaces, outcome);
  return [...layout.facings].map(([reseller, faced]) => {
    const its = (layout.groups.get(reseller) ?? []).flatMap((at) => layout.asking[at] ?? []);
    const schemes = new Set(its.flatMap((one) => one.schemes ?? [])).size;
    const answers = countAnswers(relation, gatherVariants(relation.size, faced));
    return {
      reseller,
      buyers: new Set(its.map(({ buyer }) => buyer)).size,
      answers,
      schemes,
      total: answers + schemes,
    };
  });
}

/** Measures one way to go. `literal`: the values everybody would be left with if only these were asked. */
export function measureAlternative(
  name: Alternative["name"],
  layout: Layout,
  parameters: readonly Parameter[],
  outcome: Outcome,
  core: ParameterValues,
  literal: ParameterValues | null,
): Alternative {
  const { positions, holders, spaces, asking } = layout;
  let movement = 0;
  let moving = 0;
  let down = 0;
  positions.forEach(({ present, share }, at) => {
    const places = outcome[at] ?? [];
    const count = holders[at]?.length ?? 0;
    let distance = 0;
    let comesDown = false;
    spaces.forEach((space, on) => {
      const from = present[on] ?? 0;
      const to = places[on] ?? 0;
      distance += (space.steps[from]?.[to] ?? 0) / space.longest;
      comesDown ||= from !== to && space.atLeast[from]?.[to] === true;
    });
    movement += share * distance;
    if (distance > 0) moving += count;
    if (comesDown) down += count;
  });
  const floors = asking.filter(({ values, floor }) => {
    const least = floor?.values ?? values;
    const { relation } = compareValues(parameters, literal ?? values, least);
    return relation !== "equal" && relation !== "stricter";
  });
  const withoutReseller = asking.filter(({ resellers }) => resellers.length === 0).length;
  return {
    name,
    core,
    burden: sumBurden(measureResellers(layout, outcome), withoutReseller),
    diversity: countVariants(
      positions.map(({ share }, at) => ({ variant: (outcome[at] ?? []).join(), weight: share })),
    ),
    movement: layout.keys.length === 0 ? 0 : movement / layout.keys.length,
    buyersMoving: moving,
    buyersComingDown: down,
    belowFloorIfTakenAlone: floors.length,
    openChoices: findOpenChoices(layout, outcome),
  };
}

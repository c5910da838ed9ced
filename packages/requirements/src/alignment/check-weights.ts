/** Whether award weights can decide anything: said, above nothing, together 100 % in each lot. */
import type { RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding, AlignmentFix } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { type AlignmentContext, nameInstance } from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

/** What a criterion that weighs nothing is given: little, and enough to matter. */
const leastWeight = 5;

/** Weights are given in hundredths of a percent at most. */
const round = (weight: number): number => Math.round(weight * 100) / 100;

interface LotGroup {
  readonly lots: readonly string[];
  readonly awards: readonly RequirementInstance[];
}

/** Lots by the award criteria that count in them; one group for everything where there are no lots. */
function groupLots({ facts }: AlignmentContext): LotGroup[] {
  const awards = facts.instances.filter(({ role }) => role === "award");
  if (awards.length === 0) return [];
  const named = new Set([...facts.lots.map(({ id }) => id), ...awards.flatMap(({ lots }) => lots)]);
  if (named.size === 0) return [{ lots: [], awards }];
  const groups = new Map<string, { lots: string[]; awards: RequirementInstance[] }>();
  for (const lot of named) {
    const here = awards.filter(({ lots }) => lots.length === 0 || lots.includes(lot));
    if (here.length === 0) continue;
    const key = here.map(({ id }) => id).join("\u0000");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { lots: [lot], awards: here });
    else group.lots.push(lot);
  }
  return [...groups.values()];
}

/** Scales to 100, the rounding on the heaviest. */
function scale(awards: readonly RequirementInstance[], sum: number): Map<string, number> {
  const scaled = new Map(awards.map(({ id, weight }) => [id, round(((weight ?? 0) / sum) * 100)]));
  const total = round([...scaled.values()].reduce((all, one) => all + one, 0));
  const [heaviest] = awards.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  if (heaviest !== undefined)
    scaled.set(heaviest.id, round((scaled.get(heaviest.id) ?? 0) + 100 - total));
  return scaled;
}

function checkSum(
  context: AlignmentContext,
  { lots, awards }: LotGroup,
  alone: boolean,
): AlignmentFinding[] {
  const silent = awards.filter(({ weight }) => weight === null);
  const sum = round(awards.reduce((all, { weight }) => all + (weight ?? 0), 0));
  const rest = round(100 - sum);
  if (silent.length > 0)
    return silent.map((award) => {
      const params = { instance: nameInstance(award), rest };
      // Only where it is the only one, and changing it changes no other lot.
      const able = context.open && alone && silent.length === 1 && rest > 0;
      return makeFinding({
        code: "weight_not_said",
        severity: "serious",
        instanceIds: [award.id],
        params,
        fix: able
          ? {
              kind: "set_weights",
              weights: [{ instanceId: award.id, weight: rest }],
              sentence: sayAlignment("align.weight_not_said.fix", params),
              safe: false,
              needs: [],
            }
          : null,
      });
    });
  if (sum === 100) return [];
  const shown = alone ? null : lots.join("; ");
  const fix = (): AlignmentFix | null => {
    if (!context.open) return null;
    if (sum < 100)
      return {
        kind: "add_instances",
        instances: [restOf(lots, alone, rest)],
        sentence: sayAlignment("align.weights_do_not_sum.fix.rest", { rest }),
        safe: false,
        needs: [],
      };
    if (!alone) return null;
    const weights = [...scale(awards, sum)].map(([instanceId, weight]) => ({ instanceId, weight }));
    return {
      kind: "set_weights",
      weights,
      sentence: sayAlignment("align.weights_do_not_sum.fix.scale"),
      safe: false,
      needs: [],
    };
  };
  return [
    makeFinding({
      code: "weights_do_not_sum",
      // Less than the whole may be what nobody recorded here; more than the whole cannot be right.
      severity: sum > 100 ? "blocking" : "serious",
      about: `lots ${lots.join()}`,
      instanceIds: [],
      values: awards.map(({ id, weight }) => [id, weight]),
      params: { sum, lots: shown },
      fix: fix(),
    }),
  ];
}

function restOf(lots: readonly string[], alone: boolean, weight: number): RequirementInstance {
  return {
    id: `new:rest:${lots.join(",")}`,
    role: "award",
    requirement: null,
    version: null,
    place: "",
    title: sayAlignment("align.rest").text,
    wording: "",
    values: {},
    lots: alone ? [] : [...lots],
    weight,
    subjectMatterLink: null,
    labels: [],
    equivalentAccepted: null,
    announced: true,
    followUp: null,
  };
}

function checkNothing(context: AlignmentContext, award: RequirementInstance): AlignmentFinding[] {
  if (award.weight === null || award.weight > 0) return [];
  // From the heaviest that counts in the very same lots, so that no sum changes.
  const [other] = context.facts.instances
    .filter(
      ({ role, lots, weight }) =>
        role === "award" &&
        (weight ?? 0) > leastWeight &&
        lots.length === award.lots.length &&
        lots.every((lot) => award.lots.includes(lot)),
    )
    .toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const params = { instance: nameInstance(award), weight: leastWeight };
  return [
    makeFinding({
      code: "weight_cannot_matter",
      severity: "serious",
      instanceIds: [award.id],
      values: award.weight,
      params,
      fix:
        !context.open || other === undefined
          ? null
          : {
              kind: "set_weights",
              weights: [
                { instanceId: award.id, weight: leastWeight },
                { instanceId: other.id, weight: round((other.weight ?? 0) - leastWeight) },
              ],
              sentence: sayAlignment("align.weight_cannot_matter.fix", {
                ...params,
                other: nameInstance(other),
              }),
              safe: false,
              needs: [],
            },
    }),
  ];
}

/** Award weights that are not said, weigh nothing, or do not make up 100 % of a lot. */
export function checkWeights(context: AlignmentContext): AlignmentFinding[] {
  const groups = groupLots(context);
  const alone = groups.length === 1;
  const found = groups.flatMap((group) => checkSum(context, group, alone));
  // A criterion of several groups of lots is silent in each: it is said once.
  const once = new Map(found.map((finding) => [finding.key, finding]));
  const awards = context.facts.instances.filter(({ role }) => role === "award");
  return [...once.values(), ...awards.flatMap((award) => checkNothing(context, award))];
}

import type {
  Parameter,
  ParameterValue,
  ParameterValues,
  Requirement,
  Sentence,
} from "@throughline/domain";
import { describeValues, sayValue } from "../parameters/describe-values.ts";
import { sayIn } from "../texts/say-in.ts";
import { harmonisationTexts } from "./harmonisation-texts.ts";
import type { AddOn, Alternative, BuyerProposal, Move, Proposal } from "./proposal.ts";

const say = sayIn(harmonisationTexts);

/** What one buyer reads of itself. */
export interface BuyerDescription {
  readonly buyer: string;
  /** One for each of its moves; that it changes nothing, where there are none. */
  readonly moves: readonly Sentence[];
  /** One for each of its add-ons. */
  readonly addOns: readonly Sentence[];
}

/** A proposal in sentences, in the order to be read. */
export interface ProposalDescription {
  /** What is proposed, what it saves and who would change. */
  readonly summary: readonly Sentence[];
  /** For each buyer, in the order of the proposal. */
  readonly buyers: readonly BuyerDescription[];
  /** What only people can choose. */
  readonly choices: readonly Sentence[];
  /** Today, majority, strictest and proposal side by side. */
  readonly comparison: readonly Sentence[];
  /** What these figures rest on, and how far. */
  readonly caveats: readonly Sentence[];
}

function findAlternative({ alternatives }: Proposal, name: Alternative["name"]): Alternative {
  const found = alternatives.find((one) => one.name === name);
  if (found === undefined) throw new Error(`A proposal without the alternative "${name}".`);
  return found;
}

function countAnswers({ burden }: Alternative): number {
  return burden.resellers.reduce((sum, { answers }) => sum + answers, 0);
}

function roundEffective({ diversity }: Alternative): number {
  return Math.round((diversity.effective ?? 0) * 10) / 10;
}

function nameValue(
  parameters: readonly Parameter[],
  key: string,
  value: ParameterValue | undefined,
): string {
  if (value === undefined) return "nothing";
  const type = parameters.find((one) => one.key === key)?.type ?? { kind: "text" };
  return sayValue(type, value);
}

function describeMove(parameters: readonly Parameter[], buyer: string, move: Move): Sentence {
  const { parameter, label, from, to, steps, direction } = move;
  return say(`buyer.${direction}`, {
    buyer,
    label,
    from: nameValue(parameters, parameter, from),
    to: nameValue(parameters, parameter, to),
    steps,
  });
}

function describeAddOn(parameters: readonly Parameter[], buyer: string, addOn: AddOn): Sentence {
  const { parameter, label, kind, reason } = addOn;
  const value = nameValue(parameters, parameter, addOn.value);
  return say(`addon.${kind}`, { buyer, label, value, reason });
}

function describeBuyer(
  parameters: readonly Parameter[],
  { buyer, moves, addOns }: BuyerProposal,
): BuyerDescription {
  const moved = moves.map((move) => describeMove(parameters, buyer, move));
  return {
    buyer,
    moves: moved.length > 0 ? moved : [say("buyer.stays", { buyer })],
    addOns: addOns.map((addOn) => describeAddOn(parameters, buyer, addOn)),
  };
}

/**
 * Says what all would ask in common.
 *
 * @example describeCore(requirement, { due_days: 28 }).text // "In common all would ask: within 28 days."
 */
export function describeCore(
  { parameters }: Pick<Requirement, "parameters">,
  core: ParameterValues,
): Sentence {
  return Object.keys(core).length > 0
    ? say("core.values", { core: describeValues(parameters, core) })
    : say("core.nothing");
}

function describeAnswers(proposal: Proposal): Sentence[] {
  const current = findAlternative(proposal, "current");
  const proposed = findAlternative(proposal, "proposal");
  const before = countAnswers(current);
  const after = countAnswers(proposed);
  const code = after < before ? "answers.fewer" : after > before ? "answers.more" : "answers.same";
  const highest = (one: Alternative): number =>
    one.burden.resellers.reduce((most, { answers }) => Math.max(most, answers), 0);
  const schemes = Math.max(0, ...current.burden.resellers.map((one) => one.schemes));
  return [
    say(code, { before, after, highest: highest(proposed), highestBefore: highest(current) }),
    say("answers.rule"),
    ...(schemes > 1 ? [say("schemes.named", { schemes })] : []),
  ];
}

function describeProof({ proof, objective }: Proposal): Sentence {
  if (proof.exact) return say(`proof.exact.${objective}`);
  const gap = proof.cost > 0 ? (proof.cost - proof.costAtLeast) / proof.cost : 0;
  return say("proof.cut_short", {
    answers: proof.answers,
    least: proof.answersAtLeast,
    better: Math.ceil(gap * 100),
  });
}

function describeCaveats(parameters: readonly Parameter[], proposal: Proposal): Sentence[] {
  const { notAsking, proof, assumedOneReseller } = proposal;
  const without = findAlternative(proposal, "current").burden.instancesWithoutReseller;
  const labels = proof.cutShort.map(
    (key) => parameters.find((one) => one.key === key)?.label ?? key,
  );
  return [
    describeProof(proposal),
    ...(labels.length > 0 ? [say("caveat.cut_short", { labels: labels.join("; ") })] : []),
    ...(assumedOneReseller ? [say("caveat.one_reseller")] : []),
    ...(without > 0 && !assumedOneReseller
      ? [say("caveat.without_reseller", { count: without })]
      : []),
    ...(notAsking.length > 0
      ? [
          say("caveat.not_asking", {
            buyers: notAsking.join("; "),
            one: notAsking.length === 1 ? 1 : 0,
            many: notAsking.length === 1 ? 0 : 1,
          }),
        ]
      : []),
    say("caveat.people"),
  ];
}

/**
 * Says a proposal as a reference group reads it: what would be asked in common, what resellers are spared, who would move how far and
 * why somebody keeps its own, what only people can choose, and how sure the figures are.
 *
 * @example
 * describeProposal(requirement, proposal).summary.map(({ text }) => text);
 * // ["In common all would ask: named components.", "Resellers would prepare 1 answer in all instead of 3, …", …]
 */
export function describeProposal(
  { parameters }: Pick<Requirement, "parameters">,
  proposal: Proposal,
): ProposalDescription {
  const { core, buyers, choices } = proposal;
  if (buyers.length === 0)
    return {
      summary: [say("nobody.asks")],
      buyers: [],
      choices: [],
      comparison: [],
      caveats: [],
    };
  const current = findAlternative(proposal, "current");
  const proposed = findAlternative(proposal, "proposal");
  const moving = proposed.buyersMoving;
  return {
    summary: [
      describeCore({ parameters }, core),
      ...describeAnswers(proposal),
      moving > 0
        ? say("moves.some", { moving, all: buyers.length, down: proposed.buyersComingDown })
        : say("moves.none"),
      say("floor.kept"),
      say("diversity.change", {
        before: roundEffective(current),
        after: roundEffective(proposed),
      }),
    ],
    buyers: buyers.map((buyer) => describeBuyer(parameters, buyer)),
    choices: choices.map(({ parameter, label, values }) =>
      say("choice.open", {
        label,
        values: values
          .map(
            ({ value, buyers: asked }) =>
              `${nameValue(parameters, parameter, value)} (${asked.length})`,
          )
          .join("; "),
      }),
    ),
    comparison: proposal.alternatives.map((one) =>
      say(`compare.${one.name}`, {
        answers: countAnswers(one),
        effective: roundEffective(one),
        moving: one.buyersMoving,
        below: one.belowFloorIfTakenAlone,
      }),
    ),
    caveats: describeCaveats(parameters, proposal),
  };
}

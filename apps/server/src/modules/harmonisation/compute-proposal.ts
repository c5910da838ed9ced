/** Computes a common core and puts it in the two copies that are kept: for buyers, and for every member. */
import type { ProposalContent } from "@throughline/contract";
import type { Requirement } from "@throughline/domain";
import {
  describeProposal,
  proposeCommonCore,
  sayValue,
  type Objective,
  type Proposal,
} from "@throughline/requirements";
import { tellBurden, type Compared } from "./compare-group.ts";
import { readDiversity, sayAsked, sayHarmonisation } from "./harmonisation-sentences.ts";
import type { ProposalDetails } from "./proposals.store.ts";

/** Computes it from what stands in the group. */
export function computeProposal(
  requirement: Requirement,
  compared: readonly Compared[],
  objective: Objective,
): { readonly details: ProposalDetails; readonly content: ProposalContent } {
  const proposal = proposeCommonCore(
    requirement,
    compared.map(({ instance }) => instance),
    { objective },
  );
  const content = tellProposal(requirement, proposal);
  return {
    details: {
      content,
      organisationIds: proposal.buyers.map(
        ({ instance }) => compared[instance]?.stored.organisationId ?? "",
      ),
      sources: compared.map(({ stored: { id, organisationId } }) => ({
        organisationId,
        sharedId: id,
      })),
    },
    content: leaveBuyersOut(requirement, proposal, content),
  };
}

function tellProposal(requirement: Requirement, proposal: Proposal): ProposalContent {
  const told = describeProposal(requirement, proposal);
  const types = new Map(requirement.parameters.map((one) => [one.key, one.type]));
  return {
    objective: proposal.objective,
    core: proposal.core,
    coreSays: sayAsked(requirement, proposal.core),
    buyers: proposal.buyers.map(({ instance: _, ...one }, at) => ({
      ...one,
      moves: one.moves.map(({ from, to, ...move }, on) => ({
        ...move,
        from: from ?? null,
        to: to ?? null,
        says: told.buyers[at]?.moves[on]?.text ?? "",
      })),
      addOns: one.addOns.map(({ value, ...addOn }, on) => ({
        ...addOn,
        value: value ?? null,
        says: told.buyers[at]?.addOns[on]?.text ?? "",
      })),
    })),
    choices: proposal.choices.map(({ parameter, label, values }) => ({
      parameter,
      label,
      values: values.map(({ value, buyers }) => ({
        value: value ?? null,
        says:
          value === undefined
            ? sayHarmonisation("matrix.asks_nothing", {}).text
            : sayValue(types.get(parameter) ?? { kind: "text" }, value),
        buyers: [...buyers],
      })),
    })),
    alternatives: proposal.alternatives.map((one) => ({
      name: one.name,
      core: one.core,
      coreSays: sayAsked(requirement, one.core),
      burden: tellBurden(one.burden),
      diversity: readDiversity(one.diversity),
      movement: one.movement,
      buyersMoving: one.buyersMoving,
      buyersComingDown: one.buyersComingDown,
      belowFloorIfTakenAlone: one.belowFloorIfTakenAlone,
    })),
    notAsking: [...proposal.notAsking],
    assumedOneReseller: proposal.assumedOneReseller,
    exact: proposal.proof.exact,
    says: [...told.summary, ...told.choices, ...told.comparison, ...told.caveats],
  };
}

/** Without who asks what, who answers whom, and who does not ask: the core and its sums. */
function leaveBuyersOut(
  requirement: Requirement,
  proposal: Proposal,
  content: ProposalContent,
): ProposalContent {
  const told = describeProposal(requirement, { ...proposal, notAsking: [] });
  return {
    ...content,
    buyers: [],
    // That there is a choice; between which values is what buyers ask today.
    choices: content.choices.map((choice) => ({ ...choice, values: [] })),
    // What all but one or two ask today would tell what those ask: the ways that rest on it are told in sums.
    alternatives: content.alternatives.map((one) => ({
      ...one,
      core: one.name === "proposal" ? one.core : {},
      coreSays: one.name === "proposal" ? one.coreSays : sayHarmonisation("core.left_out", {}),
      burden: { ...one.burden, resellers: [] },
    })),
    notAsking: [],
    says: [...told.summary, ...told.comparison, ...told.caveats],
  };
}

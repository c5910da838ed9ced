/** Samples for the endpoints of harmonisation, recognition and laws. */
import type { Samples } from "./attack-ids.ts";

const nothing = (): unknown => undefined;

export const harmonisationSamples: Pick<Samples, "harmonisation" | "laws"> = {
  laws: {
    list: nothing,
    facts: (ids) => ({ supplierId: ids.supplier }),
    recordFacts: (ids) => ({
      supplierId: ids.supplier,
      facts: [{ fact: "employees", value: 1, asOf: "2025-12-31", source: "Attack" }],
    }),
    takeBackFact: (ids) => ({ factId: ids.companyFact }),
    applicable: (ids) => ({ supplierId: ids.supplier }),
    beyondLaw: (ids) => ({ contractId: ids.contract }),
  },
  harmonisation: {
    listGroups: nothing,
    getGroup: (ids) => ({ groupId: ids.group }),
    convene: () => ({ title: "Attack", purpose: "Attack", lawfulPurpose: "Attack" }),
    invite: (ids) => ({ groupId: ids.group, kind: "buyer" }),
    join: () => ({ code: "AAAA-BBBB-CCCC" }),
    leave: (ids) => ({ groupId: ids.group }),
    shareCandidates: (ids) => ({ groupId: ids.group }),
    listShared: (ids) => ({ groupId: ids.group }),
    share: (ids) => ({
      groupId: ids.group,
      instances: [
        {
          requirement: "disclose_sites",
          role: "clause",
          version: null,
          values: { due_days: 5 },
          floor: null,
        },
      ],
      dryRun: false,
    }),
    withdraw: (ids) => ({ groupId: ids.group, sharedId: ids.sharedInstance }),
    matrix: (ids) => ({ groupId: ids.group, requirement: "disclose_sites" }),
    overview: (ids) => ({ groupId: ids.group }),
    listProposals: (ids) => ({ groupId: ids.group }),
    propose: (ids) => ({ groupId: ids.group, requirement: "disclose_sites" }),
    getProposal: (ids) => ({ proposalId: ids.proposal }),
    putOut: (ids) => ({ proposalId: ids.proposal, version: 1, commentUntil: "2999-01-01" }),
    comment: (ids) => ({ proposalId: ids.proposal, stance: "agree", text: "Attack" }),
    close: (ids) => ({ proposalId: ids.proposal, version: 1, outcome: "Attack" }),
    take: (ids) => ({ proposalId: ids.proposal, dryRun: false }),
    listFollowUps: (ids) => ({ groupId: ids.group }),
    shareFollowUp: (ids) => ({
      groupId: ids.group,
      requirement: "disclose_sites",
      supplier: "Attack",
      values: {},
      method: "dialogue",
      followedUpOn: "2026-11-01",
      result: "Attack",
      dryRun: false,
    }),
    withdrawFollowUp: (ids) => ({ groupId: ids.group, followUpId: ids.followUp }),
    listRecognitions: (ids) => ({ contractId: ids.contract }),
    decideRecognition: (ids) => ({
      sharedFollowUpId: ids.othersFollowUp,
      conditionId: ids.condition,
      accepted: true,
      reason: "Attack",
    }),
    withdrawRecognition: (ids) => ({ decisionId: ids.recognition }),
  },
};

/** A group with what it and a partner share, a draft of a proposal, and a decision about the partner's follow-up. */
import type { ApiClient } from "@throughline/contract";
import type { Ids } from "./attack-ids.ts";

type GroupIds = Pick<
  Ids,
  "group" | "sharedInstance" | "proposal" | "followUp" | "othersFollowUp" | "recognition"
>;

/** Plants it for the owner, `theirs` being the partner; the condition asks "Secretmarker supplier" for sites. */
export async function plantGroup(
  client: ApiClient,
  theirs: ApiClient,
  conditionId: string,
): Promise<GroupIds> {
  const text = "Secretmarker";
  const { groupId } = await client.harmonisation.convene({
    title: text,
    purpose: text,
    lawfulPurpose: text,
  });
  const { code } = await client.harmonisation.invite({ groupId, kind: "buyer" });
  await client.harmonisation.share({
    groupId,
    instances: [
      {
        requirement: "disclose_sites",
        role: "clause",
        version: null,
        values: { due_days: 28 },
        floor: null,
      },
    ],
    dryRun: false,
  });
  const followedUp = {
    groupId,
    requirement: "disclose_sites",
    supplier: "Secretmarker supplier",
    values: { due_days: 1 },
    method: "dialogue",
    followedUpOn: "2026-11-01",
    result: text,
    dryRun: false,
  };
  await client.harmonisation.shareFollowUp(followedUp);
  await theirs.harmonisation.join({ code });
  await theirs.harmonisation.shareFollowUp(followedUp);
  const { proposalId } = await client.harmonisation.propose({
    groupId,
    requirement: "disclose_sites",
  });
  const { instances } = await client.harmonisation.listShared({ groupId });
  const { followUps } = await client.harmonisation.listFollowUps({ groupId });
  const othersFollowUp = followUps.find(({ own }) => !own)?.id ?? "";
  const { decisionId } = await client.harmonisation.decideRecognition({
    sharedFollowUpId: othersFollowUp,
    conditionId,
    accepted: true,
    reason: text,
  });
  return {
    group: groupId,
    sharedInstance: instances[0]?.id ?? "",
    proposal: proposalId,
    followUp: followUps.find(({ own }) => own)?.id ?? "",
    othersFollowUp,
    recognition: decisionId,
  };
}

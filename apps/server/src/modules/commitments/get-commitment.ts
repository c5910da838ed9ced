/** One commitment with all that was said of it, and what whoever reads it can say now. */
import type { CommitmentDetail } from "@throughline/contract";
import { canAct } from "@throughline/dialogue";
import { AppError, commitmentActKinds } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { actOf, gatherCommitments, type GatheredCommitment } from "./gather-commitments.ts";

/** The commitment, or `not_found`: one at a table at which we do not sit, a stranger's and none are the same. */
export async function requireCommitment(work: Work, id: string): Promise<GatheredCommitment> {
  const [found] = await gatherCommitments(work, { id });
  if (found === undefined) throw new AppError("not_found", "There is no such promise here.");
  return found;
}

export async function getCommitment(work: Work, id: string): Promise<CommitmentDetail> {
  return describe(work, await requireCommitment(work, id));
}

function describe(work: Work, gathered: GatheredCommitment): CommitmentDetail {
  const { row, sitting, fact, acts, standing, summary, names } = gathered;
  const canSay: CommitmentDetail["canSay"] = [];
  const cannotSay: CommitmentDetail["cannotSay"] = [];
  if (summary.shared && may(work, "dialogue.write"))
    for (const kind of commitmentActKinds) {
      if (kind === "made") continue;
      const verdict = canAct(fact, sitting.side, kind, work.today, {}, names);
      if (verdict.ok) canSay.push(kind);
      else cannotSay.push({ kind, why: verdict.sentence });
    }
  return {
    ...summary,
    breakId: row.break_id,
    proposed: standing.proposal,
    slipped: standing.slips.map(({ from, to, reason, on, bySide, agreed }) => ({
      from,
      to,
      reason: reason ?? "",
      on,
      side: bySide,
      agreed,
    })),
    acts: acts.map((act) => ({
      ...actOf(act),
      by:
        act.told_by === "" ? names[act.side === "buyers" ? "buyers" : "counterpart"] : act.told_by,
      linkShown: act.link_shown,
      mine: act.organisation_id === work.actor.organisationId,
    })),
    canSay,
    cannotSay,
  };
}

/** How a commitment stands on a day: the acts folded, with the sentence a contract manager would say. */
import {
  daysFrom,
  otherSide,
  type CommitmentFact,
  type CommitmentState,
  type DialogueSide,
  type IsoDate,
  type Sentence,
  type ShownBy,
} from "@throughline/domain";
import { sayCommitment } from "../texts/commitment-texts.ts";
import { foldActs, type Folded, type Proposal, type Slip } from "./fold-acts.ts";

/** A commitment as it stands on a day. */
export interface CommitmentStanding {
  readonly state: CommitmentState;
  /** What both agreed; while only one side has spoken, what that side put forward. */
  readonly what: string;
  /** The date both agreed last; while only one side has spoken, the date it put forward. */
  readonly dueOn: IsoDate | null;
  /** The first date both agreed; `null` until then, or where none was. */
  readonly firstDueOn: IsoDate | null;
  readonly slips: readonly Slip[];
  readonly confirmedOn: IsoDate | null;
  /** When whoever owes it said it was done, while the other side does not dispute it. */
  readonly fulfilledOn: IsoDate | null;
  readonly acceptedOn: IsoDate | null;
  readonly shownBy: ShownBy | null;
  /** Days after the date in force: until it was done, or until the day asked about. 0: not late. */
  readonly daysLate: number;
  /** Days after the date first agreed, whatever was agreed since. */
  readonly daysAfterFirst: number;
  /** Whose word or deed is next; `null`: nobody's. */
  readonly waitsFor: DialogueSide | null;
  /** What one side put forward and the other has not answered. */
  readonly proposal: Proposal | null;
  readonly lastOn: IsoDate;
  /** How it stands, in words. */
  readonly sentence: Sentence;
}

/** How a side is called in sentences about it. */
export interface SideNames {
  readonly buyers: string;
  readonly counterpart: string;
}

const plainNames: SideNames = { buyers: "we", counterpart: "the other side" };

function stateOf(folded: Folded, asOf: IsoDate): CommitmentState {
  const { agreed, done, firstDueOn } = folded;
  if (folded.released !== null) return "released";
  if (folded.refused !== null) return "refused";
  if (folded.disputed !== null) return "disputed";
  if (done !== null) {
    const settled = folded.acceptedOn !== null || (agreed !== null && done.shownBy !== null);
    if (!settled) return "said_done";
    return firstDueOn !== null && done.on > firstDueOn ? "kept_late" : "kept";
  }
  if (agreed === null) return "put_forward";
  return agreed.dueOn !== null && agreed.dueOn < asOf ? "overdue" : "open";
}

function waitingSide(
  state: CommitmentState,
  debtor: DialogueSide,
  { proposal, lastProposal }: Folded,
): DialogueSide | null {
  switch (state) {
    case "kept":
    case "kept_late":
    case "released":
      return null;
    case "refused":
      return lastProposal?.side ?? debtor;
    case "said_done":
      return otherSide(debtor);
    case "put_forward":
    case "open":
    case "overdue":
    case "disputed":
      return proposal === null ? debtor : otherSide(proposal.side);
  }
}

/** "we" and "us", "Cedar IT": the subject of a sentence. */
function sentenceOf(
  commitment: CommitmentFact,
  folded: Folded,
  state: CommitmentState,
  late: number,
  names: SideNames,
): Sentence {
  const { debtor } = commitment;
  const { agreed, done, firstDueOn, slips, lastProposal } = folded;
  const by = lastProposal?.side ?? debtor;
  const [first, last] = [firstDueOn, agreed?.dueOn ?? null];
  const params = {
    debtor: names[debtor],
    creditor: names[otherSide(debtor)],
    by: names[by],
    other: names[otherSide(by)],
    due: last,
    first,
    slips: slips.length,
    late,
    accepted: folded.acceptedOn === null ? 0 : 1,
    shown: done?.shownBy?.title ?? null,
  };
  switch (state) {
    case "put_forward":
      return sayCommitment("standing.put_forward", { ...params, on: lastProposal?.on ?? null });
    case "refused": {
      const { on, reason } = folded.refused ?? { on: null, reason: null };
      return sayCommitment("standing.refused", { ...params, on, reason });
    }
    case "open":
      return sayCommitment(last === null ? "standing.open_undated" : "standing.open", params);
    case "overdue":
      return sayCommitment("standing.overdue", params);
    case "said_done":
      return sayCommitment(agreed === null ? "standing.said_done_unagreed" : "standing.said_done", {
        ...params,
        on: done?.on ?? null,
      });
    case "disputed": {
      const { on, reason } = folded.disputed ?? { on: null, reason: null };
      return sayCommitment("standing.disputed", { ...params, on, reason });
    }
    case "kept":
      return sayCommitment("standing.kept", { ...params, on: done?.on ?? null });
    case "kept_late": {
      const later = last === first ? null : last;
      return sayCommitment("standing.kept_late", { ...params, on: done?.on ?? null, later });
    }
    case "released": {
      const { on, reason } = folded.released ?? { on: null, reason: null };
      return sayCommitment("standing.released", { ...params, on, reason });
    }
  }
}

/**
 * How a commitment stands on a day; `null` before it was put forward. A side's own word never confirms what that side put
 * forward; done with something that shows it counts as kept unless the other side disputes it, without it only once accepted;
 * a date that one side moved alone is a slip, and the date before stays in force.
 *
 * @param names how sides are called in the sentence, as the reader would: "we" and "Cedar IT", or two names
 * @example standingOf(commitment, "2026-11-20")?.state // "overdue"
 */
export function standingOf(
  commitment: CommitmentFact,
  asOf: IsoDate,
  names: SideNames = plainNames,
): CommitmentStanding | null {
  const { debtor } = commitment;
  const folded = foldActs(debtor, commitment.acts, asOf);
  const { agreed, done, lastProposal, lastOn, firstDueOn } = folded;
  if (lastProposal === null || lastOn === null) return null;
  const state = stateOf(folded, asOf);
  const standsDone = done !== null && folded.disputed === null;
  const until = standsDone ? done.on : asOf;
  const lateBy = (due: IsoDate | null): number =>
    due === null || agreed === null || folded.released !== null
      ? 0
      : Math.max(0, daysFrom(due, until));
  const daysLate = lateBy(agreed?.dueOn ?? null);
  return {
    state,
    what: agreed?.what ?? lastProposal.what,
    dueOn: agreed === null ? lastProposal.dueOn : agreed.dueOn,
    firstDueOn,
    slips: folded.slips,
    confirmedOn: folded.confirmedOn,
    fulfilledOn: standsDone ? done.on : null,
    acceptedOn: folded.acceptedOn,
    shownBy: standsDone ? done.shownBy : null,
    daysLate,
    daysAfterFirst: lateBy(firstDueOn),
    waitsFor: waitingSide(state, debtor, folded),
    proposal: folded.proposal,
    lastOn,
    sentence: sentenceOf(commitment, folded, state, daysLate, names),
  };
}

/** What is asked of a date that one side wants to move, in words; `null` where nothing is. */
export function sayAskedToMove(
  standing: CommitmentStanding,
  names: SideNames = plainNames,
): Sentence | null {
  const { proposal, dueOn } = standing;
  if (proposal === null || proposal.kind !== "postponed") return null;
  return sayCommitment("standing.asked_to_move", {
    by: names[proposal.side],
    other: names[otherSide(proposal.side)],
    on: proposal.on,
    to: proposal.dueOn,
    due: dueOn,
    reason: proposal.reason,
  });
}

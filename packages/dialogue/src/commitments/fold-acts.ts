/**
 * The acts of a commitment, one after the other. One rule serves all: what is refused here leaves the commitment as it was,
 * is refused by the server, and is not offered by the browser.
 *
 * What a side puts forward (made, corrected, postponed) holds once the *other* side confirms it. Whoever owes it and does
 * what the other side put forward has confirmed it by doing it. A date moved to a later day is a slip from the day it is
 * asked for, whatever the act is called; without the other side's word the date before holds.
 */
import {
  otherSide,
  type CommitmentAct,
  type CommitmentActKind,
  type DialogueSide,
  type IsoDate,
} from "@throughline/domain";
import type { SentenceParams } from "../texts/say-in.ts";
import type { commitmentTexts } from "../texts/commitment-texts.ts";

/** A date that was moved to a later day. */
export interface Slip {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string | null;
  /** Day it was asked for. */
  readonly on: IsoDate;
  readonly bySide: DialogueSide;
  /** Whether the other side said yes to it. */
  readonly agreed: boolean;
}

/** What one side put forward and the other has not answered. */
export interface Proposal {
  readonly kind: "made" | "corrected" | "postponed";
  readonly side: DialogueSide;
  readonly on: IsoDate;
  readonly what: string;
  readonly dueOn: IsoDate | null;
  readonly reason: string | null;
}

/** Where the acts have led so far. */
export interface Folded {
  readonly proposal: Proposal | null;
  /** The last thing that was put forward, answered or not. */
  readonly lastProposal: Proposal | null;
  readonly agreed: { readonly what: string; readonly dueOn: IsoDate | null } | null;
  readonly firstDueOn: IsoDate | null;
  readonly confirmedOn: IsoDate | null;
  readonly slips: readonly Slip[];
  readonly refused: { readonly on: IsoDate; readonly reason: string | null } | null;
  readonly done: { readonly on: IsoDate; readonly shownBy: CommitmentAct["shownBy"] } | null;
  readonly acceptedOn: IsoDate | null;
  readonly disputed: { readonly on: IsoDate; readonly reason: string | null } | null;
  readonly released: { readonly on: IsoDate; readonly reason: string | null } | null;
  readonly lastOn: IsoDate | null;
}

/** Nothing said yet. */
export const nothingSaid: Folded = {
  proposal: null,
  lastProposal: null,
  agreed: null,
  firstDueOn: null,
  confirmedOn: null,
  slips: [],
  refused: null,
  done: null,
  acceptedOn: null,
  disputed: null,
  released: null,
  lastOn: null,
};

type ActTextCode = Extract<keyof typeof commitmentTexts, `act.${string}`>;

/** Why an act cannot be: the code without `act.`, and what its sentence needs. */
export interface ActRefusal {
  readonly code: ActTextCode extends `act.${infer Code}` ? Code : never;
  readonly params: SentenceParams;
}

const refuse = (code: ActRefusal["code"], params: SentenceParams = {}): ActRefusal => ({
  code,
  params,
});

/** An act as far as it is known before it is made: dates and words may still be missing. */
export interface IntendedAct {
  readonly kind: CommitmentActKind;
  readonly side: DialogueSide;
  readonly on: IsoDate;
  readonly dueOn?: IsoDate | null;
  readonly what?: string | null;
  readonly reason?: string | null;
}

/** Why `act` cannot follow, or null. What `act` leaves out is not judged. */
export function refusalOf(
  folded: Folded,
  debtor: DialogueSide,
  act: IntendedAct,
): ActRefusal | null {
  const { agreed, done, proposal, lastProposal } = folded;
  if (folded.lastOn !== null && act.on < folded.lastOn)
    return refuse("first_day", { last: folded.lastOn });
  if (act.kind === "made") return lastProposal === null ? lacking(act) : refuse("already_made");
  if (lastProposal === null) return refuse("not_made");
  if (folded.released !== null) return refuse("ended");
  const standsDone = done !== null && folded.disputed === null;
  switch (act.kind) {
    case "corrected":
      if (standsDone) return refuse("done");
      // No day at all is later than any day.
      if (agreed !== null && agreed.dueOn !== null && act.dueOn !== undefined)
        if (act.dueOn === null || act.dueOn > agreed.dueOn)
          return refuse("later_is_postponed", { due: agreed.dueOn });
      return lacking(act);
    case "postponed":
      if (standsDone) return refuse("done");
      if (agreed === null || agreed.dueOn === null) return refuse("not_agreed_yet");
      if (act.dueOn !== undefined && (act.dueOn === null || act.dueOn <= agreed.dueOn))
        return refuse("not_later", { due: agreed.dueOn });
      return lacking(act);
    case "confirmed":
    case "refused":
      if (proposal === null) return refuse("nothing_put_forward");
      if (proposal.side === act.side) return refuse("own_word", { by: proposal.side });
      return lacking(act);
    case "fulfilled":
      if (act.side !== debtor) return refuse("not_owed");
      if (agreed === null && folded.refused !== null) return refuse("refused_before");
      // Said again with something that shows it is worth saying; shown already, it is not.
      if (standsDone && (done.shownBy !== null || folded.acceptedOn !== null))
        return refuse("already_kept", { on: done.on });
      return null;
    case "accepted":
      if (act.side === debtor) return refuse("owed");
      if (done === null) return refuse("not_said_done");
      return folded.acceptedOn === null ? null : refuse("already_accepted");
    case "disputed":
      if (act.side === debtor) return refuse("owed");
      if (done === null) return refuse("not_said_done");
      return folded.disputed === null ? lacking(act) : refuse("already_disputed");
    case "released":
      return act.side === debtor ? refuse("owed") : lacking(act);
  }
}

function lacking({ kind, what, reason }: IntendedAct): ActRefusal | null {
  if (what === null && (kind === "made" || kind === "corrected" || kind === "postponed"))
    return refuse("no_wording");
  if (reason === null && kind !== "made" && kind !== "confirmed") return refuse("no_reason");
  return null;
}

function putForward(folded: Folded, act: CommitmentAct, kind: Proposal["kind"]): Folded {
  const { agreed } = folded;
  const proposal: Proposal = {
    kind,
    side: act.side,
    on: act.on,
    what: act.what ?? "",
    dueOn: act.dueOn,
    reason: act.reason,
  };
  const from = agreed?.dueOn ?? null;
  const slip =
    kind === "postponed" && from !== null && act.dueOn !== null
      ? [
          {
            from,
            to: act.dueOn,
            reason: act.reason,
            on: act.on,
            bySide: act.side,
            agreed: false,
          },
        ]
      : [];
  return {
    ...folded,
    proposal,
    lastProposal: proposal,
    refused: null,
    slips: [...folded.slips, ...slip],
  };
}

function agree(folded: Folded, proposal: Proposal, on: IsoDate): Folded {
  const asked = proposal.kind === "postponed" ? folded.slips.length - 1 : -1;
  return {
    ...folded,
    proposal: null,
    agreed: { what: proposal.what, dueOn: proposal.dueOn },
    firstDueOn: folded.firstDueOn ?? proposal.dueOn,
    confirmedOn: folded.confirmedOn ?? on,
    slips: folded.slips.map((slip, at) => (at === asked ? { ...slip, agreed: true } : slip)),
  };
}

/** What was never confirmed in words is confirmed by the other side's deed. */
function agreeByDeed(folded: Folded, side: DialogueSide, on: IsoDate): Folded {
  const { agreed, proposal } = folded;
  if (agreed !== null || proposal === null || proposal.side === side) return folded;
  return agree(folded, proposal, on);
}

function apply(folded: Folded, debtor: DialogueSide, act: CommitmentAct): Folded {
  switch (act.kind) {
    case "made":
    case "corrected":
    case "postponed":
      return putForward(folded, act, act.kind);
    case "confirmed":
      return folded.proposal === null ? folded : agree(folded, folded.proposal, act.on);
    case "refused":
      return {
        ...folded,
        proposal: null,
        refused: folded.agreed === null ? { on: act.on, reason: act.reason } : null,
      };
    case "fulfilled": {
      const confirmed = agreeByDeed(folded, debtor, act.on);
      // Said again before the other side disputed it, it was done the first time; only what shows it is new.
      const before = folded.disputed === null ? folded.done : null;
      return {
        ...confirmed,
        proposal: confirmed.agreed === null ? confirmed.proposal : null,
        done: { on: before?.on ?? act.on, shownBy: act.shownBy },
        acceptedOn: null,
        disputed: null,
      };
    }
    case "accepted":
      return {
        ...agreeByDeed(folded, otherSide(debtor), act.on),
        acceptedOn: act.on,
        disputed: null,
        refused: null,
      };
    case "disputed":
      return { ...folded, acceptedOn: null, disputed: { on: act.on, reason: act.reason } };
    case "released":
      return { ...folded, proposal: null, released: { on: act.on, reason: act.reason } };
  }
}

/** The acts up to a day, each where it may follow; one that may not is as if it had not been said. */
export function foldActs(
  debtor: DialogueSide,
  acts: readonly CommitmentAct[],
  asOf: IsoDate,
): Folded {
  let folded = nothingSaid;
  for (const act of acts) {
    if (act.on > asOf || refusalOf(folded, debtor, act) !== null) continue;
    folded = { ...apply(folded, debtor, act), lastOn: act.on };
  }
  return folded;
}

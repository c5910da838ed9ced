/** May a side say this of a commitment now? What the server refuses by and the browser offers by. */
import {
  otherSide,
  type CommitmentActKind,
  type CommitmentFact,
  type DialogueSide,
  type IsoDate,
  type Sentence,
} from "@throughline/domain";
import { sayCommitment } from "../texts/commitment-texts.ts";
import { foldActs, refusalOf, type ActRefusal, type IntendedAct } from "./fold-acts.ts";
import type { SideNames } from "./standing-of.ts";

/** Yes, or why not. */
export type ActVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: ActRefusal["code"]; readonly sentence: Sentence };

/**
 * Whether `side` may say `kind` of the commitment on a day. Give date, wording and reason where they are known already; what
 * is left out is not judged, so that a button can be offered before its form is filled in. `null` says that there is none.
 *
 * @param commitment with an empty list of acts while it is to be made
 * @example canAct(commitment, "buyers", "confirmed", "2026-11-20") // { ok: false, code: "own_word", … }: buyers put it forward
 */
export function canAct(
  commitment: Pick<CommitmentFact, "debtor" | "acts">,
  side: DialogueSide,
  kind: CommitmentActKind,
  asOf: IsoDate,
  said: Pick<IntendedAct, "dueOn" | "what" | "reason"> = {},
  names: SideNames = { buyers: "the buyers", counterpart: "the other side" },
): ActVerdict {
  const { debtor, acts } = commitment;
  const refusal = refusalOf(foldActs(debtor, acts, acts.at(-1)?.on ?? asOf), debtor, {
    ...said,
    kind,
    side,
    on: asOf,
  });
  if (refusal === null) return { ok: true };
  const { code, params } = refusal;
  const by = params["by"] === "buyers" || params["by"] === "counterpart" ? params["by"] : debtor;
  const sentence = sayCommitment(`act.${code}`, {
    ...params,
    by: names[by],
    other: names[otherSide(by)],
    debtor: names[debtor],
    creditor: names[otherSide(debtor)],
  });
  return { ok: false, code, sentence };
}

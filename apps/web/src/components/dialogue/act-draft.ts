/** What is typed when one says something of a commitment, and what is wrong with it. */
import type { CommitmentActInput } from "@throughline/contract";
import type { CommitmentActKind } from "@throughline/domain";
import { t } from "../../texts/t.ts";
import type { FormFault } from "../form-faults.tsx";

export type SaidKind = Exclude<CommitmentActKind, "made">;

export interface ActDraft {
  readonly what: string;
  readonly dueOn: string;
  readonly reason: string;
  readonly shownTitle: string;
  readonly shownReference: string;
}

/** Fields that a kind of act has; a wording and a day for what is put forward, a reason for what is refused or moved. */
export const fieldsOfAct: Readonly<Record<SaidKind, readonly (keyof ActDraft)[]>> = {
  confirmed: [],
  corrected: ["what", "dueOn", "reason"],
  postponed: ["dueOn", "reason"],
  refused: ["reason"],
  fulfilled: ["shownTitle", "shownReference"],
  accepted: [],
  disputed: ["reason"],
  released: ["reason"],
};

export type ReadAct =
  | { readonly ok: true; readonly act: CommitmentActInput }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads the draft of one act; `before` is what holds until now. */
export function readActDraft(
  kind: SaidKind,
  draft: ActDraft,
  before: { readonly what: string; readonly dueOn: string | null },
): ReadAct {
  const fields = fieldsOfAct[kind];
  const faults: FormFault[] = [];
  if (fields.includes("what") && draft.what.trim() === "")
    faults.push({ field: "act-what", message: t("act.fault.what") });
  if (kind === "postponed" && (draft.dueOn === "" || draft.dueOn === before.dueOn))
    faults.push({ field: "act-dueOn", message: t("act.fault.dueOn") });
  if (fields.includes("reason") && draft.reason.trim() === "")
    faults.push({ field: "act-reason", message: t("act.fault.reason") });
  if (kind === "fulfilled" && draft.shownTitle.trim() === "" && draft.shownReference.trim() !== "")
    faults.push({ field: "act-shownTitle", message: t("act.fault.shownTitle") });
  if (faults.length > 0) return { ok: false, faults };
  const putsForward = kind === "corrected" || kind === "postponed";
  return {
    ok: true,
    act: {
      kind,
      what: kind === "corrected" ? draft.what.trim() : kind === "postponed" ? before.what : null,
      dueOn: putsForward && draft.dueOn !== "" ? draft.dueOn : null,
      reason: fields.includes("reason") ? draft.reason.trim() : null,
      shownBy:
        kind === "fulfilled" && draft.shownTitle.trim() !== ""
          ? { title: draft.shownTitle.trim(), reference: draft.shownReference.trim(), on: null }
          : null,
    },
  };
}

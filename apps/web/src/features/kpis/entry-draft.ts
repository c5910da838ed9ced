/** What is typed of a figure or a judgement, and what is wrong with it. */
import type { KpiEntryInput } from "@throughline/contract";
import type { KpiBand, KpiPeriod } from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

export interface EntryDraft {
  readonly kind: "parts" | "value" | "judgement";
  readonly from: string;
  readonly to: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  readonly judgement: KpiBand | "";
  readonly note: string;
  readonly evidenceTitle: string;
  readonly evidenceReference: string;
}

/** An empty draft for a period; of one that still runs, what is known until `today`. */
export function newEntryDraft(period: KpiPeriod, narrative: boolean, today: string): EntryDraft {
  return {
    kind: narrative ? "judgement" : "parts",
    from: period.from,
    to: period.to > today && period.from <= today ? today : period.to,
    numerator: "",
    denominator: "",
    value: "",
    judgement: "",
    note: "",
    evidenceTitle: "",
    evidenceReference: "",
  };
}

type EntryToCorrect = Omit<KpiEntryInput, "kpi">;

/** What was entered, to be corrected; what shows the correction is named anew. */
export function draftFromEntry(entry: EntryToCorrect): EntryDraft {
  const text = (number: number | null): string => (number === null ? "" : String(number));
  return {
    kind: entry.judgement !== null ? "judgement" : entry.denominator !== null ? "parts" : "value",
    from: entry.from,
    to: entry.to,
    numerator: text(entry.numerator),
    denominator: text(entry.denominator),
    value: text(entry.value),
    judgement: entry.judgement ?? "",
    note: entry.note,
    evidenceTitle: "",
    evidenceReference: "",
  };
}

/** A number as people type it; a comma stands for the point. `null` where it is none. */
function readNumber(text: string): number | null {
  const plain = text.trim().replaceAll(/\s/gu, "").replace(",", ".");
  const number = Number(plain);
  return plain === "" || !Number.isFinite(number) ? null : number;
}

export type ReadEntry =
  | { readonly ok: true; readonly entry: Omit<KpiEntryInput, "kpi"> }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads the draft; a figure needs evidence, a judgement its reason. */
export function readEntryDraft(draft: EntryDraft): ReadEntry {
  const faults: FormFault[] = [];
  const fault = (field: string, message: string): void => {
    faults.push({ field: `entry-${field}`, message });
  };
  const { kind } = draft;
  const numerator = kind === "parts" ? readNumber(draft.numerator) : null;
  const denominator = kind === "parts" ? readNumber(draft.denominator) : null;
  const value = kind === "value" ? readNumber(draft.value) : null;
  if (draft.from === "" || draft.to === "" || draft.to < draft.from)
    fault("to", t("entry.periodFault"));
  if (kind === "parts" && numerator === null) fault("numerator", t("entry.numberFault"));
  if (kind === "parts" && denominator === null) fault("denominator", t("entry.numberFault"));
  if (kind === "value" && value === null) fault("value", t("entry.numberFault"));
  if (kind === "judgement" && draft.judgement === "") fault("judgement", t("entry.judgementFault"));
  if (kind === "judgement" && draft.note.trim() === "") fault("note", t("entry.noteFault"));
  if (kind !== "judgement" && draft.evidenceTitle.trim() === "")
    fault("evidence", t("entry.evidenceFault"));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    entry: {
      from: draft.from,
      to: draft.to,
      numerator,
      denominator,
      value,
      judgement: kind === "judgement" && draft.judgement !== "" ? draft.judgement : null,
      note: draft.note.trim(),
      evidence:
        draft.evidenceTitle.trim() === ""
          ? null
          : { title: draft.evidenceTitle.trim(), reference: draft.evidenceReference.trim() },
    },
  };
}

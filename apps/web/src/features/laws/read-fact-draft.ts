/** What a person typed about a company, read into a fact. */
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { FactKind } from "./queries.ts";

export interface FactDraft {
  readonly fact: string;
  readonly number: string;
  readonly currency: string;
  readonly answer: "" | "yes" | "no";
  readonly countries: readonly string[];
  readonly asOf: string;
  readonly source: string;
}

interface Fact {
  fact: string;
  value: number | boolean | string[];
  currency: string | null;
  asOf: string;
  source: string;
}

/** Digits with blanks, commas, points or apostrophes between groups of three; `null` for anything else. */
function readNumber(text: string): number | null {
  const plain = text.trim();
  if (/^\d+$/.test(plain)) return Number(plain);
  return /^\d{1,3}([ \u00A0\u202F,.'’]\d{3})+$/.test(plain)
    ? Number(plain.replaceAll(/\D/g, ""))
    : null;
}

/**
 * Reads a draft; `fact` is `null` while something is missing.
 *
 * @param today no fact is about a day ahead
 */
export function readFactDraft(
  draft: FactDraft,
  kind: Pick<FactKind, "kind" | "money">,
  today: string,
): { readonly fact: Fact | null; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  let value: Fact["value"] = draft.answer === "yes";
  if (kind.kind === "figure") {
    const number = readNumber(draft.number);
    if (number === null) faults.push({ field: "fact-number", message: t("laws.numberFault") });
    value = number ?? 0;
    if (kind.money && !/^[A-Z]{3}$/.test(draft.currency))
      faults.push({ field: "fact-currency", message: t("laws.currencyFault") });
  } else if (kind.kind === "countries") {
    value = [...draft.countries];
    if (draft.countries.length === 0)
      faults.push({ field: "fact-countries", message: t("laws.countriesFault") });
  } else if (draft.answer === "") {
    faults.push({ field: "fact-answer", message: t("laws.answerFault") });
  }
  if (draft.asOf === "" || draft.asOf > today)
    faults.push({ field: "fact-as-of", message: t("laws.asOfFault") });
  if (draft.source.trim() === "")
    faults.push({ field: "fact-source", message: t("laws.sourceFault") });
  return {
    faults,
    fact:
      faults.length > 0
        ? null
        : {
            fact: draft.fact,
            value,
            currency: kind.kind === "figure" && kind.money ? draft.currency : null,
            asOf: draft.asOf,
            source: draft.source.trim(),
          },
  };
}

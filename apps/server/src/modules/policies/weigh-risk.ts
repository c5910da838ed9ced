/** The inherent risk of what is bought, as one word for the policy, with the reasons that give it. */
import type { RiskLevel } from "@throughline/contract";
import type { IsoDate, Sentence } from "@throughline/domain";
import { weighCategory } from "@throughline/risk";
import { sayRow } from "./policy-sentences.ts";

const worstFirst: readonly RiskLevel[] = ["high", "medium", "low", "unknown"];

/** The worst of what the data sets say; unknown where none says anything. Up to five reasons, worst first. */
export function weighRisk(
  cpv: readonly string[],
  countries: readonly string[],
  asOf: IsoDate,
): { readonly level: RiskLevel; readonly because: Sentence[] } {
  if (cpv.length === 0) return { level: "unknown", because: [] };
  const facts = [...weighCategory({ cpv, countries, components: [], asOf })].sort(
    (a, b) => worstFirst.indexOf(a.level) - worstFirst.indexOf(b.level),
  );
  const level = facts[0]?.level ?? "unknown";
  return {
    level,
    because: facts
      .filter((fact) => fact.level === level)
      .slice(0, 5)
      .map((fact) =>
        sayRow("risk.because", {
          label: fact.label,
          explanation: fact.explanation,
          dataset: `${fact.dataset.title}, ${fact.dataset.edition}`,
        }),
      ),
  };
}

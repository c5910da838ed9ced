/**
 * Clauses that ask of a small firm what no law asks of it: advice, never a fault (a reseller's complaint in the dialogue of
 * buyers and resellers, 2024). Who will bid is not known, so a small firm is assumed, and said.
 */
import type { IsoDate, ProcurementFacts, RequirementInstance, Sentence } from "@throughline/domain";
import { applicableLaws, asksMoreThanLaw, lookUpEcbRate } from "@throughline/requirements";
import type { HouseLibrary } from "../requirements/index.ts";
import { sayProcurement } from "./procurement-sentences.ts";

const people = 20;
const turnover = 3_000_000;

type LawFacts = Parameters<typeof applicableLaws>[0];

/** A firm of twenty people that works in one country and belongs to no group; what else it does, nobody knows. */
function smallFirm(country: string, asOf: IsoDate): LawFacts {
  const amount = (value: number) => ({ value, currency: "EUR", asOf, withGroup: true });
  const count = (value: number) => ({ value, currency: null, asOf, withGroup: true });
  return {
    figures: {
      employees: count(people),
      fte: count(people),
      employees_de: count(country === "DE" ? people : 0),
      employees_fr: count(country === "FR" ? people : 0),
      turnover: amount(turnover),
      turnover_eu: amount(turnover),
      royalties_eu: amount(0),
      balance_total: amount(turnover / 2),
    },
    inGroup: false,
    registeredIn: country,
    businessIn: [country],
    businessInAll: true,
    buyerCountry: country,
    statements: { public_interest_entity: false, franchises_in_eu: false },
  };
}

/** What to point out; nothing where the country is not known or no reseller is expected. */
export function weighSmallFirm(
  facts: ProcurementFacts,
  library: Pick<HouseLibrary, "find">,
  onDate: IsoDate,
): { readonly instanceId: string; readonly sentence: Sentence }[] {
  const { country, expectedBidders } = facts;
  if (country === null || !expectedBidders.includes("reseller")) return [];
  const firm = smallFirm(country, onDate);
  const verdicts = applicableLaws(firm, onDate, lookUpEcbRate);
  const weigh = (instance: RequirementInstance) => {
    const { requirement: key } = instance;
    const requirement = key === null ? undefined : library.find(key, instance.version);
    if (key === null || requirement === undefined) return [];
    const compared = asksMoreThanLaw(
      { requirement: key, parameters: requirement.parameters, values: instance.values },
      firm,
      onDate,
      lookUpEcbRate,
      verdicts,
    );
    if (!compared.advice) return [];
    const { laws = "" } = compared.sentence.params;
    const sentence = sayProcurement(
      compared.kind === "no_law_binds" ? "law.none_of_small" : "law.more_of_small",
      {
        place: instance.place.trim() === "" ? `“${instance.title}”` : `Clause ${instance.place}`,
        title: `“${requirement.title}”`,
        people,
        country,
        laws,
      },
    );
    return [{ instanceId: instance.id, sentence }];
  };
  return facts.instances.filter(({ role }) => role === "clause").flatMap(weigh);
}

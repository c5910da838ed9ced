/**
 * Clauses that ask of a small firm what no law asks of it: advice, never a fault (a reseller's complaint in the dialogue of
 * buyers and resellers, 2024). Who will bid is not known, so a small firm is assumed, and said.
 */
import type { IsoDate, ProcurementFacts, RequirementInstance, Sentence } from "@throughline/domain";
import { applicableLaws, asksMoreThanLaw } from "@throughline/requirements";
import type { HouseLibrary } from "../requirements/index.ts";
import { sayProcurement } from "./procurement-sentences.ts";

/** About three million euro a year, in the money of the country, so that thresholds there need no exchange rate. */
const turnovers: Readonly<Record<string, readonly [currency: string, units: number]>> = {
  GB: ["GBP", 2_500_000],
  NO: ["NOK", 30_000_000],
  SE: ["SEK", 30_000_000],
  DK: ["DKK", 20_000_000],
};
const people = 20;

type LawFacts = Parameters<typeof applicableLaws>[0];

/** A firm of twenty people that works in one country and belongs to no group; what else it does, nobody knows. */
function smallFirm(
  country: string,
  asOf: IsoDate,
): { readonly facts: LawFacts; readonly turnover: string } {
  const [currency, units] = turnovers[country] ?? ["EUR", 3_000_000];
  const amount = (value: number) => ({ value, currency, asOf, withGroup: true });
  const count = (value: number) => ({ value, currency: null, asOf, withGroup: true });
  return {
    turnover: `${currency} ${(units / 1_000_000).toLocaleString("en-GB")} million`,
    facts: {
      figures: {
        employees: count(people),
        fte: count(people),
        employees_de: count(country === "DE" ? people : 0),
        employees_fr: count(country === "FR" ? people : 0),
        turnover: amount(units),
        turnover_eu: amount(units),
        royalties_eu: amount(0),
        balance_total: amount(units / 2),
      },
      inGroup: false,
      registeredIn: country,
      businessIn: [country],
      businessInAll: true,
      buyerCountry: country,
      statements: { public_interest_entity: false, franchises_in_eu: false },
    },
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
  const verdicts = applicableLaws(firm.facts, onDate, null);
  const weigh = (instance: RequirementInstance) => {
    const { requirement: key } = instance;
    const requirement = key === null ? undefined : library.find(key, instance.version);
    if (key === null || requirement === undefined) return [];
    const compared = asksMoreThanLaw(
      { requirement: key, parameters: requirement.parameters, values: instance.values },
      firm.facts,
      onDate,
      null,
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
        turnover: firm.turnover,
        country,
        laws,
      },
    );
    return [{ instanceId: instance.id, sentence }];
  };
  return facts.instances.filter(({ role }) => role === "clause").flatMap(weigh);
}

/**
 * Goals of the OCDS sustainability extension and the eForms codes they correspond to (BT-06, BT-774, BT-775, BT-776).
 * Codes: open-contracting-extensions/sustainability (Apache-2.0) and eForms SDK 1.15 (CC BY 4.0), read 20 November 2026;
 * the correspondence is stated by both for human rights, the others follow from their titles.
 */

/** Where the extension is published; packages that use it list this. */
export const sustainabilityExtensionUri: string =
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_sustainability_extension/master/extension.json";

/** `strategic` is the eForms code of BT-06; the others name the list the code is from. */
export interface StrategicCode {
  readonly strategic: "soc-obj" | "env-imp" | "inn-pur";
  readonly social?: string;
  readonly environmental?: string;
  readonly innovation?: string;
}

const byGoal: Readonly<Record<string, StrategicCode>> = {
  social: { strategic: "soc-obj" },
  "social.accessibility": { strategic: "soc-obj", social: "acc-all" },
  "social.disadvantagedEmploymentOpportunities": { strategic: "soc-obj", social: "opp" },
  "social.ethnicEquality": { strategic: "soc-obj", social: "et-eq" },
  "social.genderEquality": { strategic: "soc-obj", social: "gen-eq" },
  "social.humanRightsInSupplyChains": { strategic: "soc-obj", social: "hum-right" },
  "social.laborRightsPromotion": { strategic: "soc-obj", social: "work-cond" },
  environmental: { strategic: "env-imp" },
  "environmental.biodiversityProtectionRestoration": {
    strategic: "env-imp",
    environmental: "biodiv-eco",
  },
  "environmental.circularEconomy": { strategic: "env-imp", environmental: "circ-econ" },
  "environmental.climateChangeAdaptation": { strategic: "env-imp", environmental: "clim-adapt" },
  "environmental.climateChangeMitigation": { strategic: "env-imp", environmental: "clim-mitig" },
  "environmental.pollutionPrevention": { strategic: "env-imp", environmental: "pollu-prev" },
  "environmental.waterResourcesProtection": { strategic: "env-imp", environmental: "water-mar" },
  "economic.innovativePurchase": { strategic: "inn-pur" },
  "economic.marketInnovationPromotion": { strategic: "inn-pur", innovation: "mar-nov" },
  "economic.processInnovationPromotion": { strategic: "inn-pur", innovation: "proc-innov" },
  "economic.productInnovationPromotion": { strategic: "inn-pur", innovation: "prod-innov" },
  "economic.researchDevelopmentActivities": { strategic: "inn-pur", innovation: "rd-act" },
};

/** The eForms codes of an OCDS sustainability goal; a goal without a code of its own keeps its OCDS name in its list. */
export function toStrategicCode(goal: string): StrategicCode | null {
  const known = Object.hasOwn(byGoal, goal) ? byGoal[goal] : undefined;
  if (known !== undefined) return known;
  if (goal.startsWith("social.")) return { strategic: "soc-obj", social: goal };
  if (goal.startsWith("environmental.")) return { strategic: "env-imp", environmental: goal };
  return null;
}

/**
 * What the codes of notices mean, in our own words. Codes: eForms SDK 1.15 (OP-TED, CC BY 4.0; lists social-objective,
 * environmental-impact, innovative-acquisition, strategic-procurement, gpp-criteria, accessibility, award-criterion-type, selection-criterion, exclusion-ground),
 * read 20 November 2026. Codes that are not here are shown as they are.
 */

/** A list of codes: `social-objective` is BT-775. */
export type NoticeCodeList =
  | "strategic-procurement"
  | "social-objective"
  | "environmental-impact"
  | "innovative-acquisition"
  | "gpp-criteria"
  | "accessibility"
  | "award-criterion-type"
  | "selection-criterion"
  | "exclusion-ground";

const labels: Readonly<Record<NoticeCodeList, Readonly<Record<string, string>>>> = {
  "strategic-procurement": {
    "soc-obj": "social objectives",
    "env-imp": "less harm to the environment",
    "inn-pur": "something new is bought",
    none: "nothing strategic",
  },
  "social-objective": {
    "acc-all": "accessible to everyone",
    "et-eq": "equality whatever the origin",
    "gen-eq": "equality of women and men",
    "hum-right": "human rights due diligence in supply chains",
    opp: "work for those who find it hard to get",
    "work-cond": "fair conditions of work",
    other: "other social aims",
  },
  "environmental-impact": {
    "biodiv-eco": "protecting nature and its variety",
    "circ-econ": "keeping materials in use",
    "clim-adapt": "adapting to the changing climate",
    "clim-mitig": "slowing climate change",
    "pollu-prev": "less pollution",
    "water-mar": "careful use of water and seas",
    other: "other aims for the environment",
  },
  "innovative-acquisition": {
    "mar-nov": "new on the market",
    "proc-innov": "a new way of doing it",
    "prod-innov": "a new product",
    "rd-act": "research and development",
  },
  "gpp-criteria": {
    eu: "green criteria of the EU",
    national: "national green criteria",
    none: "no green criteria",
    other: "other green criteria",
  },
  accessibility: {
    inc: "criteria for accessibility are included",
    "n-inc": "none: it is not used by people",
    "n-inc-just": "none, with reasons given",
  },
  "award-criterion-type": { price: "price", cost: "cost", quality: "quality" },
  // Codes as they were before SDK 1.11 and still are in many notices; newer ones come with a text.
  "selection-criterion": {
    "ef-stand": "economic and financial standing",
    "sui-act": "right to pursue the activity",
    "tp-abil": "technical and professional ability",
    other: "other criteria of selection",
  },
  "exclusion-ground": {
    "bankr-nat": "a situation like bankruptcy by national law",
    bankruptcy: "bankruptcy",
    corruption: "corruption",
    "cred-arran": "an arrangement with creditors",
    "crime-org": "part in a criminal organisation",
    distorsion: "agreements that distort competition",
    "envir-law": "breach of environmental law",
    "finan-laund": "money laundering or financing of terrorism",
    fraud: "fraud",
    "human-traffic": "child labour or trafficking in human beings",
    insolvency: "insolvency",
    "labour-law": "breach of labour law",
    "liq-admin": "assets held by a liquidator",
    misrepresent: "false or withheld information",
    "nati-ground": "grounds of national law alone",
    "partic-confl": "a conflict of interest",
    "prep-confl": "part in preparing the procedure",
    "prof-misconduct": "grave professional misconduct",
    sanction: "an earlier contract ended early or led to damages",
    "socsec-law": "breach of social law",
    "socsec-pay": "unpaid social security contributions",
    "susp-act": "suspended business",
    "tax-pay": "unpaid taxes",
    "terr-offence": "terrorist offences",
  },
};

/**
 * What a code means, in English; the code itself where we do not know it.
 *
 * @example sayNoticeCode("social-objective", "hum-right"); // "human rights due diligence in supply chains"
 */
export function sayNoticeCode(list: NoticeCodeList, code: string): string {
  const known = labels[list];
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? code;
}

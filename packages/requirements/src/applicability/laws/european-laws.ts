/** Laws of the European Union, its states and Norway. Facts re-expressed on 20 November 2026 from the sources each names. */
import { all, any, euCountries, figure, type Law } from "../law.ts";

const sixSteps = ["embed", "identify", "prevent", "track", "communicate", "remedy"];

export const europeanLaws: readonly Law[] = [
  {
    id: "NO-APENHET",
    name: "Transparency Act (åpenhetsloven)",
    jurisdiction: "NO",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: ["Altinn, page on the Transparency Act", "forsberglaw.no"],
    cautions: [
      "Foreign firms fall under it where they sell in Norway and owe tax there; we only ask whether they do business there.",
      "How requests for information may be put off or refused is known to us with medium confidence.",
    ],
    editions: [
      {
        inForceFrom: "2022-07-01",
        inForceUntil: null,
        appliesFrom: "2022-07-01",
        test: all(
          { kind: "business_in", countries: ["NO"] },
          any(
            {
              kind: "at_least",
              count: 2,
              of: [
                figure("turnover", "exceeds", 70_000_000, "NOK"),
                figure("balance_total", "exceeds", 35_000_000, "NOK"),
                figure("fte", "exceeds", 50),
              ],
            },
            { kind: "so", statement: "public_interest_entity" },
          ),
        ),
      },
    ],
    duties: [
      { key: "due_diligence", text: "Carry out due diligence by the OECD's model.", due: null },
      {
        key: "account",
        text: "Publish an account of it, signed by board and chief executive.",
        due: "by 30 June every year, and after a significant change",
      },
      {
        key: "information",
        text: "Answer anybody who asks how it handles harm.",
        due: "within three weeks; up to two months more with reasons given in time",
      },
    ],
    asks: [
      { requirement: "due_diligence_system", values: { steps: sixSteps, reach: "whole_chain" } },
      { requirement: "statement", values: { laws: ["NO-APENHET"], age_max_months: 12 } },
    ],
  },
  {
    id: "DE-LKSG",
    name: "Supply Chain Due Diligence Act (LkSG)",
    jurisdiction: "DE",
    kind: "law",
    binds: "supplier",
    confidence: "medium",
    sources: [
      "csr-in-deutschland.de, 2025",
      "IHK Koblenz",
      "ADVANT Beiten, 15 October 2025",
      "Ropes & Gray by JD Supra",
    ],
    cautions: [
      "A bill takes back the duty to report and shortens the list of fines; the duties of care stay. Whether it has passed has to be checked.",
      "The authority stopped checking reports in autumn 2025.",
      "A firm that was fined can be kept out of public contracts for up to three years (s22).",
    ],
    editions: [
      {
        inForceFrom: "2023-01-01",
        inForceUntil: "2023-12-31",
        appliesFrom: "2023-01-01",
        test: figure("employees_de", "reaches", 3_000),
      },
      {
        inForceFrom: "2024-01-01",
        inForceUntil: null,
        appliesFrom: "2024-01-01",
        test: figure("employees_de", "reaches", 1_000),
      },
    ],
    duties: [
      { key: "risk_management", text: "Manage risks and name who watches over it.", due: null },
      {
        key: "risk_analysis",
        text: "Analyse risks.",
        due: "every year, and when something happens",
      },
      { key: "policy", text: "Adopt a policy statement.", due: null },
      {
        key: "prevention",
        text: "Prevent harm in its own area and at direct suppliers; at indirect ones where it has substantiated knowledge.",
        due: null,
      },
      { key: "remedy", text: "Act where harm has occurred.", due: "without delay" },
      { key: "complaints", text: "Run a complaints procedure.", due: null },
      { key: "documents", text: "Keep what it did on file for seven years.", due: null },
    ],
    asks: [
      {
        requirement: "due_diligence_system",
        values: {
          steps: ["embed", "identify", "prevent", "track", "remedy"],
          reach: "direct_suppliers",
        },
      },
    ],
  },
  {
    id: "EU-CSDDD",
    name: "Corporate Sustainability Due Diligence Directive (EU) 2024/1760, as amended by (EU) 2026/470",
    jurisdiction: "EU",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: [
      "climatechangelegalblogarchive.com, 26 February 2026",
      "lexisnexis.co.uk",
      "day the directive of 2024 came into force: author's knowledge",
    ],
    cautions: [
      "It binds through the law of each member state, due by 26 July 2028.",
      "Figures of two years running count; we look at one.",
      "The thresholds for franchises and licences are known to us with medium confidence.",
    ],
    editions: [
      {
        inForceFrom: "2024-07-25",
        inForceUntil: "2026-03-17",
        appliesFrom: null,
        test: any(
          all(
            { kind: "registered_in", countries: euCountries },
            figure("employees", "exceeds", 1_000),
            figure("turnover", "exceeds", 450_000_000, "EUR"),
          ),
          all(
            { kind: "not_registered_in", countries: euCountries },
            figure("turnover_eu", "exceeds", 450_000_000, "EUR"),
          ),
        ),
      },
      {
        inForceFrom: "2026-03-18",
        inForceUntil: null,
        appliesFrom: "2029-07-26",
        test: any(
          all(
            { kind: "registered_in", countries: euCountries },
            figure("employees", "exceeds", 5_000),
            figure("turnover", "exceeds", 1_500_000_000, "EUR"),
          ),
          all(
            { kind: "not_registered_in", countries: euCountries },
            figure("turnover_eu", "exceeds", 1_500_000_000, "EUR"),
          ),
          all(
            { kind: "so", statement: "franchises_in_eu" },
            figure("royalties_eu", "exceeds", 75_000_000, "EUR"),
            figure("turnover", "exceeds", 275_000_000, "EUR"),
          ),
        ),
      },
    ],
    duties: [
      {
        key: "due_diligence",
        text: "Carry out due diligence on human rights and the environment, by risk.",
        due: "from 26 July 2029",
      },
      { key: "complaints", text: "Run a complaints procedure.", due: "from 26 July 2029" },
      {
        key: "remedy",
        text: "Remedy harm it caused or helped to cause.",
        due: "from 26 July 2029",
      },
    ],
    asks: [
      {
        requirement: "due_diligence_system",
        values: { steps: sixSteps, reach: "direct_suppliers" },
      },
    ],
  },
  {
    id: "EU-FLR",
    name: "Forced Labour Regulation (EU) 2024/3015",
    jurisdiction: "EU",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: ["garrigues.com", "beauchamps.ie", "eucrim.eu"],
    cautions: ["It bans products and makes no new duty of due diligence."],
    editions: [
      {
        inForceFrom: "2024-12-13",
        inForceUntil: null,
        appliesFrom: "2027-12-14",
        test: { kind: "so", statement: "sells_in_eu" },
      },
    ],
    duties: [
      {
        key: "ban",
        text: "Bring no product to the EU market, nor out of it, that was made with forced labour, whole or in part. Any size of firm.",
        due: "from 14 December 2027",
      },
    ],
    asks: [],
  },
  {
    id: "FR-VIGI",
    name: "Duty of vigilance (loi 2017-399)",
    jurisdiction: "FR",
    kind: "law",
    binds: "supplier",
    confidence: "medium",
    sources: ["author's knowledge"],
    cautions: [
      "Figures of two years running count; we look at one.",
      "Checked against no source by us.",
    ],
    editions: [
      {
        inForceFrom: "2017-03-29",
        inForceUntil: null,
        appliesFrom: "2017-03-29",
        test: all(
          { kind: "registered_in", countries: ["FR"] },
          any(figure("employees_fr", "reaches", 5_000), figure("employees", "reaches", 10_000)),
        ),
      },
    ],
    duties: [
      {
        key: "plan",
        text: "Make, carry out and publish a plan of vigilance for itself, its subsidiaries and those it deals with regularly.",
        due: "every year",
      },
    ],
    asks: [
      {
        requirement: "due_diligence_system",
        values: {
          steps: ["identify", "prevent", "track", "communicate"],
          reach: "direct_suppliers",
        },
      },
    ],
  },
  {
    id: "EU-BATT",
    name: "Battery Regulation (EU) 2023/1542, due diligence",
    jurisdiction: "EU",
    kind: "law",
    binds: "supplier",
    confidence: "medium",
    sources: ["squirepattonboggs.com", "dates and turnover: author's knowledge"],
    cautions: [
      "Whoever places batteries on the market is meant; whoever only sells on what another placed there is not.",
      "The date was put off once, and the turnover below which firms are exempt may change: check.",
    ],
    editions: [
      {
        inForceFrom: "2023-08-17",
        inForceUntil: null,
        appliesFrom: "2027-08-18",
        test: all(
          { kind: "so", statement: "sells_batteries_in_eu" },
          figure("turnover", "reaches", 40_000_000, "EUR"),
        ),
      },
    ],
    duties: [
      {
        key: "due_diligence",
        text: "Carry out due diligence on cobalt, natural graphite, lithium and nickel, verified by a third party.",
        due: "from 18 August 2027",
      },
    ],
    asks: [],
  },
  {
    id: "EU-3TG",
    name: "Conflict Minerals Regulation (EU) 2017/821",
    jurisdiction: "EU",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: ["squirepattonboggs.com"],
    cautions: [
      "It binds importers of ores and metals above certain volumes, not those who sell products that hold them.",
    ],
    editions: [
      {
        inForceFrom: "2021-01-01",
        inForceUntil: null,
        appliesFrom: "2021-01-01",
        test: { kind: "so", statement: "imports_3tg_into_eu" },
      },
    ],
    duties: [
      {
        key: "due_diligence",
        text: "Carry out due diligence on tin, tantalum, tungsten and gold, up to smelter or refiner.",
        due: null,
      },
    ],
    asks: [],
  },
  {
    id: "DK-CPH",
    name: "City of Copenhagen, annex on social responsibility",
    jurisdiction: "DK",
    kind: "contract_rule",
    binds: "supplier",
    confidence: "high",
    sources: ["socialdumping.kk.dk", "csr.dk, 2022"],
    cautions: [
      "A rule of one buyer's contracts, not a law. Tightened in April 2022; the day is not known to us.",
    ],
    editions: [
      {
        inForceFrom: "2022-04-30",
        inForceUntil: null,
        appliesFrom: "2022-04-30",
        test: all(
          { kind: "so", statement: "buyer_is_copenhagen" },
          figure("contract_value", "exceeds", 1_000_000, "DKK"),
        ),
      },
    ],
    duties: [
      {
        key: "conduct",
        text: "Keep to the conventions named in the annex and act by the UN principles and the OECD guidelines; the city checks by risk.",
        due: null,
      },
    ],
    asks: [{ requirement: "code_of_conduct", values: { standards: ["ilo_fundamental"] } }],
  },
];

/** Laws of the United Kingdom and overseas. Facts re-expressed on 20 November 2026 from the sources each names. */
import { all, figure, type Law } from "../law.ts";

export const otherLaws: readonly Law[] = [
  {
    id: "UK-MSA-54",
    name: "Modern Slavery Act 2015, s54",
    jurisdiction: "UK",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: [
      "petersandpeters.com, 2025",
      "charlesrussellspeechlys.com, 2025",
      "businesswales.gov.wales",
      "day it came into force: author's knowledge",
    ],
    cautions: ["The areas of the statement are recommended, not prescribed."],
    editions: [
      {
        inForceFrom: "2015-10-29",
        inForceUntil: null,
        appliesFrom: "2015-10-29",
        test: all(
          { kind: "business_in", countries: ["GB"] },
          figure("turnover", "reaches", 36_000_000, "GBP"),
        ),
      },
    ],
    duties: [
      {
        key: "statement",
        text: "Publish a statement approved by the board and signed by a director, linked from the homepage.",
        due: "for each financial year; guidance asks for it within six months of its end",
      },
    ],
    asks: [{ requirement: "statement", values: { laws: ["UK-MSA-54"], age_max_months: 18 } }],
  },
  {
    id: "UK-PA-2023",
    name: "Procurement Act 2023, s52 and s71",
    jurisdiction: "UK (England, Wales, Northern Ireland)",
    kind: "law",
    binds: "buyer",
    confidence: "high",
    sources: ["twobirds.com, 2025", "gov.uk, PPN 002", "gov.uk, PPN 009"],
    cautions: [
      "Not for light-touch contracts; utilities and defence have rules of their own, and Scotland its own law: check.",
    ],
    editions: [
      {
        inForceFrom: "2025-02-24",
        inForceUntil: null,
        appliesFrom: "2025-02-24",
        test: all(
          { kind: "buyer_in", countries: ["GB"] },
          { kind: "not_so", statement: "contract_is_framework" },
          figure("contract_value", "exceeds", 5_000_000, "GBP"),
        ),
      },
    ],
    duties: [
      {
        key: "kpis",
        text: "Set and publish at least three key performance indicators (s52).",
        due: "before the contract is entered into",
      },
      {
        key: "assess",
        text: "Assess performance against them and publish it (s71).",
        due: "at least once a year",
      },
    ],
    asks: [{ requirement: "kpi_report", values: { every_months: 12 } }],
  },
  {
    id: "CA-S211",
    name: "Fighting Against Forced Labour and Child Labour in Supply Chains Act (S-211)",
    jurisdiction: "CA",
    kind: "law",
    binds: "supplier",
    confidence: "medium",
    sources: ["author's knowledge"],
    cautions: [
      "Firms listed in Canada fall under it whatever their size; that is not asked here.",
      "Checked against no source by us.",
    ],
    editions: [
      {
        inForceFrom: "2024-01-01",
        inForceUntil: null,
        appliesFrom: "2024-01-01",
        test: all(
          { kind: "business_in", countries: ["CA"] },
          {
            kind: "at_least",
            count: 2,
            of: [
              figure("balance_total", "reaches", 20_000_000, "CAD"),
              figure("turnover", "reaches", 40_000_000, "CAD"),
              figure("employees", "reaches", 250),
            ],
          },
        ),
      },
    ],
    duties: [
      {
        key: "report",
        text: "Report on forced and child labour in its activities and supply chains.",
        due: "by 31 May every year",
      },
    ],
    asks: [{ requirement: "statement", values: { laws: ["CA-S211"], age_max_months: 12 } }],
  },
  {
    id: "AU-MSA",
    name: "Modern Slavery Act 2018",
    jurisdiction: "AU",
    kind: "law",
    binds: "supplier",
    confidence: "medium",
    sources: ["author's knowledge", "Wikirate, table of methods"],
    cautions: ["Changes to the Act are under discussion: check."],
    editions: [
      {
        inForceFrom: "2019-01-01",
        inForceUntil: null,
        appliesFrom: "2019-01-01",
        test: all(
          { kind: "business_in", countries: ["AU"] },
          figure("turnover", "reaches", 100_000_000, "AUD"),
        ),
      },
    ],
    duties: [
      {
        key: "statement",
        text: "Give a statement on seven criteria to the public register.",
        due: "within six months of the end of each reporting year",
      },
    ],
    asks: [
      { requirement: "statement", values: { laws: ["AU-MSA"], areas: 7, age_max_months: 18 } },
    ],
  },
  {
    id: "US-UFLPA",
    name: "Uyghur Forced Labor Prevention Act, and Tariff Act s307",
    jurisdiction: "US",
    kind: "law",
    binds: "supplier",
    confidence: "high",
    sources: [
      "internationaltradetoday.com, 14 January 2025",
      "millerchevalier.com",
      "day the presumption took effect: author's knowledge",
    ],
    cautions: ["It binds whoever imports into the United States, not whoever sells elsewhere."],
    editions: [
      {
        inForceFrom: "2022-06-21",
        inForceUntil: null,
        appliesFrom: "2022-06-21",
        test: { kind: "so", statement: "imports_into_us" },
      },
    ],
    duties: [
      {
        key: "presumption",
        text: "Show, for goods made in Xinjiang or by a listed firm, that no forced labour was used; otherwise they may not be imported.",
        due: "at import",
      },
    ],
    asks: [],
  },
];

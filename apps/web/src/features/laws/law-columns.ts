import type { DataColumn } from "../../components/data-table.tsx";
import { t } from "../../texts/t.ts";
import { sayJurisdiction } from "./law-tags.tsx";
import type { Applicability } from "./queries.ts";

/** What is exported of laws held against a company: what the cards say. */
export function lawColumns(nameOf: (fact: string) => string): readonly DataColumn<Applicability>[] {
  return [
    { id: "law", header: t("laws.col.law"), value: (law) => law.name },
    {
      id: "jurisdiction",
      header: t("laws.col.jurisdiction"),
      value: (law) => sayJurisdiction(law.jurisdiction),
    },
    {
      id: "applies",
      header: t("laws.col.applies"),
      value: (law) => t(`laws.applies.${law.applies}`),
    },
    { id: "since", header: t("laws.col.since"), value: (law) => law.since },
    {
      id: "because",
      header: t("laws.col.because"),
      value: (law) => law.because.map(({ text }) => text).join(" "),
    },
    {
      id: "missing",
      header: t("laws.col.missing"),
      value: (law) => law.missingFacts.map(nameOf).join("; "),
    },
    {
      id: "duties",
      header: t("laws.col.duties"),
      value: (law) => law.duties.map(({ text }) => text).join("; "),
    },
    {
      id: "confidence",
      header: t("laws.col.confidence"),
      value: (law) => t(`laws.confidence.${law.confidence}`),
    },
    { id: "sources", header: t("laws.col.sources"), value: (law) => law.sources.join("; ") },
  ];
}

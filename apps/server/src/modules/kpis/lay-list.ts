/** The list of KPIs as a table: exactly what is shown, one section. */
import type { KpiListItem } from "@throughline/contract";
import type { BandScheme, KpiSection } from "@throughline/domain";
import type { WrittenTable } from "@throughline/interchange";
import { isDue } from "./kpis.policy.ts";

const names: Readonly<Record<KpiSection, string>> = {
  supplier_conduct: "Cooperation, information",
  worker_outcomes: "Outcomes for workers",
  own_practice: "Own practice",
};

export function layList(
  items: readonly KpiListItem[],
  section: KpiSection,
  bands: BandScheme,
): WrittenTable {
  return {
    name: names[section],
    titles: [
      "Contract",
      "Title",
      "Supplier",
      "KPI",
      "Name",
      "From",
      "To",
      "Computed",
      "Numerator",
      "Denominator",
      "Entered",
      "Unit",
      "Target",
      "Band",
      "How it stands",
      "Figure in words",
      "Difference",
      "Followed up by",
      "Waits for a figure",
    ],
    rows: items.map((item) => {
      const { contract, assignment, computed, entered, rating, period } = item;
      const shown = computed !== null && computed.value !== null ? computed : (entered ?? computed);
      return [
        contract.reference,
        contract.title,
        contract.supplier,
        assignment.kpi,
        item.name,
        period.from,
        period.to,
        computed?.value ?? null,
        shown?.numerator ?? null,
        shown?.denominator ?? null,
        entered?.value ?? null,
        shown?.unit ?? null,
        assignment.target.words ?? assignment.target.number,
        bands.labels[rating.band],
        rating.says.text,
        shown?.says.text ?? null,
        item.differs?.text ?? null,
        item.owner,
        isDue(item) ? "yes" : null,
      ];
    }),
  };
}

/** The KPI catalogue: what is measured, in which unit, which way is better, and what it speaks about. */
import type { CatalogueKpi } from "@throughline/domain";
import { kpiDefinitions } from "./kpi-definitions.ts";
import { kpiMeanings } from "./kpi-meanings.ts";

/** All indicators, in the reference's order. */
export const kpiCatalogue: readonly CatalogueKpi[] = kpiDefinitions.flatMap((definition) => {
  const meaning = kpiMeanings[definition.id];
  return meaning === undefined ? [] : [{ ...definition, ...meaning }];
});

const byId: ReadonlyMap<string, CatalogueKpi> = new Map(kpiCatalogue.map((kpi) => [kpi.id, kpi]));

/**
 * The KPI of an id; `undefined` for one that is not in the catalogue.
 *
 * @example findKpi("T10")?.name // "Product traceability"
 */
export function findKpi(id: string): CatalogueKpi | undefined {
  return byId.get(id);
}

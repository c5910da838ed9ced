import { categories } from "./category-map.ts";
import type { DatasetId } from "./datasets.ts";
import {
  enforcement,
  governance,
  listedGoods,
  ratifications,
  tradeMeasures,
} from "./read-reference-data.ts";

/**
 * How many entries of a data set are in use here: goods by country, countries, measures by entity, categories.
 *
 * @example countEntries("uflpa_entities") // → 32
 */
export function countEntries(dataset: DatasetId): number {
  switch (dataset) {
    case "tvpra_goods":
      return listedGoods.length;
    case "dol_enforcement":
      return enforcement.size;
    case "ilo_ratifications":
      return ratifications.size;
    case "governance_hdi":
      return governance.size;
    case "cbp_wro_findings":
    case "uflpa_entities":
      return tradeMeasures.filter(({ list }) => list === dataset).length;
    case "category_map":
      return categories.length;
  }
}

/**
 * Weighing what is bought and screening where it is made.
 *
 * - **data set**: a named source with edition, licence and caution; every result cites one.
 * - **weighing**: one inherent risk (`high`, `medium`, `low`, `unknown`) with the sentence that explains it.
 * - **measure**: an official act against an entity, place, vessel or kind of goods; shown as one, never as a finding.
 * - **screening**: looking a site's names up in one list: `hit`, `no_hit`, `no_hit_on_partial_list`; absent or `not_screened` = nobody looked.
 * - **askable item**: one thing a buyer can ask for, with the fields of a full answer.
 */
export {
  categoriesOf,
  type Category,
  type Component,
  componentsNamed,
  type Material,
} from "./category-map.ts";
export { countEntries } from "./count-entries.ts";
export { type Dataset, type DatasetId, datasets } from "./datasets.ts";
export { buildMeasureIndex, type MeasureIndex, type MeasureList } from "./measure-index.ts";
export {
  countryName,
  listedGoods,
  type TradeMeasure,
  tradeMeasures,
} from "./read-reference-data.ts";
export {
  hitThreshold,
  type ListScreening,
  screenSite,
  screenSites,
  type ScreeningHit,
  type SiteToScreen,
} from "./screen-site.ts";
export { toScreeningFacts } from "./to-screening-facts.ts";
export { type CategoryToWeigh, weighCategory } from "./weigh-category.ts";
export { governanceThresholds, weighCountry } from "./weigh-country.ts";
export { type AskableItem, whatCanBeAsked } from "./what-can-be-asked.ts";

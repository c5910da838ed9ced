/**
 * The measurement engine: from dated facts of a contract to its KPIs in any period, as known on any day.
 *
 * Vocabulary
 * - KPI: an indicator of the catalogue; its dimension says what it speaks about, and why.
 * - section: supplier conduct (cooperation and information), worker outcomes, own practice; never counted or listed together.
 * - assignment: a KPI that applies to a contract, with target and cadence, because a clause names it or somebody added it.
 * - period: whole months aligned to the calendar.
 * - as of: the day whose knowledge counts. What a period holds at its end is looked at on its last day (or on this one).
 * - figure: numerator, denominator and value; no data where there is nothing to count, never 100 %.
 * - row: a fact behind a figure: in the numerator, in the denominator only, or left out, with the reason.
 * - basis: computed from facts, or entered by a person; both are shown where both are there.
 * - standing: a KPI of a contract in a period, with what was computed, what was entered and how it is rated.
 * - band: one of the five ratings, relative to the target; a target told in words is judged by a person.
 * - publication: the figures of a year, without rows, without what tells of fewer than three persons.
 */
export { findKpi, kpiCatalogue } from "./catalogue/kpi-catalogue.ts";
export type { Workdays } from "./days-between.ts";
export { groupKpiFacts, type GroupedKpiFacts, type GroupedStretch } from "./facts/grouped-facts.ts";
export { lastDayOf, periodBefore, periodOf, periodsUpTo } from "./periods.ts";
export { draftPublication, type PublicationDraft } from "./publication/draft-publication.ts";
export { listAssignments, lookAt } from "./standings/list-assignments.ts";
export {
  type MeasuredContract,
  type MeasuringOptions,
  openContract,
} from "./standings/open-contract.ts";
export { rateValue } from "./standings/rate-value.ts";
export { type BandCounts, countBands, rankOfBand, sectionStandings } from "./standings/sections.ts";
export { kpiTexts } from "./texts/texts.en.ts";
export { sayKpi, sayValue } from "./texts/say.ts";

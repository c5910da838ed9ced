/**
 * The tracing engine: from the facts of one contract to its line, as of one date.
 *
 * Vocabulary
 * - line: the eight stations a contract passes, from weighing its risks to remedy for workers.
 * - station: one of the eight; holds two truths apart, duty (what was duly done) and result (what was achieved).
 * - recorded: whether the capability behind a station exists; if not, the station is unknown and claims nothing.
 * - link plan: which products a disclosure speaks about, which site each link names and how sure it is.
 * - known facts: the facts as they stood on the date asked for; later ones are not there yet.
 * - standing (of a product): its best link at final assembly, or the last word given instead of one.
 * - last word: an answer, a withdrawal, silence (overdue), asked (not yet due), or nothing (nobody asked).
 * - possible: one of several places a source names; never counts as traced, however few they are.
 * - clause duty: one clause about sites, for one brand, with the day its next disclosure is due.
 * - tender: the procurement the contract came of, with what alignment found in it; mismatches let stand carry who and why.
 * - duty (of the contract): what a clause makes due, with its state on the day; not a station's duty, which is a truth.
 * - follow-up: a clause's way (indicator, evidence, dialogue), person and hours.
 * - dialogue: series, meetings and promises about the contract, as known on the day; `null` where none is recorded.
 * - taken up: a break that was on the agenda of a meeting held or planned; covered: an open promise came out of it.
 * - break: where the line is broken; has an owner (or honestly nobody), a due date, a next action in a sentence.
 * - gate: a clause of the contract itself that makes extension depend on something. All else is advice.
 * - group (of links): links of one product that say the same but for the site; how a long list is held.
 * - stretch: which of a station's facts are made, when there are too many to read at once.
 * - sum (of lines): each station as its worst over several contracts, for a supplier or a brand.
 * - sentence: a code of the catalogue, its parameters, and the English they make.
 */
export { draftRequest, type RequestDraft, type RequestItem } from "./draft-request.ts";
export {
  isSameBrand,
  matchProducts,
  type NamedProduct,
  type ProductMatch,
} from "./match-products.ts";
export { namesBrandOnly } from "./names-brand-only.ts";
export {
  type LinkPlan,
  type LinkQuestion,
  type PlacedRow,
  type PlannedLink,
  planLinks,
} from "./plan-links.ts";
export { findReplies, type RequestReply } from "./find-replies.ts";
export { groupLinks, type GroupedFacts, type LinkGroup } from "./group-links.ts";
export {
  renderTemplate,
  say,
  sayCountry,
  sayDate,
  sayIn,
  sayMoney,
  sayNumber,
  type SentenceParams,
} from "./say.ts";
export { type DisclosureDue, listDisclosureDues } from "./list-disclosure-dues.ts";
export {
  type DisclosureMeasures,
  type MeasuredComponent,
  type MeasuredProduct,
  type MeasuredSite,
  measureDisclosure,
} from "./measure-disclosure.ts";
export { sumLines, type LineToSum, type SummedStation } from "./sum-lines.ts";
export { texts, type TextCode } from "./texts/texts.en.ts";
export type { FactStretch } from "./take-stretch.ts";
export { traceGroupedLine, traceLine, type GroupedLine } from "./trace-line.ts";

/**
 * Requirements that hold together.
 *
 * Vocabulary
 * - requirement: what is asked in substance; canonical, versioned, with typed parameters (`@throughline/domain`).
 * - parameter: one thing that can be more or less strict; its type says which value asks more.
 * - values: what an instance fills its parameters with. A parameter without a value asks nothing.
 * - order: stricter, weaker, equal or incomparable. It is partial: "within 28 days of award" and "within 10 days of a
 *   request" are neither.
 * - join: the weakest value that is at least as strict as each of several, where there is one.
 * - sentence: a code of a catalogue, its parameters, and the English they make.
 */
export { asksNothing } from "./parameters/asks-nothing.ts";
export { checkParameter } from "./parameters/check-parameter.ts";
export { checkValue, checkValues, type ValueFault } from "./parameters/check-values.ts";
export { compareValue, type ValueRelation } from "./parameters/compare-value.ts";
export {
  combineRelations,
  compareValues,
  type ValuesComparison,
} from "./parameters/compare-values.ts";
export { describeValues, sayValue } from "./parameters/describe-values.ts";
export {
  joinValue,
  maximalValues,
  strictest,
  type StrictestValues,
} from "./parameters/join-values.ts";
export { renderTemplate, sayIn, sayList, type SentenceParams } from "./texts/say-in.ts";

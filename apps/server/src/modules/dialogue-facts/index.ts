/** What was said and promised at tables, read in one place. */
export { readDialogueFacts } from "./read-dialogue-facts.ts";
export {
  joinSeries,
  readSeriesFacts,
  readSeriesMeetings,
  type FactsOfSeries,
} from "./read-series-facts.ts";

/** What is known of procurements, read in one place. */
export { readMembers, readProcurementFacts } from "./procurement-facts.store.ts";

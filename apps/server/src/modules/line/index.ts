/** The read model of the line: gathers facts from every module's tables, writes nothing. */
export { drawSmallLine } from "./draw-small-line.ts";
export { gatherKpiFacts } from "./gather-kpi-facts.ts";
export type { GatheredFacts } from "./gather-line-facts.ts";
export { gatherLineFacts } from "./gather-line-facts.ts";
export { findKeeper } from "./line.store.ts";
export { listConditions } from "./list-conditions.ts";
export { readDutyFacts, type DutyFacts } from "./read-duty-facts.ts";
export { showContractLine } from "./show-contract-line.ts";
export { traceContracts } from "./trace-contracts.ts";

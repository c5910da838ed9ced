/** Traces contracts in bulk: gathers their facts and lets the engine draw each line. */
import type { IsoDate, Line } from "@throughline/domain";
import { traceLine } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { gatherLineFacts, type GatheredFacts } from "./gather-line-facts.ts";
import { veilLine } from "./veil-line.ts";

/** A line with the facts it was drawn from. */
export interface TracedContract extends GatheredFacts {
  readonly line: Line;
}

/** The lines of the contracts as of one date; those the acting organisation may not see are left out. */
export async function traceContracts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, TracedContract>> {
  const gathered = await gatherLineFacts(work, contractIds, asOf);
  return new Map(
    [...gathered].map(([id, one]) => {
      const line = traceLine(one.facts);
      return [id, { ...one, line: one.keptElsewhere ? veilLine(line) : line }];
    }),
  );
}

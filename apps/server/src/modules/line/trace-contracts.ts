/** Traces contracts in bulk: gathers their facts and lets the engine draw each line. */
import type { IsoDate, Line } from "@throughline/domain";
import { traceGroupedLine, type FactStretch, type GroupedLine } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { gatherLineFacts, type GatheredFacts } from "./gather-line-facts.ts";
import { veilLine } from "./veil-line.ts";

/** A line with what it was drawn from. The facts of its stations are those of the stretch asked for. */
export interface TracedContract extends GatheredFacts {
  readonly line: Line;
  readonly standing: GroupedLine["standing"];
  /** How many facts each station has in all. */
  readonly factTotals: readonly number[];
}

/** Lists show states and breaks; nobody opens a fact there. */
const noFacts: FactStretch = { from: 0, most: 0 };

/**
 * The lines of the contracts as of one date; those the acting organisation may not see are left out. Facts of the
 * stations are made only where a stretch of them is asked for.
 */
export async function traceContracts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
  stretch: FactStretch = noFacts,
): Promise<Map<string, TracedContract>> {
  const gathered = await gatherLineFacts(work, contractIds, asOf);
  return new Map([...gathered].map(([id, one]) => [id, trace(one, stretch)]));
}

function trace(gathered: GatheredFacts, stretch: FactStretch): TracedContract {
  const { line, standing, factTotals } = traceGroupedLine(gathered.facts, stretch);
  if (!gathered.keptElsewhere) return { ...gathered, line, standing, factTotals };
  const veiled = veilLine(line);
  return {
    ...gathered,
    line: veiled,
    standing,
    // What is veiled has no facts to go on to.
    factTotals: veiled.stations.map(({ facts }, at) =>
      facts.length === 0 ? 0 : (factTotals[at] ?? 0),
    ),
  };
}

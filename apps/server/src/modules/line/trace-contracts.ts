/** Traces contracts in bulk: gathers their facts and lets the engine draw each line. */
import type { IsoDate, Line, LineFacts } from "@throughline/domain";
import { traceLine } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { drawEdges, type Drawing } from "./draw-edges.ts";
import { gatherLineFacts, type GatheredFacts } from "./gather-line-facts.ts";
import { createLineKeeper } from "./keep-line.ts";
import { veilLine } from "./veil-line.ts";

/** A line with what it was drawn from; its links have become the drawing. */
export interface TracedContract extends Omit<GatheredFacts, "facts"> {
  readonly line: Line;
  readonly facts: Omit<LineFacts, "links">;
  readonly drawing: Drawing;
}

/** Below this a line is drawn in a few milliseconds. */
const longLine = 2_000;
const keeper = createLineKeeper<TracedContract>(8, ({ drawing }) => drawing.total > longLine);

/** The lines of the contracts as of one date; those the acting organisation may not see are left out. */
export async function traceContracts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<Map<string, TracedContract>> {
  // The acting organisation is part of the key: what one may see of a framework, another may not.
  const keyOf = (id: string): string => `${work.actor.organisationId} ${asOf} ${id}`;
  const idOf = new Map(contractIds.map((id) => [keyOf(id), id]));
  const traced = await keeper.keep(work.tx, [...idOf.keys()], async (missing) => {
    const ids = missing.flatMap((key) => idOf.get(key) ?? []);
    const gathered = await gatherLineFacts(work, ids, asOf);
    return new Map([...gathered].map(([id, one]) => [keyOf(id), trace(one)]));
  });
  return new Map([...traced].map(([key, one]) => [idOf.get(key) ?? key, one]));
}

function trace({ facts, keptElsewhere, bought }: GatheredFacts): TracedContract {
  const line = traceLine(facts);
  const { links: _links, ...rest } = facts;
  return {
    line: keptElsewhere ? veilLine(line) : line,
    facts: rest,
    keptElsewhere,
    bought,
    drawing: drawEdges(line, facts),
  };
}

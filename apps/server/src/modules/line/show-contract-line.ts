/** The line of one contract as of a date, with the edges of its drawing; a long line in parts. */
import type { ContractLine } from "@throughline/contract";
import { AppError, type IsoDate, type LineSite, type Station } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { drawEdges } from "./draw-edges.ts";
import { traceContracts, type TracedContract } from "./trace-contracts.ts";

/** What one answer holds of a long line: as much as a page shows and a slow laptop takes. The rest is asked for by `…From`. */
export const mostOf = { products: 100, sites: 100, breaks: 50, facts: 100 } as const;

export interface LineRequest {
  readonly id: string;
  readonly asOf?: IsoDate | undefined;
  readonly productsFrom?: number;
  readonly sitesFrom?: number;
  readonly breaksFrom?: number;
  readonly factsFrom?: number;
}

/** Draws the line. A date to come is refused: nothing is known of it. */
export async function showContractLine(work: Work, input: LineRequest): Promise<ContractLine> {
  const asOf = input.asOf ?? work.today;
  if (asOf > work.today) throw new AppError("date_in_future");
  const stretch = { from: input.factsFrom ?? 0, most: mostOf.facts };
  const traced = (await traceContracts(work, [input.id], asOf, stretch)).get(input.id);
  if (traced === undefined) throw new AppError("not_found");
  return takePart(traced, input);
}

function takePart(traced: TracedContract, input: LineRequest): ContractLine {
  const { line, factTotals } = traced;
  const { productsFrom = 0, sitesFrom = 0, breaksFrom = 0 } = input;
  const sites = line.sites.length > mostOf.sites ? hitsFirst(line.sites) : line.sites;
  const drawing = drawEdges(line, traced.standing, traced.facts.sites);
  return {
    line: {
      ...line,
      stations: line.stations.map((station, at) => withoutLinks(station, factTotals[at] ?? 0)),
      products: line.products.slice(productsFrom, productsFrom + mostOf.products),
      sites: sites.slice(sitesFrom, sitesFrom + mostOf.sites),
      breaks: line.breaks.slice(breaksFrom, breaksFrom + mostOf.breaks),
    },
    edges: drawing.edges,
    edgesLeftOut: drawing.total - drawing.edges.length,
    part: {
      products: { from: productsFrom, total: line.products.length },
      sites: { from: sitesFrom, total: line.sites.length },
      breaks: { from: breaksFrom, total: line.breaks.length },
    },
    factsLeftOut: line.stations.flatMap(({ name, facts }, at) => {
      const count = (factTotals[at] ?? 0) - facts.length;
      return count === 0 ? [] : [{ station: name, count }];
    }),
  };
}

/** In a list too long to see at once, what a person must look at comes first. */
function hitsFirst(sites: readonly LineSite[]): LineSite[] {
  const rankOf = (site: LineSite): number =>
    site.screening === "hit" ? 0 : site.toReview ? 1 : site.screening === "not_screened" ? 2 : 3;
  return [0, 1, 2, 3].flatMap((rank) => sites.filter((site) => rankOf(site) === rank));
}

/** Links have no page of their own: in a long list a fact opens to its product, sites and disclosures. */
function withoutLinks(station: Station, total: number): Station {
  if (total <= mostOf.facts) return station;
  return {
    ...station,
    facts: station.facts.map((fact) => ({
      ...fact,
      refs: fact.refs.filter((ref) => ref.kind !== "link"),
    })),
  };
}

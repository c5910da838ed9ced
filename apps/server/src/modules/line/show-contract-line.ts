/** The line of one contract as of a date, with the edges of its drawing. */
import type { ContractLine } from "@throughline/contract";
import { AppError, type IsoDate, type Line, type LineFacts } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { traceContracts } from "./trace-contracts.ts";

/** More edges than this cannot be drawn so that a person sees anything; the table beside the drawing has them all. */
const maximumEdges = 2_000;
/** Facts a station sends; a contract with 5,000 screened sites would send as many sentences that say the same. */
const maximumFacts = 1_000;

/** Draws the line. A date to come is refused: nothing is known of it. */
export async function showContractLine(
  work: Work,
  input: { readonly id: string; readonly asOf?: IsoDate | undefined },
): Promise<ContractLine> {
  const asOf = input.asOf ?? work.today;
  if (asOf > work.today) throw new AppError("date_in_future");
  const traced = (await traceContracts(work, [input.id], asOf)).get(input.id);
  if (traced === undefined) throw new AppError("not_found");
  const { line, factsLeftOut } = capFacts(traced.line);
  const edges = drawEdges(traced.line, traced.facts);
  return {
    line,
    edges: edges.slice(0, maximumEdges),
    edgesLeftOut: Math.max(0, edges.length - maximumEdges),
    factsLeftOut,
  };
}

/** What a person must act on comes before what was looked at without a hit. */
function capFacts(line: Line): Pick<ContractLine, "line" | "factsLeftOut"> {
  const factsLeftOut: ContractLine["factsLeftOut"] = [];
  const stations = line.stations.map((station) => {
    const count = station.facts.length - maximumFacts;
    if (count <= 0) return station;
    factsLeftOut.push({ station: station.name, count });
    const quiet = (code: string): boolean => code.startsWith("fact.screening.no_hit");
    const facts = [
      ...station.facts.filter((fact) => !quiet(fact.sentence.code)),
      ...station.facts.filter((fact) => quiet(fact.sentence.code)),
    ].slice(0, maximumFacts);
    return { ...station, facts };
  });
  return { line: factsLeftOut.length === 0 ? line : { ...line, stations }, factsLeftOut };
}

type Edge = ContractLine["edges"][number];

const rankOfKind = { confirmed: 0, one_of_n_possible: 1, brand_level_only: 2 } as const;

/** One edge per product, site, tier, component and kind, of the links that count on the date; final assembly and hits first. */
function drawEdges(line: Line, facts: LineFacts): Edge[] {
  const sites = new Map(
    line.sites.map((site) => [
      site.siteId,
      {
        hit: site.screening === "hit",
        tiers: new Set<string>(site.tiers),
        products: new Set(site.productIds),
      },
    ]),
  );
  const brandLevel = new Set(
    line.products.flatMap((one) => (one.status === "brand_level_only" ? [one.productId] : [])),
  );
  const edges = new Map<string, { edge: Edge; rank: number }>();
  for (const link of facts.links) {
    if (link.siteId === null) {
      if (!brandLevel.has(link.productId)) continue;
    } else {
      const site = sites.get(link.siteId);
      if (site === undefined || !site.tiers.has(link.tier) || !site.products.has(link.productId))
        continue;
    }
    const { productId, siteId, tier, component, kind } = link;
    const key = `${productId} ${siteId ?? ""} ${tier} ${component ?? ""} ${kind}`;
    if (edges.has(key)) continue;
    const hit = siteId !== null && sites.get(siteId)?.hit === true;
    const rank = (hit ? 0 : 10) + (tier === "final_assembly" ? 0 : 5) + rankOfKind[kind];
    edges.set(key, { edge: { productId, siteId, tier, component, kind }, rank });
  }
  return [...edges]
    .sort(([a, { rank: left }], [b, { rank: right }]) => left - right || (a < b ? -1 : 1))
    .map(([, { edge }]) => edge);
}

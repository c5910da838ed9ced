/** A long line comes in parts; this joins those that were fetched. */
import type { ContractLine } from "@throughline/contract";
import type { StationName } from "@throughline/domain";

/** Where the next part begins. */
export interface PartStart {
  readonly productsFrom: number;
  readonly sitesFrom: number;
  readonly breaksFrom: number;
  readonly factsFrom: number;
}

export const firstPart: PartStart = { productsFrom: 0, sitesFrom: 0, breaksFrom: 0, factsFrom: 0 };

/** What was fetched of a line so far, and how much there is. */
export interface JoinedLine {
  readonly line: ContractLine["line"];
  readonly edges: ContractLine["edges"];
  readonly edgesLeftOut: number;
  readonly total: { readonly products: number; readonly sites: number; readonly breaks: number };
  readonly factsLeftOut: ReadonlyMap<StationName, number>;
  readonly next: PartStart | null;
}

/** Joins parts in the order in which they were fetched; `null` for none. */
export function joinParts(parts: readonly ContractLine[]): JoinedLine | null {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const lines = parts.map((part) => part.line);
  const stations = first.line.stations.map((station) => ({
    ...station,
    facts: lines.flatMap(
      (line) => line.stations.find((one) => one.name === station.name)?.facts ?? [],
    ),
  }));
  const line = {
    ...first.line,
    stations,
    products: lines.flatMap((one) => one.products),
    sites: lines.flatMap((one) => one.sites),
    breaks: lines.flatMap((one) => one.breaks),
  };
  const total = {
    products: first.part.products.total,
    sites: first.part.sites.total,
    breaks: first.part.breaks.total,
  };
  const factsLeftOut = new Map<StationName, number>();
  for (const { station, count } of first.factsLeftOut) {
    const sent = (from: readonly ContractLine["line"]["stations"][number][]): number =>
      from.find((one) => one.name === station)?.facts.length ?? 0;
    const left = sent(first.line.stations) + count - sent(stations);
    if (left > 0) factsLeftOut.set(station, left);
  }
  const complete =
    line.products.length >= total.products &&
    line.sites.length >= total.sites &&
    line.breaks.length >= total.breaks &&
    factsLeftOut.size === 0;
  const facts = Math.max(0, ...stations.map((station) => station.facts.length));
  return {
    line,
    edges: first.edges,
    edgesLeftOut: first.edgesLeftOut,
    total,
    factsLeftOut,
    next: complete
      ? null
      : {
          productsFrom: line.products.length,
          sitesFrom: line.sites.length,
          breaksFrom: line.breaks.length,
          factsFrom: facts,
        },
  };
}

/** The line of one contract as of one date: the package's main door. */
import type { Line, LineFacts, Station } from "@throughline/domain";
import { actedStation } from "./acted-station.ts";
import { agreedStation } from "./agreed-station.ts";
import { askedStation } from "./asked-station.ts";
import { assessExtension } from "./extension-readiness.ts";
import { checkedStation } from "./checked-station.ts";
import { reviewClauseDuties } from "./clause-duties.ts";
import { measureCompleteness } from "./completeness.ts";
import { findBreaks } from "./find-breaks.ts";
import { gatherKnownFacts } from "./gather-known-facts.ts";
import { groupLinks, type GroupedFacts, type LinkGroup } from "./group-links.ts";
import { listSubjects } from "./list-subjects.ts";
import { placeSites } from "./place-sites.ts";
import { settleDuties } from "./settle-duties.ts";
import { shownStation } from "./shown-station.ts";
import { takeStretch, wholeStretch, type FactStretch } from "./take-stretch.ts";
import { traceProducts } from "./trace-products.ts";
import { tracedStation } from "./traced-station.ts";
import { unrecordedStation } from "./unrecorded-stations.ts";
import { weighStation } from "./weigh-station.ts";

/**
 * Traces the line: eight stations, products, sites, completeness, breaks with next actions, readiness.
 *
 * Pure and deterministic: only facts on or before `facts.asOf` count, the order of the input does not matter, ids
 * of facts, breaks and actions come from content. Throws nothing on facts that parse; links to unknown products,
 * sites or disclosures are left out. Cost: linear in links, n log n in products, sites and events.
 *
 * @example
 * const line = traceLine({ ...facts, asOf: "2026-11-20" });
 * line.stations[4]?.headline.text // "2 of 6 products"
 */
export function traceLine(facts: LineFacts): Line {
  return traceGroupedLine({ ...facts, links: groupLinks(facts.links, facts.sites) }, wholeStretch)
    .line;
}

/** A line with the groups of links it rests on, product by product, and how many facts each station has in all. */
export interface GroupedLine {
  readonly line: Line;
  readonly standing: readonly LinkGroup[];
  readonly factTotals: readonly number[];
}

/**
 * Traces a line whose links are grouped already. The stations hold only the facts of the stretch: in a long line
 * nobody reads them all at once, and they cost as much as the rest.
 *
 * @example traceGroupedLine({ ...facts, links: groupLinks(facts.links, facts.sites) }, { from: 0, most: 150 }).line
 */
export function traceGroupedLine(facts: GroupedFacts, stretch: FactStretch): GroupedLine {
  const known = gatherKnownFacts(facts);
  const standings = traceProducts(known);
  const sites = placeSites(known);
  const completeness = measureCompleteness(known, standings, sites);
  const subjects = listSubjects(known, standings);
  const duties = reviewClauseDuties(known);
  const settled = settleDuties(known, duties);
  const breaks = findBreaks(known, standings, subjects, sites, duties, settled);
  const { id, reference, title } = known.contract;
  const before: Station[] = [
    weighStation(known),
    askedStation(known),
    agreedStation(known, settled),
    shownStation(known, subjects),
    tracedStation(known, standings, completeness, duties, stretch),
    checkedStation(known, sites),
  ];
  const toActOn = breaks.filter(({ station }) => station !== "acted");
  const whole: Station[] = [
    ...before,
    actedStation(known, before, toActOn),
    unrecordedStation("remedied"),
  ];
  return {
    line: {
      asOf: known.asOf,
      contract: { id, reference, title },
      stations: whole.map((station) =>
        station.name === "traced"
          ? station
          : { ...station, facts: takeStretch(station.facts, stretch) },
      ),
      products: standings.map(({ trace }) => trace),
      sites,
      completeness,
      breaks,
      readiness: assessExtension(known, duties, breaks),
    },
    standing: known.standingLinks,
    factTotals: whole.map(({ name, facts: all }) =>
      name === "traced" ? standings.length : all.length,
    ),
  };
}

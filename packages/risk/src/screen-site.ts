import type { ScreeningFact } from "@throughline/domain";
import { foldText } from "@throughline/matching";
import { compareListedName, type NameToCompare, readNameToCompare } from "./compare-listed-name.ts";
import { datasets } from "./datasets.ts";
import {
  buildMeasureIndex,
  type ListedName,
  type MeasureIndex,
  type MeasureList,
  screeningKeys,
} from "./measure-index.ts";
import { countryName, type TradeMeasure } from "./read-reference-data.ts";
import { sayDate } from "./say-date.ts";

/** A site as it is screened: by its name, its other names and its owners. */
export interface SiteToScreen {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly owners: readonly string[];
  /** ISO 3166-1 alpha-2, `null` when unknown: then measures of all countries count. */
  readonly country: string | null;
  readonly address: string | null;
}

/** An official measure that may concern the site. It waits for a person's verdict; it is a measure, not a finding. */
export interface ScreeningHit {
  readonly measureId: string;
  /** The entity or place the measure is against, as our list names it. */
  readonly entity: string;
  /** The measure in words, with the list's own entry. */
  readonly measure: string;
  /** Full date, or `null` when the list gives only a year or month (the explanation says which). */
  readonly effectiveOn: string | null;
  readonly matchedOn: "name" | "alias" | "owner" | "address";
  readonly explanation: string;
  /** 0..1: how well the names fit, not how likely abuse is. */
  readonly probability: number;
}

/** What one list says about one site. `not_screened` only when there was no name the list could be searched by. */
export interface ListScreening {
  readonly list: MeasureList;
  readonly status: ScreeningFact["status"];
  readonly sentence: string;
  readonly hits: readonly ScreeningHit[];
}

/** From which fit on a name is put before a person. Low on purpose: a missed order costs more than a second look. */
export const hitThreshold = 0.7;

const kinds: Readonly<Record<TradeMeasure["kind"], string>> = {
  withhold_release_order: "Withhold-release order",
  finding: "Finding of US Customs under 19 U.S.C. 1307",
  uflpa_listing: "Listing under the Uyghur Forced Labor Prevention Act",
};
const preparedIndex = buildMeasureIndex();

/**
 * Screens one site against every list: its name, other names and owners against listed names and their aliases.
 * The country must be equal or unknown, or the names fit very well (0.9; owners from anywhere count). Measures of
 * goods, regions and vessels are not searched by name ({@link MeasureIndex.notByName}). Cost: linear in the site's names
 * and the few listed names that share a key with them, not in the length of the lists.
 *
 * @example
 * screenSite({ name: "Hefei Bitland Information Technology Co.,Ltd", aliases: [], owners: [], country: "CN", address: null }, "2026-11-20")[0]?.status // → "hit"
 */
export function screenSite(
  site: SiteToScreen,
  asOf: string,
  index: MeasureIndex = preparedIndex,
): readonly ListScreening[] {
  const names = [
    { text: site.name, as: "name" as const },
    ...site.aliases.map((text) => ({ text, as: "alias" as const })),
    ...site.owners.map((text) => ({ text, as: "owner" as const })),
  ].filter(({ text }) => /\p{Script=Latin}{2}/u.test(text.normalize("NFKC")));
  const best = new Map<string, { readonly list: MeasureList; readonly hit: ScreeningHit }>();
  const keep = (measure: TradeMeasure, hit: ScreeningHit): void => {
    const before = best.get(measure.id);
    if (before === undefined || hit.probability > before.hit.probability)
      best.set(measure.id, { list: measure.list, hit });
  };
  for (const { text, as } of names) {
    const compared = readNameToCompare(text);
    for (const listed of candidatesFor(text, index)) {
      if (listed.measure.effectiveOn > asOf) continue;
      const hit = judge(text, compared, as, listed, site.country);
      if (hit !== null) keep(listed.measure, hit);
    }
  }
  for (const measure of index.places) {
    if (measure.effectiveOn > asOf || site.address === null) continue;
    if (foldText(site.address).includes(foldText(measure.name)))
      keep(measure, {
        ...describe(measure),
        matchedOn: "address",
        probability: 0.9,
        explanation: `The address names ${measure.name}, a place the measure covers.${origin(measure)}`,
      });
  }
  return index.lists.map((list) => {
    const hits = [...best.values()].filter((found) => found.list === list).map(({ hit }) => hit);
    return answer(
      list,
      hits.toSorted(
        (a, b) => b.probability - a.probability || (a.measureId < b.measureId ? -1 : 1),
      ),
      names.length > 0,
    );
  });
}

/**
 * Screens many sites with one index.
 *
 * @example screenSites([{ id: "1", name: "LCFC（Hefei) Electronics", aliases: [], owners: [], country: "CN", address: null }], "2026-11-20").get("1")
 */
export function screenSites<Site extends SiteToScreen & { readonly id: string }>(
  sites: Iterable<Site>,
  asOf: string,
  index: MeasureIndex = preparedIndex,
): ReadonlyMap<string, readonly ListScreening[]> {
  const screened = new Map<string, readonly ListScreening[]>();
  for (const site of sites) screened.set(site.id, screenSite(site, asOf, index));
  return screened;
}

function candidatesFor(name: string, index: MeasureIndex): ReadonlySet<ListedName> {
  const found = new Set<ListedName>();
  for (const key of screeningKeys(name))
    for (const listed of index.byKey.get(key) ?? []) found.add(listed);
  return found;
}

function judge(
  text: string,
  compared: NameToCompare,
  as: "name" | "alias" | "owner",
  listed: ListedName,
  country: string | null,
): ScreeningHit | null {
  const { measure } = listed;
  const fit = compareListedName(compared, listed.compared);
  const abroad =
    as !== "owner" && country !== null && !oneJurisdictionFamily(country, measure.country);
  if (fit.probability < (abroad ? 0.9 : hitThreshold)) return null;
  const who = { name: "The site's name", alias: "Another name of the site", owner: "The owner" }[
    as
  ];
  const listedName = listed.isAlias
    ? `"${listed.name}", another name of ${measure.name}`
    : `"${listed.name}"`;
  const place =
    abroad && country !== null
      ? ` The measure is for ${countryName(measure.country)}, the site is in ${countryName(country)}.`
      : country === null
        ? " The site's country is not known."
        : "";
  return {
    ...describe(measure),
    matchedOn: as,
    probability: abroad ? Math.round((fit.probability - 0.15) * 100) / 100 : fit.probability,
    explanation: `${who} "${text}" fits ${listedName}: both have ${fit.words.map((word) => `"${word}"`).join(", ") || "the same letters"}.${place}${origin(measure)}`,
  };
}

/** An order against a mainland entity is looked for in Hong Kong and Macau too, where its sites are often registered. */
function oneJurisdictionFamily(a: string, b: string): boolean {
  const family = (code: string): string => (code === "HK" || code === "MO" ? "CN" : code);
  return family(a) === family(b);
}

function describe(
  measure: TradeMeasure,
): Pick<ScreeningHit, "measureId" | "entity" | "measure" | "effectiveOn"> {
  return {
    measureId: measure.id,
    entity: measure.name,
    measure: `${kinds[measure.kind]} against ${measure.name}${measure.listedAs === measure.name ? "" : ` (listed as "${measure.listedAs}")`}`,
    effectiveOn: measure.effectiveOn.length === 10 ? measure.effectiveOn : null,
  };
}

function origin(measure: TradeMeasure): string {
  const { edition, caution } = datasets[measure.list];
  const date =
    measure.effectiveOn.length === 10
      ? ""
      : ` The list gives ${sayDate(measure.effectiveOn)} as the date.`;
  return `${date} Source: ${edition}. ${measure.doubt ?? caution}`;
}

function answer(
  list: MeasureList,
  hits: readonly ScreeningHit[],
  hadNames: boolean,
): ListScreening {
  const { title, edition, partial } = datasets[list];
  if (hits.length > 0)
    return {
      list,
      status: "hit",
      hits,
      sentence: `${hits.length === 1 ? "One official measure" : `${hits.length} official measures`} may concern this site; a person must decide (${title}, ${edition}).`,
    };
  if (!hadNames)
    return {
      list,
      status: "not_screened",
      hits,
      sentence: `Not screened: the list carries names in Latin letters only, and none is known for this site (${title}).`,
    };
  if (partial)
    return {
      list,
      status: "no_hit_on_partial_list",
      hits,
      sentence: `No hit, but the list is only an extract: this does not show that no measure exists (${title}, ${edition}).`,
    };
  return { list, status: "no_hit", hits, sentence: `No hit on ${title} (${edition}).` };
}

import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import { corruptRecord } from "./corrupt-record.ts";
import { Draw } from "./draw-random.ts";
import { countries, type CountryNames } from "./name-parts.ts";

/** Sites with their truth: `truth` of a record says which site it is. */
export interface GeneratedSites {
  readonly records: SiteToMatch[];
  readonly truth: string[];
}

interface Site {
  readonly country: CountryNames;
  readonly company: Company;
  readonly town: string;
  readonly province: string;
  readonly address: string;
  readonly postal: string;
  readonly unit: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly phone: string | null;
}
interface Company {
  readonly latin: string;
  readonly local: string | null;
  readonly trade: number;
  readonly size: number;
  readonly phone: string;
}

/**
 * Makes about `count` records of invented production sites: companies with one plant or several, plants that share a building
 * or a park, several scripts, and further records of the same site as other lists would have it. The same seed gives the same.
 *
 * @example generateSites({ count: 1000, seed: 1 }).records.length // 1000
 */
export function generateSites(options: {
  readonly count: number;
  readonly seed: number;
  /** How many records a site has on average beyond the first. */
  readonly again?: number;
  readonly hard?: number;
}): GeneratedSites {
  const { count, seed, again = 0.35, hard = 0.7 } = options;
  const draw = new Draw(seed);
  const records: SiteToMatch[] = [];
  const truth: string[] = [];
  let company: Company | null = null;
  let plants = 0;
  let lastSite: Site | null = null;
  let number = 0;
  while (records.length < count) {
    const country: CountryNames =
      plants > 0 && lastSite !== null ? lastSite.country : draw.pickSkewed(countries);
    if (plants <= 0 || company === null) {
      company = makeCompany(country, draw);
      plants = draw.chance(0.18) ? 1 + draw.below(6) : 1;
      number = 0;
    }
    plants -= 1;
    number += 1;
    const site = makeSite(country, company, number > 1 || plants > 0 ? number : 0, lastSite, draw);
    lastSite = site;
    const key = `t${records.length}`;
    const first = writeSite(site, `r${records.length}`, draw);
    records.push(first);
    truth.push(key);
    let more = 0;
    while (more < 8 && records.length < count && draw.next() < again / (1 + again)) {
      more += 1;
      const told = draw.chance(0.6) ? first : writeSite(site, "", draw);
      records.push(corruptRecord(told, `r${records.length}`, draw, hard));
      truth.push(key);
    }
  }
  return { records, truth };
}

function makeCompany(country: CountryNames, draw: Draw): Company {
  const trade = draw.below(country.trades.length);
  const parts = 2 + draw.below(2) + (draw.chance(0.3) ? 1 : 0);
  let latin = "";
  let local = "";
  for (let part = 0; part < parts; part += 1) {
    const [sound, sign] = draw.chance(0.5)
      ? draw.pickSkewed(country.syllables)
      : draw.pick(country.syllables);
    latin += sound;
    local += sign;
  }
  if (country.words.length > 0 && draw.chance(0.4)) {
    latin = `${latin} ${draw.pickSkewed(country.words)}`;
    local = "";
  }
  return {
    latin: latin.replaceAll(/(?<![A-Za-z])[a-z]/gu, (letter) => letter.toUpperCase()),
    local: country.hasLocal && local !== "" ? local : null,
    trade,
    size: draw.below(3),
    phone: String(2_000_000 + draw.below(7_000_000)),
  };
}

function makeSite(
  country: CountryNames,
  company: Company,
  unit: number,
  neighbour: Site | null,
  draw: Draw,
): Site {
  // A shared building, or one park: neighbours in the same place with names of their own.
  if (
    neighbour !== null &&
    neighbour.country === country &&
    neighbour.company !== company &&
    draw.chance(0.12)
  )
    return { ...neighbour, company, unit, phone: draw.chance(0.5) ? null : company.phone };
  const [town, province] = draw.pickSkewed(country.towns);
  // Plants of one company often stand in one park.
  const nearby = neighbour !== null && neighbour.company === company && draw.chance(0.4);
  const inTown = nearby ? neighbour.town : town;
  const street = draw.pickSkewed(country.streets);
  const house = 1 + Math.floor(draw.next() ** 3 * 1500);
  const park = draw.chance(0.45)
    ? draw.pick(country.parks).replace("{town}", draw.pickSkewed(country.towns)[0])
    : "";
  const address = draw
    .pick(country.addresses)
    .replaceAll("{house}", String(house))
    .replace("{block}", draw.pick([..."ABCDEF"]))
    .replace("{street}", street)
    .replace("{park}", park)
    .replace("{village}", draw.pickSkewed(country.villages))
    .replaceAll(/(?:,\s*)+/gu, ", ")
    .replace(/^, /u, "")
    .replace(/, $/u, "");
  return {
    country,
    company,
    town: inTown,
    province: nearby ? neighbour.province : province,
    address,
    postal: String(draw.below(900_000) + 100_000).slice(0, country.postalDigits),
    unit,
    latitude: 10 + draw.next() * 30,
    longitude: 70 + draw.next() * 50,
    phone: draw.chance(0.5)
      ? null
      : draw.chance(0.35)
        ? company.phone
        : String(2_000_000 + draw.below(7_000_000)),
  };
}

function writeSite(site: Site, id: string, draw: Draw): SiteToMatch {
  const { country, company, unit } = site;
  const [latinTrade, localTrade] = country.trades[company.trade] ?? ["", ""];
  const latinLegal = draw.pickSkewed(country.legal);
  const [localTown] = country.localTowns[site.town] ?? [null];
  const inLocal = company.local !== null && localTown !== null && draw.chance(0.12);
  let name: string;
  if (inLocal) {
    name = `${localTown}${company.local ?? ""}${localTrade}${country.localLegal}`;
  } else {
    const style = company.size;
    const place = style === 0 && draw.chance(0.75) ? `${site.town} ` : "";
    const branch = style === 1 && unit > 1 && draw.chance(0.8) ? ` (${site.town})` : "";
    const numbered =
      style !== 1 && unit > 0 && draw.chance(0.75)
        ? draw.pick([` Unit ${unit}`, ` - ${unit}`, ` Factory ${unit}`])
        : "";
    name = `${place}${company.latin} ${latinTrade}${branch}${numbered} ${latinLegal}`.trim();
  }
  const parts = [site.address, site.town, site.province, site.postal, country.name];
  if (draw.chance(0.3)) parts.splice(3, 1);
  if (draw.chance(0.4)) parts.pop();
  const placed = draw.chance(0.5);
  return {
    id,
    name,
    address: parts.filter((part) => part !== "").join(", "),
    country: country.code,
    latitude: placed ? site.latitude + (draw.next() - 0.5) * 0.01 : null,
    longitude: placed ? site.longitude + (draw.next() - 0.5) * 0.01 : null,
    // A site may have several lines.
    phone:
      site.phone === null || draw.chance(0.15)
        ? null
        : draw.chance(0.25)
          ? String(2_000_000 + draw.below(7_000_000))
          : site.phone,
  };
}

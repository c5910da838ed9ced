/** Decides what becomes of one row: accepted, corrected (what and why) or rejected (why, and what to do). */
import type { DisclosureRow, RowFlag, Tier } from "@throughline/domain";
import { countryName } from "../country/country-names.ts";
import { isChineseProvince } from "../country/chinese-provinces.ts";
import { recogniseCountry } from "../country/recognise-country.ts";
import { readCountryFromAddress } from "../country/read-country-from-address.ts";
import { flagPlace } from "./flag-row.ts";
import { repairCell } from "./repair-cell.ts";
import { readTier } from "./read-tier.ts";

/** A row as it stood in the source, before anything was decided. Empty string: the source says nothing. */
export interface SourceRow {
  readonly row: number;
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly region?: string | undefined;
  readonly latitude?: string | undefined;
  readonly longitude?: string | undefined;
  readonly osId?: string | undefined;
  readonly product?: string | undefined;
  readonly component?: string | undefined;
  readonly tier?: string | undefined;
  /** What a column for the kind of place says. */
  readonly kind?: string | undefined;
  readonly raw: string;
  /** What the reader itself noticed or changed before. */
  readonly flags?: readonly RowFlag[] | undefined;
  readonly changes?: readonly string[] | undefined;
  /** The source ends inside this item: kept although its address or country is missing. */
  readonly cutOff?: boolean | undefined;
  /** A country in the name is taken when nothing else names one (importers on labels). */
  readonly countryFromName?: boolean | undefined;
  /** The reader already knows that this is no place, and why. */
  readonly rejection?: string | undefined;
}

const territories = new Set(["HK", "MO", "TW"]);
const totals =
  /^(?:grand\s+|sub\s*-?\s*)?(?:totals?|sum|summe|gesamt(?:summe)?|totaal|totalt|summa|insgesamt|suma|合计|总计|合計|總計|小计)\b[\s:：.=-]*[\d\s.,]*(?:sites?|factories|facilities|suppliers?|rows?|entries)?$|^(?:合计|总计|合計|總計|小计)/iu;

class Changes {
  readonly sentences: string[] = [];
  readonly flags = new Set<RowFlag>();
  say(sentence: string): void {
    this.sentences.push(sentence);
  }
}

function settleCountry(
  source: SourceRow,
  name: string,
  address: string,
  changes: Changes,
): string | null {
  const said = repairCell(source.country).text;
  const region = repairCell(source.region ?? "").text;
  const found = address === "" ? null : readCountryFromAddress(address);
  let declared = said === "" ? null : recogniseCountry(said);
  if (said !== "" && declared === null && isChineseProvince(said)) {
    declared = "CN";
    changes.say(
      `The country column says '${said}', which is a province of China, so China was taken.`,
    );
  }
  if (declared === "CN") {
    const territory =
      found !== null && territories.has(found.country) ? found.country : regionTerritory(region);
    if (territory === null) return "CN";
    changes.flags.add("territory_filed_under_china");
    changes.say(
      `The country column says '${said}', but the address lies in ${countryName(territory)}, so that was taken.`,
    );
    return territory;
  }
  if (declared !== null) {
    if (
      found !== null &&
      found.by !== "code" &&
      found.country !== declared &&
      !(found.country === "CN" && territories.has(declared))
    ) {
      changes.flags.add("country_contradicts_address");
    }
    return declared;
  }
  const unrecognised = said === "" ? "" : `The country '${said}' was not recognised. `;
  if (found !== null) {
    changes.flags.add("country_from_address");
    if (territories.has(found.country) && /china|中国|中國/iu.test(address))
      changes.flags.add("territory_filed_under_china");
    changes.say(
      `${unrecognised}The country, ${countryName(found.country)}, was read from '${found.place}' in the address.`,
    );
    return found.country;
  }
  if (source.countryFromName === true) {
    const inName = name
      .split(/[\s,()]+/u)
      .map((word) => (word.length > 3 ? recogniseCountry(word) : null))
      .find((code) => code !== null);
    if (inName !== undefined && inName !== null) {
      changes.say(
        `The address names no country; ${countryName(inName)} was read from the company's name.`,
      );
      return inName;
    }
  }
  if (unrecognised !== "")
    changes.say(
      `${unrecognised.trim()} It was left empty: write the country's name or its two-letter code.`,
    );
  changes.flags.add("country_missing");
  return null;
}

function regionTerritory(region: string): string | null {
  const code = region === "" ? null : recogniseCountry(region);
  return code !== null && territories.has(code) ? code : null;
}

function settleCoordinate(
  text: string | undefined,
  limit: number,
  label: string,
  changes: Changes,
): number | null {
  const cell = repairCell(text ?? "").text;
  if (cell === "") return null;
  const plain = /^-?\d+,\d+$/u.test(cell) ? cell.replace(",", ".") : cell;
  const value = /^[+-]?\d+(?:\.\d+)?(?:e-?\d+)?$/iu.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isFinite(value) && Math.abs(value) <= limit) return value;
  changes.say(
    `The ${label} '${cell}' is not a number between -${limit} and ${limit} and was left out.`,
  );
  return null;
}

function optional(text: string | undefined): string | null {
  const cell = repairCell(text ?? "").text;
  return cell === "" ? null : cell;
}

function rejectionOf(
  source: SourceRow,
  name: string,
  address: string,
  country: string | null,
): string | null {
  if (source.rejection !== undefined) return source.rejection;
  if (totals.test(name) && country === null) {
    return `This looks like a totals row ('${name}'), not a place. Leave totals out of the list; if it is a place, give its address and country.`;
  }
  if (name === "" && address === "")
    return "The row names neither a company nor an address. Give the name of the site and its address.";
  if (name === "")
    return "The row has an address but no name. Give the name of the company that runs the site.";
  if (address === "" && country === null && source.cutOff !== true) {
    return `'${name}' stands with neither address nor country, so it does not point to a production site. Ask the supplier for the address, or at least the country.`;
  }
  return null;
}

/**
 * Settles one row. Pure; the same source always gives the same outcome.
 *
 * @example settleRow({ row: 2, name: "A Ltd", address: "1 Main St, Leeds, UK", country: "", raw: "" }).country; // "GB"
 */
export function settleRow(source: SourceRow): DisclosureRow {
  const changes = new Changes();
  const name = repairCell(source.name);
  const address = repairCell(source.address);
  for (const flag of source.flags ?? []) changes.flags.add(flag);
  for (const change of source.changes ?? []) changes.say(change);
  for (const [label, cell] of [
    ["name", name],
    ["address", address],
  ] as const) {
    if (cell.whitespace) {
      changes.flags.add("whitespace_repaired");
      changes.say(`Blanks or invisible characters in the ${label} were repaired.`);
    }
    for (const repair of cell.repairs) changes.say(`In the ${label}, ${repair}.`);
    if (cell.unusual) changes.flags.add("unusual_characters");
  }
  const region = repairCell(source.region ?? "").text;
  let where = address.text;
  if (where === "" && region !== "") {
    where = region;
    changes.flags.add("address_missing");
    const several = region.split(/[;|/]/u).filter((part) => part.trim() !== "").length;
    changes.say(
      several > 1
        ? `There is no street address; the ${several} regions named stand in its place. Several places may be meant: ask for the address of each.`
        : "There is no street address; the region named stands in its place. Ask for the address.",
    );
  }
  const country = settleCountry(source, name.text, where, changes);
  for (const flag of flagPlace(name.text, where, source.kind ?? "")) changes.flags.add(flag);
  const latitude = settleCoordinate(source.latitude, 90, "latitude", changes);
  const longitude = settleCoordinate(source.longitude, 180, "longitude", changes);
  const paired = latitude !== null && longitude !== null;
  const oneEmpty =
    (repairCell(source.latitude ?? "").text === "") !==
    (repairCell(source.longitude ?? "").text === "");
  if (oneEmpty && (latitude !== null || longitude !== null))
    changes.say("Only one of latitude and longitude is given; it was left out.");
  const tierText = optional(source.tier);
  const tier: Tier | null = tierText === null ? null : readTier(tierText);
  if (tierText !== null && tier === null)
    changes.say(`The tier '${tierText}' was not recognised and was left empty.`);
  const rejection = rejectionOf(source, name.text, where, country);
  const outcome =
    rejection !== null ? "rejected" : changes.sentences.length > 0 ? "corrected" : "accepted";
  return {
    row: source.row,
    outcome,
    name: name.text,
    address: where,
    country,
    flags: [...changes.flags],
    reason: rejection ?? (changes.sentences.length > 0 ? changes.sentences.join(" ") : null),
    latitude: paired ? latitude : null,
    longitude: paired ? longitude : null,
    osId: optional(source.osId),
    product: optional(source.product),
    component: optional(source.component),
    tier,
    raw: source.raw,
  };
}

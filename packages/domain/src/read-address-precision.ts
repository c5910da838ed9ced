/** How precisely an address places a site, judged from its words alone: no gazetteer is asked and nothing is guessed upwards. */
import type { RowFlag } from "./disclosure-rows.ts";
import type { AddressPrecision } from "./vocabulary.ts";

const streetWords =
  /\b(?:no|nr|st|str|street|road|rd|avenue|ave|av|lane|ln|drive|way|boulevard|blvd|highway|hwy|km|lot|plot|block|blk|building|bldg|unit|sector|phase|quay|rue|via|calle|carrera|carretera|avenida|rua|estrada|weg|allee|platz|gasse|ulica|ul|jalan|jl|soi|moo|duong|khu|kcn|gata|gatan|vei|veien|gade|laan|straat)\b|stra(?:ss|ß)e\b|straat\b|gatan\b|路|街|号|號|巷|弄|丁目|番地|번길|로\s?\d/iu;
const houseNumber = /(?:^|[^\d])\d{1,4}(?:[a-z]|-\d+)?(?:\s?#)?(?=$|[^\d\p{L}])/iu;
const postalCode = /(?<![\d-])\d{5,7}(?![\d-])|(?<=\s)\d{3}\s\d{2,3}(?=\s|,|$)/gu;

/**
 * Reads the precision of an address: `street` with a house number or a street word, `locality` with several parts,
 * `region` with one part (or when a region stands in the address's place), `country` when only that is known.
 *
 * @example readAddressPrecision("No. 88 Xinxiang Road, Kunshan", "CN", []) // → "street"
 * @example readAddressPrecision("Jiangsu", "CN", ["address_missing"]) // → "region"
 */
export function readAddressPrecision(
  address: string | null,
  country: string | null,
  flags: readonly RowFlag[],
): AddressPrecision {
  const known = country === null ? "none" : "country";
  const parts = (address ?? "")
    .normalize("NFKC")
    .split(/[,，;；\n]+/u)
    .map((part) => part.replace(postalCode, " ").trim())
    .filter((part) => /\p{L}{2}|\d/u.test(part) && !namesCountry(part, country));
  if (parts.length === 0) return known;
  if (flags.includes("address_missing")) return "region";
  const text = parts.join(", ");
  if (!flags.includes("po_box") && (houseNumber.test(text) || streetWords.test(text)))
    return "street";
  return parts.length > 1 || /省.*[市县區区]/u.test(text) ? "locality" : "region";
}

/** How addresses write countries that have more than one usual name. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  CN: ["prc", "prchina", "peoplesrepublicofchina", "中国", "中國"],
  CZ: ["czechrepublic"],
  DE: ["deutschland"],
  GB: ["uk", "greatbritain", "england", "scotland", "wales"],
  HK: ["hongkong"],
  KR: ["korea", "republicofkorea", "southkorea"],
  TR: ["turkey"],
  TW: ["taiwan", "taiwanroc", "roc"],
  US: ["usa", "unitedstatesofamerica"],
  VN: ["vietnam"],
};
const englishNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

function namesCountry(part: string, country: string | null): boolean {
  const compact = part.toLowerCase().replace(/[^\p{L}]/gu, "");
  if (country === null || !/^[A-Z]{2}$/.test(country)) return false;
  if (compact === country.toLowerCase()) return true;
  if (otherNames[country]?.includes(compact) === true) return true;
  const name = englishNames.of(country);
  return name !== undefined && compact === name.toLowerCase().replace(/[^\p{L}]/gu, "");
}

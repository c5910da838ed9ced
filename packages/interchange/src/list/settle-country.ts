/** Which country a row lies in: what its column says, corrected and completed by its address. */
import { countryName } from "../country/country-names.ts";
import { isChineseProvince } from "../country/chinese-provinces.ts";
import { readCountryFromAddress } from "../country/read-country-from-address.ts";
import type { FoundCountry } from "../country/read-country-from-address.ts";
import { recogniseCountry } from "../country/recognise-country.ts";
import { repairCell } from "../disclosure/repair-cell.ts";
import type { PlaceSource } from "./place-source.ts";
import type { RowCheckCode } from "./row-checks.ts";
import type { RowFindings } from "./row-findings.ts";

const filedUnderChina: Readonly<Record<string, RowCheckCode>> = {
  HK: "hong_kong_filed_under_china",
  MO: "macau_filed_under_china",
  TW: "taiwan_filed_under_china",
};

function isTerritory(code: string): boolean {
  return Object.hasOwn(filedUnderChina, code);
}

function territoryOf(region: string, found: FoundCountry | null): string | null {
  if (found !== null && isTerritory(found.country)) return found.country;
  const code = region === "" ? null : recogniseCountry(region);
  return code !== null && isTerritory(code) ? code : null;
}

function settleChina(
  said: string,
  region: string,
  found: FoundCountry | null,
  findings: RowFindings,
): string {
  const territory = territoryOf(region, found);
  const check = territory === null ? undefined : filedUnderChina[territory];
  if (territory === null || check === undefined) return "CN";
  findings.flags.add("territory_filed_under_china");
  const holds = findings.correct(check, {
    field: "country",
    message: `The country column says '${said}', but the address lies in ${countryName(territory)}, so that was taken.`,
    correction: { before: said, after: countryName(territory) },
  });
  return holds ? territory : "CN";
}

function compareWithAddress(
  declared: string,
  found: FoundCountry | null,
  findings: RowFindings,
): void {
  if (found === null || found.country === declared) return;
  if (found.country === "CN" && isTerritory(declared)) return;
  const message = `The country given is ${countryName(declared)}, but the address says '${found.place}' (${countryName(found.country)}). The country given was kept.`;
  if (found.by === "code") {
    findings.notice("country_code_contradicts_address", { field: "country", message });
    return;
  }
  findings.flags.add("country_contradicts_address");
  findings.notice("country_contradicts_address", { field: "country", message });
}

function readFromName(name: string): string | null {
  for (const word of name.split(/[\s,()]+/u)) {
    const code = word.length > 3 ? recogniseCountry(word) : null;
    if (code !== null) return code;
  }
  return null;
}

/** The country of a row, or `null` when it cannot be told. What was read or changed is in `findings`. */
export function settleCountry(
  source: PlaceSource,
  name: string,
  address: string,
  findings: RowFindings,
): string | null {
  const said = repairCell(source.country).text;
  const region = repairCell(source.region ?? "").text;
  const found = address === "" ? null : readCountryFromAddress(address);
  const declared = said === "" ? null : recogniseCountry(said);
  if (declared === "CN") return settleChina(said, region, found, findings);
  if (declared !== null) {
    compareWithAddress(declared, found, findings);
    return declared;
  }
  if (
    said !== "" &&
    isChineseProvince(said) &&
    findings.correct("province_as_country", {
      field: "country",
      message: `The country column says '${said}', which is a province of China, so China was taken.`,
      correction: { before: said, after: countryName("CN") },
    })
  ) {
    return settleChina(said, region, found, findings);
  }
  const unrecognised = said === "" ? "" : `The country '${said}' was not recognised. `;
  if (found !== null) {
    const taken = findings.correct("country_from_address", {
      field: "country",
      message: `${unrecognised}The country, ${countryName(found.country)}, was read from '${found.place}' in the address.`,
      correction: { before: said, after: countryName(found.country) },
    });
    if (taken) {
      findings.flags.add("country_from_address");
      if (isTerritory(found.country) && /china|中国|中國/iu.test(address))
        findings.flags.add("territory_filed_under_china");
      return found.country;
    }
  } else if (source.countryFromName === true) {
    const inName = readFromName(name);
    if (
      inName !== null &&
      findings.correct("country_from_name", {
        field: "country",
        message: `The address names no country; ${countryName(inName)} was read from the company's name.`,
        correction: { before: said, after: countryName(inName) },
      })
    ) {
      return inName;
    }
  }
  findings.flags.add("country_missing");
  if (unrecognised === "") {
    findings.notice("country_missing", { field: "country", message: "No country is given." });
  } else {
    findings.change(
      "country_not_recognised",
      { field: "country", message: `${unrecognised}It was left empty.` },
      `${unrecognised}It was left empty: write the country's name or its two-letter code.`,
    );
  }
  return null;
}

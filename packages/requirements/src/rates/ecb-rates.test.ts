import { describe, expect, it } from "vitest";
import { buildRates } from "../../tools/build-rates.ts";
import shipped from "../../data/ecb-rates.json" with { type: "json" };
import { comparesReference, readReference } from "../../tools/read-reference.ts";
import { ecbRatesOn, lookUpEcbRate } from "./ecb-rates.ts";

describe("the rates that are shipped", () => {
  it.runIf(comparesReference)("are those of the bank's table", () => {
    expect(shipped).toEqual(buildRates(readReference("data/fx/eurofxref-hist.csv")));
  });

  it("are the last of the month on or before the day asked about", () => {
    expect(ecbRatesOn("2026-03-04")?.on).toBe("2026-02-27");
    expect(ecbRatesOn("2026-11-20")?.on).toBe("2026-03-05");
    expect(lookUpEcbRate("GBP", "2026-11-20")).toEqual({ perEuro: 0.8695, date: "2026-03-05" });
  });

  it("are none before the first day, and none for a currency the bank did not quote", () => {
    expect(ecbRatesOn("2014-12-30")).toBeNull();
    expect(lookUpEcbRate("XAU", "2026-01-01")).toBeNull();
    expect(lookUpEcbRate("constructor", "2026-01-01")).toBeNull();
  });
});

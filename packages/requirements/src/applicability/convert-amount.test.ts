import { describe, expect, it } from "vitest";
import { convertAmount, type RateLookup } from "./law-facts.ts";
import { money, people, said, today, verdict, yearEnd } from "./law-facts.fixture.ts";

describe("thresholds in another currency", () => {
  const rates: RateLookup = (currency, on) =>
    currency === "GBP" && on >= "2025-12-31" ? { perEuro: 0.9, date: "2025-12-31" } : null;
  const euros = { businessIn: ["GB"], figures: { turnover: money(40_000_000, "EUR") } };

  it("are converted at the rate of the figure's day, which is said", () => {
    const one = verdict("UK-MSA-54", euros, today, rates);
    expect(one.applies).toBe("yes");
    expect(said(one)).toContain(
      "The turnover of EUR 40,000,000 reaches GBP 36,000,000 (GBP 36,000,000 at the rate of 31 December 2025).",
    );
    expect(
      verdict(
        "UK-MSA-54",
        { ...euros, figures: { turnover: money(39_999_999, "EUR") } },
        today,
        rates,
      ).applies,
    ).toBe("no");
  });

  it("are unknown without a rate, and say which", () => {
    expect(verdict("UK-MSA-54", euros)).toMatchObject({
      applies: "unknown",
      missingFacts: ["rate:GBP"],
    });
    const crowns = { businessIn: ["GB"], figures: { turnover: money(4e9, "SEK") } };
    expect(verdict("UK-MSA-54", crowns, today, rates).missingFacts).toEqual(["rate:SEK"]);
    const bare = { businessIn: ["GB"], figures: { turnover: people(4e9) } };
    expect(verdict("UK-MSA-54", bare, today, rates).applies).toBe("unknown");
  });

  it("go by way of the euro, with the older of two rates named", () => {
    const both: RateLookup = (currency) =>
      currency === "SEK"
        ? { perEuro: 11, date: "2025-12-30" }
        : { perEuro: 0.9, date: "2025-12-31" };
    expect(convertAmount(1_100, "SEK", "GBP", yearEnd, both)).toEqual({
      amount: 90,
      date: "2025-12-30",
    });
    expect(convertAmount(9, "GBP", "EUR", yearEnd, both)?.amount).toBeCloseTo(10);
    expect(
      convertAmount(9, "GBP", "EUR", yearEnd, () => ({ perEuro: 0, date: yearEnd })),
    ).toBeNull();
  });
});

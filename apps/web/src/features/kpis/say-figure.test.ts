import { beforeAll, describe, expect, it } from "vitest";
import { loadTexts } from "../../texts/t.ts";
import { sayParts, sayPeriod, sayTarget, sayValue } from "./say-figure.ts";

beforeAll(loadTexts);

describe("say-figure", () => {
  it("never makes a number of no data", () => {
    expect(sayValue(null, "%")).toBe("no data");
    expect(sayParts({ numerator: 0, denominator: 0 })).toBe("0 of 0");
    expect(sayParts({ numerator: null, denominator: null })).toBeNull();
  });

  it("tells a value with its unit", () => {
    expect(sayValue(66.666, "%")).toBe("66.7 %");
    expect(sayValue(12, "days")).toBe("12 days");
    expect(sayValue(3, "score 0-5")).toBe("3 of 5");
    expect(sayValue(1, "yes/no or %")).toBe("yes");
  });

  it("tells a target in words where it has no number", () => {
    expect(sayTarget({ number: null, words: "Steady progress" }, "%")).toBe("Steady progress");
    expect(sayTarget({ number: 90, words: null }, "%")).toBe("90 %");
    expect(sayTarget({ number: null, words: null }, "%")).toBe("no target");
  });

  it("names quarters and years", () => {
    expect(sayPeriod({ from: "2026-07-01", to: "2026-09-30", months: 3 })).toBe("Q3 2026");
    expect(sayPeriod({ from: "2026-01-01", to: "2026-12-31", months: 12 })).toBe("2026");
    expect(sayPeriod({ from: "2026-05-01", to: "2026-05-31", months: 1 })).toContain("–");
  });
});

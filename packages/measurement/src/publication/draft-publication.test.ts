import { defaultBandScheme, type KpiFacts } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryKpiFacts } from "../testing/arbitrary-kpi-facts.ts";
import { buildEntry, buildKpiFacts, openFacts } from "../testing/build-kpi-facts.ts";
import { draftPublication } from "./draft-publication.ts";

const head = {
  publisher: "Northbridge University",
  contract: {
    reference: "NBU-2024-014",
    title: "Laptops",
    buyer: "Northbridge University",
    supplier: "Cedar IT",
    invented: true,
  },
  year: 2025,
  bands: defaultBandScheme,
};

function added(kpi: string, target: number | null = null): KpiFacts["added"][number] {
  return {
    id: `a-${kpi}`,
    kpi,
    target: { number: target, words: null },
    everyMonths: 3,
    reason: "asked for",
    from: "2024-01-01",
    until: null,
    personId: null,
    role: null,
  };
}

const year = { from: "2025-01-01", to: "2025-12-31", enteredOn: "2026-01-10" };

function publish(facts: Partial<KpiFacts>) {
  return draftPublication(openFacts(buildKpiFacts(facts), "2026-02-01"), head);
}

describe("a publication", () => {
  it("holds figures by section, and says what it leaves out", () => {
    const { content, leftOut } = publish({
      added: [added("T10", 90), added("L1", 5), added("P1", 4)],
      entries: [buildEntry("e", { ...year, kpi: "L1", numerator: 9, denominator: 300 })],
    });
    expect(content.supplierConduct).toMatchObject([{ kpi: "T10", value: null, band: "other" }]);
    expect(content.workerOutcomes).toMatchObject([
      { kpi: "L1", value: 3, numerator: 9, denominator: 300, band: "good", heldBack: false },
    ]);
    expect(content.ownPractice).toEqual([]);
    expect(leftOut.map(({ text }) => text)).toEqual([
      "Buyer purchasing-practice check (P1): there is no figure for 2025.",
    ]);
  });

  it("holds back what tells of fewer than three persons, and the band with it", () => {
    const hidden = (
      numerator: number | null,
      denominator: number | null,
      value: number | null = null,
    ) =>
      publish({
        added: [added("C7", 50)],
        entries: [buildEntry("e", { ...year, kpi: "C7", numerator, denominator, value })],
      }).content.workerOutcomes[0];
    for (const [numerator, denominator] of [
      [2, 40],
      [39, 40],
      [1, 1],
    ] as const)
      expect(hidden(numerator, denominator)).toMatchObject({
        heldBack: true,
        numerator: null,
        denominator: null,
        value: null,
        band: "other",
      });
    expect(hidden(null, null, 2.5)?.heldBack).toBe(true);
    expect(hidden(20, 40)).toMatchObject({ heldBack: false, value: 50 });
    expect(hidden(0, 40)).toMatchObject({ heldBack: false, value: 0 });
  });

  it("never holds a row: nothing of sites, products, requests or people", () => {
    fc.assert(
      fc.property(arbitraryKpiFacts, (facts) => {
        const open = openFacts(
          { ...facts, added: ["T1", "T5", "T8", "R1", "R3", "R4"].map((kpi) => added(kpi)) },
          "2026-02-01",
        );
        const text = JSON.stringify(draftPublication(open, head).content);
        expect(text).not.toMatch(
          /Site s\d|Aster p\d|Promise k\d|Meeting m\d|Disclosure d\d|"rows"/,
        );
      }),
    );
  });

  it("says that a running year is not over", () => {
    const { content, leftOut } = draftPublication(openFacts(buildKpiFacts(), "2025-06-30"), head);
    expect(content.asOf).toBe("2025-06-30");
    expect(leftOut[0]?.text).toBe("The year is not over: what is told is told as of 30 June 2025.");
  });
});

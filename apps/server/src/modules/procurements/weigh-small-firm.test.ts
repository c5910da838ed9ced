import { findRequirement } from "@throughline/requirements";
import { ProcurementFacts } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { clauseOf } from "./make-tender.fixture.ts";
import { weighSmallFirm } from "./weigh-small-firm.ts";

const library = { find: (key: string, version: number | null) => findRequirement(key, version) };

function tender(given: Partial<ProcurementFacts>): ProcurementFacts {
  return ProcurementFacts.parse({
    id: "p",
    reference: "P",
    title: "P",
    procedure: "open",
    stage: "drafting",
    cpv: [],
    value: null,
    country: "NL",
    announcedOn: null,
    publishedOn: null,
    deadlineOn: null,
    awardedOn: null,
    expectedBidders: ["reseller"],
    risk: "high",
    lots: [],
    instances: [
      { ...clauseOf({}, null), id: "a", requirement: "statement", version: 1 },
      { ...clauseOf({}, null), id: "b" },
    ],
    promises: [],
    hours: { preparation: null, followUp: null },
    ...given,
  });
}

describe("clauses against the law for a small firm", () => {
  it("points out what no law asks of one, and says which firm is meant", () => {
    const found = weighSmallFirm(tender({}), library, "2026-11-20");
    expect(found.map(({ instanceId }) => instanceId)).toEqual(["a"]);
    expect(found[0]?.sentence.text).toContain("20 people, EUR 3 million a year");
    const norway = weighSmallFirm(tender({ country: "NO" }), library, "2026-11-20");
    expect(norway[0]?.sentence.text).toContain("a small one in NO");
  });
  it("says nothing where the country is not known, or only brands bid", () => {
    expect(weighSmallFirm(tender({ country: null }), library, "2026-11-20")).toEqual([]);
    expect(weighSmallFirm(tender({ expectedBidders: ["brand"] }), library, "2026-11-20")).toEqual(
      [],
    );
  });
});

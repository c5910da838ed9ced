import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideMatch, decideReviewOutcome, type KnownSite } from "./sites.policy.ts";

function site(id: string, own: boolean, more: Partial<KnownSite> = {}): KnownSite {
  return {
    id,
    name: "A Ltd",
    address: "1 Road",
    country: "GB",
    osId: null,
    own,
    published: !own,
    ...more,
  };
}

const place = { id: "", name: "A LTD", address: "1 Road", country: "GB", osId: null };
const result = (candidateId: string, band: "same" | "review", probability: number) => ({
  candidateId,
  band,
  probability,
  explanation: [],
});

describe("deciding which site a place is", () => {
  it("prefers the organisation's own site, and offers the other one for review", () => {
    const candidates = [site("own", true, { name: "A Works Ltd" }), site("public", false)];
    const decision = decideMatch(place, candidates, [
      result("public", "same", 0.99),
      result("own", "same", 0.95),
    ]);
    expect(decision).toMatchObject({ band: "same", siteId: "own", perhaps: ["public"] });
  });

  it("knows its own place again when it is written alike, even without an address", () => {
    const bare = { ...place, address: null };
    expect(decideMatch(bare, [site("own", true, { address: null })], [])).toMatchObject({
      band: "same",
      siteId: "own",
    });
    // Somebody else's published namesake is not taken for it.
    expect(decideMatch(bare, [site("public", false, { address: null })], [])).toEqual({
      band: "new",
    });
    // Two different OS IDs are two sites, however alike they are written.
    expect(decideMatch({ ...place, osId: "a" }, [site("own", true, { osId: "b" })], [])).toEqual({
      band: "new",
    });
  });

  it("never offers more than five pairs", () => {
    const results = Array.from({ length: 9 }, (_, index) => result(`s${index}`, "review", 0.8));
    const decision = decideMatch(place, [], results);
    expect(decision).toMatchObject({ band: "review", perhaps: ["s0", "s1", "s2", "s3", "s4"] });
  });
});

describe("decisions on pairs", () => {
  it("are never decided over, and can always be taken back", () => {
    const decision = fc.constantFrom(
      "same" as const,
      "different" as const,
      "unsure" as const,
      null,
    );
    fc.assert(
      fc.property(decision, decision, (standing, wanted) => {
        const refused = decideReviewOutcome(standing, wanted).kind === "refused";
        const mayAlways = wanted === null || standing === null || standing === "unsure";
        return refused === (!mayAlways && wanted !== standing);
      }),
    );
  });
});

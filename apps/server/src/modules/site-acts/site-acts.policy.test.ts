import fc from "fast-check";
import { describe, it } from "vitest";
import { decideReviewOutcome } from "./site-acts.policy.ts";

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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../parameters/compare-values.ts";
import { buildRequirement } from "../testing/build-requirement.ts";
import { type OtherFollowUp, type OwnFollowUp, recogniseFollowUp } from "./recognise-follow-up.ts";
import { followUpMethods, standsFor } from "./similar-methods.ts";

const requirement = buildRequirement();
const mine: OwnFollowUp = { requirement: "sites", values: { days: 60 }, method: "site_visit" };
const theirs: OtherFollowUp = {
  requirement: "sites",
  values: { days: 28, tiers: ["component"] },
  method: "social_audit",
  followedUpOn: "2025-03-01",
  by: "Northern Region",
};
const today = "2026-11-20";
const judge = (over: Partial<OtherFollowUp>, own: Partial<OwnFollowUp> = {}) =>
  recogniseFollowUp({ ...mine, ...own }, { ...theirs, ...over }, requirement, today);
const says = (over: Partial<OtherFollowUp>) =>
  judge(over)
    .reasons.filter(({ holds }) => !holds)
    .map(({ sentence }) => sentence.text);

describe("mutual recognition", () => {
  it("recognises what is as strict, similar and recent, and says why", () => {
    const { recognised, reasons } = judge({});
    expect(recognised).toBe(true);
    expect(reasons.map(({ sentence }) => sentence.text)).toEqual([
      "Both followed up “Say where it is made”.",
      "What Northern Region asks is at least as strict as what we ask.",
      "The method is similar: a social audit shows what a visit to the site shows.",
      "It was done on 1 March 2025, less than three years ago.",
    ]);
  });

  it("names what stands in the way", () => {
    expect(says({ values: { days: 90, tiers: ["component"] } })).toEqual([
      "What Northern Region asks is weaker in days to answer.",
    ]);
    expect(says({ method: "self_assessment" })).toEqual([
      "The method is another: self-assessment does not show what a visit to the site shows.",
    ]);
    expect(says({ method: null, followedUpOn: null })).toEqual([
      "How Northern Region followed up is not recorded.",
      "When Northern Region followed up is not recorded.",
    ]);
    expect(says({ requirement: "wages" })).toEqual([
      "Northern Region followed up something else: wages, not sites.",
    ]);
  });

  it("counts three years to the day", () => {
    expect(judge({ followedUpOn: "2023-11-20" }).recognised).toBe(true);
    expect(judge({ followedUpOn: "2023-11-19" }).recognised).toBe(false);
    expect(judge({ followedUpOn: "2026-11-21" }).recognised).toBe(false);
  });

  it("leaves to people what cannot be compared", () => {
    const own = { values: { counted_from: "award" } };
    const { recognised, reasons } = judge({ values: { counted_from: "request" } }, own);
    expect(recognised).toBe(false);
    expect(reasons[1]?.sentence.code).toBe("recognition.incomparable");
  });

  it("holds each method similar to itself, and audit and workers' monitoring to neither of each other", () => {
    for (const method of followUpMethods) expect(standsFor[method]).toContain(method);
    expect(standsFor.social_audit).not.toContain("worker_driven_monitoring");
    expect(standsFor.worker_driven_monitoring).not.toContain("social_audit");
  });

  it("never recognises what asks less, whatever else holds", () => {
    const values = fc.record(
      { days: fc.integer({ min: 1, max: 90 }), public: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, values, (ours, others) => {
        const { relation } = compareValues(requirement.parameters, { ...others }, { ...ours });
        const own = { values: { ...ours } };
        expect(judge({ values: { ...others } }, own).recognised).toBe(
          relation === "equal" || relation === "stricter",
        );
      }),
    );
  });
});

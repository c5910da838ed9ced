/** A procurement for tests that holds together; what a test is about is broken in it. */
import type { FollowUp, ProcurementFacts, RequirementInstance } from "@throughline/domain";

const sites = { due_days: 28, due_from: "award", tiers: ["final_assembly"] };

export const dialogue: FollowUp = {
  ways: ["dialogue"],
  kpis: [],
  evidenceTypes: [],
  personId: null,
  role: "Contract management",
  hoursPerMonth: 2,
};

/** @example buildInstance({ id: "a", role: "award", weight: 10 }) */
export function buildInstance(over: Partial<RequirementInstance> = {}): RequirementInstance {
  const role = over.role ?? "clause";
  return {
    id: "clause",
    role,
    requirement: "disclose_sites",
    version: 2,
    place: "14.2",
    title: "Sites",
    wording: "",
    values: sites,
    lots: [],
    weight: null,
    subjectMatterLink: "How the laptops are made.",
    labels: [],
    equivalentAccepted: null,
    announced: true,
    followUp: role === "clause" ? dialogue : null,
    ...over,
  };
}

/** An award criterion with its clause, and the price. */
export const soundInstances: readonly RequirementInstance[] = [
  buildInstance({ id: "award", role: "award", place: "A1", weight: 10 }),
  buildInstance({
    id: "price",
    role: "award",
    place: "A2",
    title: "Price",
    requirement: null,
    version: null,
    values: {},
    weight: 90,
  }),
  buildInstance(),
];

/** @example buildProcurement({ expectedBidders: ["reseller"] }) */
export function buildProcurement(over: Partial<ProcurementFacts> = {}): ProcurementFacts {
  return {
    id: "p1",
    reference: "2026-17",
    title: "Laptops",
    procedure: "open",
    stage: "drafting",
    cpv: ["30213100"],
    value: { minorUnits: 500_000_00, currency: "EUR" },
    country: "SE",
    announcedOn: "2026-01-15",
    publishedOn: null,
    deadlineOn: "2026-04-15",
    awardedOn: null,
    expectedBidders: ["brand"],
    risk: "high",
    lots: [],
    instances: [...soundInstances],
    promises: [],
    hours: { preparation: 200, followUp: 4 },
    ...over,
  };
}

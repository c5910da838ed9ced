/** Two tenders of the invented city: one in which each kind of mismatch stands, and one in order. */
import type { ProcurementInput } from "@throughline/contract";
import type { FollowUp } from "@throughline/domain";
import type { z } from "zod";

type Tender = z.input<typeof ProcurementInput>;
type Instance = NonNullable<Tender["instances"]>[number];
/** The day so many days from now. */
type DayOf = (days: number) => string;

const linked = "Concerns how the computers bought under this contract are made.";

function followedBy(given: Partial<FollowUp>): FollowUp {
  return {
    ways: ["dialogue"],
    kpis: [],
    evidenceTypes: [],
    personId: null,
    role: "Contract desk, ICT",
    hoursPerMonth: 1,
    ...given,
  };
}

function instance(given: Partial<Instance> & Pick<Instance, "role" | "place" | "title">): Instance {
  return {
    requirement: null,
    version: null,
    wording: "",
    subjectMatterLink: linked,
    announced: true,
    followUp: given.role === "clause" ? followedBy({}) : null,
    ...given,
  };
}

/** Laptops for schools and libraries, a draft: every break is meant. */
export function brokenTender(day: DayOf): Tender {
  return {
    reference: "LARK-2027-ICT",
    title: "Laptops for schools and libraries (demonstration: each kind of mismatch)",
    procedure: "open",
    cpv: ["30213100"],
    value: { minorUnits: 120_000_000, currency: "EUR" },
    country: "NL",
    announcedOn: day(-5),
    deadlineOn: day(16),
    expectedBidders: ["reseller"],
    lots: [
      { id: "1", title: "Schools", cpv: ["30213100"] },
      { id: "2", title: "Libraries", cpv: ["30213100"] },
    ],
    hours: { preparation: 120, followUp: 0 },
    instances: [
      // Nothing in the contract answers it.
      instance({
        role: "technical",
        place: "T1",
        title: "Code of conduct flows down",
        requirement: "flow_down",
        version: 1,
        values: { tiers_deep: 2, in_writing: true },
      }),
      // Weaker than its clause, which also differs from what the policy asks.
      instance({
        role: "award",
        place: "A1",
        title: "Transparency of sites",
        requirement: "disclose_sites",
        version: 2,
        values: { tiers: ["final_assembly"], due_days: 60, due_from: "award" },
        weight: 20,
      }),
      instance({
        role: "clause",
        place: "14.1",
        title: "The supplier names the sites",
        requirement: "disclose_sites",
        // Taken from the library before it asked for a refresh.
        version: 1,
        values: {
          tiers: ["final_assembly", "component"],
          components: ["batteries"],
          due_days: 14,
          due_from: "award",
        },
        // Told to nobody yet.
        announced: false,
        followUp: followedBy({ hoursPerMonth: 0 }),
      }),
      // Scored more than is agreed, and shown by what cannot show it.
      instance({
        role: "award",
        place: "A2",
        title: "Wages in the factories",
        requirement: "wages",
        version: 1,
        values: { floor: "living_wage", report_months: 12 },
        weight: 10,
      }),
      instance({
        role: "clause",
        place: "14.2",
        title: "Wages",
        requirement: "wages",
        version: 1,
        values: { floor: "legal_minimum", report_months: 12 },
        followUp: followedBy({ ways: ["evidence"], evidenceTypes: ["company statement"] }),
      }),
      // Neither asks more than the other.
      instance({
        role: "award",
        place: "A3",
        title: "Meetings about progress",
        requirement: "meeting",
        version: 1,
        values: { per_year: 4 },
        // A criterion that can decide nothing.
        weight: 0,
      }),
      instance({
        role: "clause",
        place: "14.3",
        title: "Meetings",
        requirement: "meeting",
        version: 1,
        values: { per_year: 2, attendee: "knowledgeable_person" },
        // Nobody, in no way.
        followUp: null,
      }),
      instance({
        role: "technical",
        place: "T2",
        title: "Label",
        requirement: "label_or_equivalent",
        version: 1,
        values: { labels: ["TCO Certified"] },
        labels: ["TCO Certified"],
        equivalentAccepted: null,
        // Not said how it is about what is bought.
        subjectMatterLink: null,
      }),
      instance({
        role: "clause",
        place: "14.4",
        title: "Questions of the buyer",
        requirement: "respond_query",
        version: 2,
        // Less than the policy asks.
        values: { due_working_days: 20 },
      }),
      // More than any law asks of a small reseller.
      instance({
        role: "clause",
        place: "14.5",
        title: "Due diligence of the supplier",
        requirement: "due_diligence_system",
        version: 1,
        values: { reach: "whole_chain" },
      }),
      instance({ role: "award", place: "A4", title: "Price", weight: 60 }),
    ],
  };
}

/** Telephones: what stands in the contract alone, and is followed up by dialogue, is a valid design. */
export function soundTender(day: DayOf, followUp: FollowUp): Tender {
  return {
    reference: "LARK-2026-TEL",
    title: "Telephones for the city (demonstration: what the winner promised)",
    procedure: "open",
    cpv: ["32250000"],
    value: { minorUnits: 30_000_000, currency: "EUR" },
    country: "NL",
    announcedOn: day(-88),
    deadlineOn: day(-8),
    expectedBidders: ["reseller", "brand"],
    hours: { preparation: 60, followUp: 6 },
    instances: [
      instance({
        role: "clause",
        place: "12.1",
        title: "The supplier names the sites",
        requirement: "disclose_sites",
        version: 2,
        values: { tiers: ["final_assembly"], due_days: 60, due_from: "award" },
        followUp,
      }),
      instance({ role: "award", place: "A1", title: "Price", weight: 100 }),
    ],
  };
}

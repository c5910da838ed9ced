import {
  type FollowUp,
  type Parameter,
  type ParameterValue,
  type ParameterValues,
  procurementStages,
  type ProcurementFacts,
  type RequirementInstance,
} from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRequirement, newestRequirements } from "../library/canonical-library.ts";
import { compareValues } from "../parameters/compare-values.ts";
import type { AskedItem } from "../policy/policy-row.ts";
import { buildInstance, buildProcurement } from "../testing/build-procurement.ts";
import { alignProcurement } from "./align-procurement.ts";
import type { AlignmentFinding, AlignmentOptions } from "./alignment-shapes.ts";
import { applyFix } from "./apply-fix.ts";

const keys = [
  "disclose_sites",
  "disclose_findings",
  "respond_query",
  "label_or_equivalent",
  "award_improvement",
  "brand_certificate",
  "flow_down",
];
const own = "our_own_requirement";

function anyValue({ type }: Parameter): fc.Arbitrary<ParameterValue> {
  switch (type.kind) {
    case "number":
      return fc.integer({ min: Math.ceil(type.minimum), max: Math.floor(type.maximum) });
    case "choice":
      return fc.constantFrom(...type.options.map(({ key }) => key));
    case "set":
      return fc.subarray(type.options?.map(({ key }) => key) ?? ["TCO Certified", "EPEAT", "x"], {
        minLength: 1,
      });
    case "flag":
      return fc.boolean();
    case "text":
      return fc.constantFrom("one", "other");
  }
}

function anyValues(key: string | null): fc.Arbitrary<ParameterValues> {
  const parameters = (key === null ? undefined : findRequirement(key))?.parameters ?? [];
  return fc
    .record(Object.fromEntries(parameters.map((one) => [one.key, anyValue(one)])), {
      requiredKeys: [],
    })
    .map((values) =>
      Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    );
}

const lot = fc.subarray(["L1", "L2"]);
const anyFollowUp: fc.Arbitrary<FollowUp | null> = fc.option(
  fc.record({
    ways: fc.subarray(["kpi", "evidence", "dialogue"] as const),
    kpis: fc.constant([]),
    evidenceTypes: fc.subarray(["company statement", "social audit full", "something else"]),
    personId: fc.constantFrom(null, "0190a1b2-0000-7000-8000-000000000001"),
    role: fc.constantFrom(null, "", "Contracts"),
    hoursPerMonth: fc.constantFrom(null, 0, 3),
  }),
);

const anyInstance: fc.Arbitrary<RequirementInstance> = fc
  .constantFrom(null, own, ...keys)
  .chain((requirement) =>
    fc.record({
      id: fc.uuid(),
      requirement: fc.constant(requirement),
      role: fc.constantFrom(
        "selection" as const,
        "technical" as const,
        "award" as const,
        "clause" as const,
        "clause" as const,
      ),
      version: fc.constantFrom(null, 1, 2),
      values: anyValues(requirement),
      lots: lot,
      weight: fc.constantFrom(null, 0, 10, 30, 33.33, 60, 100),
      subjectMatterLink: fc.constantFrom(null, "", "The laptops."),
      labels: fc.subarray(["TCO Certified"]),
      equivalentAccepted: fc.constantFrom(null, true, false),
      announced: fc.boolean(),
      followUp: anyFollowUp,
      wording: fc.constantFrom("", "We name everybody."),
    }),
  )
  .map((over) => buildInstance({ ...over, weight: over.role === "award" ? over.weight : null }));

const anyFacts: fc.Arbitrary<ProcurementFacts> = fc
  .array(anyInstance, { maxLength: 9 })
  .chain((instances) =>
    fc.record({
      instances: fc.constant(instances),
      stage: fc.constantFrom("drafting" as const, "drafting" as const, ...procurementStages),
      expectedBidders: fc.subarray(["reseller", "brand"] as const),
      announcedOn: fc.constantFrom(null, "2026-01-15", "2026-03-25"),
      deadlineOn: fc.constantFrom(null, "2026-04-15"),
      risk: fc.constantFrom("high" as const, "low" as const),
      lots: fc.constantFrom(
        [],
        ["L1", "L2"].map((id) => ({ id, title: id, cpv: [] })),
      ),
      hours: fc.record({ preparation: fc.constant(null), followUp: fc.constantFrom(null, 0, 4) }),
      promises: fc.array(
        fc.constantFrom(null, ...keys).chain((requirement) =>
          fc.record({
            id: fc.uuid(),
            bidder: fc.constant("Cedar IT"),
            winning: fc.boolean(),
            criterionId: fc.constantFrom(null, ...instances.map(({ id }) => id)),
            requirement: fc.constant(requirement),
            text: fc.constantFrom("We name everybody.", "We meet you."),
            values: anyValues(requirement),
          }),
        ),
        { maxLength: 3 },
      ),
    }),
  )
  .map((over) => buildProcurement(over));

const anyPolicy: fc.Arbitrary<AskedItem[] | null> = fc.option(
  fc.uniqueArray(
    fc.constantFrom(...keys).chain((requirement) =>
      fc.record({
        requirement: fc.constant(requirement),
        version: fc.constant(null),
        role: fc.constantFrom("technical" as const, "award" as const, "clause" as const),
        values: anyValues(requirement),
        followUp: anyFollowUp,
        rowIds: fc.constant(["row"]),
        bidders: fc.constant([]),
        undecided: fc.constant([]),
      }),
    ),
    // A trial of the policy asks one thing of everybody once.
    { maxLength: 3, selector: ({ requirement, role }) => `${requirement} ${role}` },
  ),
);

const align = (facts: ProcurementFacts, options: AlignmentOptions) =>
  alignProcurement(facts, findRequirement, options).findings;

/** What a finding is about, whatever the values: code and ids. */
const identity = ({ key }: AlignmentFinding): string => key.split(":").slice(0, 2).join(":");

describe("fixes", () => {
  it("mends its own mismatch and adds no blocking one", () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const options = { policy };
        const before = align(facts, options);
        const blocking = new Set(
          before.filter(({ severity }) => severity === "blocking").map(identity),
        );
        // A promise that was not carried and then is carried by another's clause, though weaker, was blocking before.
        const promised = new Set(before.flatMap(({ promiseIds }) => promiseIds));
        for (const finding of before) {
          if (finding.fix === null) continue;
          const given = { role: "Contracts", number: 3 };
          const fixed = applyFix(facts, finding.fix, given);
          const after = align(fixed, options);
          expect(after.map(identity)).not.toContain(identity(finding));
          const added = after.filter(
            (one) =>
              one.severity === "blocking" &&
              !blocking.has(identity(one)) &&
              !one.promiseIds.some((id) => promised.has(id)),
          );
          expect(added.map(({ sentence }) => sentence.text)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("leaves the facts it is given as they are, and needs a person only where it says so", () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const copy = structuredClone(facts);
        for (const { fix } of align(facts, { policy })) {
          if (fix === null) continue;
          const fixed = applyFix(facts, fix);
          const same = JSON.stringify(fixed) === JSON.stringify(facts);
          expect(same && fix.needs.length === 0).toBe(false);
        }
        expect(facts).toEqual(copy);
      }),
      { numRuns: 100 },
    );
  });
});

describe("findings", () => {
  it("have keys of their own, the same on each run and in any order of what is unrelated", () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (facts, policy) => {
        const found = align(facts, { policy }).map(({ key }) => key);
        expect(new Set(found).size).toBe(found.length);
        expect(align(structuredClone(facts), { policy }).map(({ key }) => key)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  // How heavy a criterion weighs is no part of what the clause carries.
  const comparable = newestRequirements.filter(({ key }) => key !== "award_improvement");

  it("never say that a clause at least as strict is weaker", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...comparable)
          .chain((requirement) =>
            fc.tuple(
              fc.constant(requirement),
              anyValues(requirement.key),
              anyValues(requirement.key),
            ),
          ),
        ([requirement, scored, agreed]) => {
          const instance = { requirement: requirement.key, version: requirement.version };
          const facts = buildProcurement({
            instances: [
              buildInstance({ ...instance, id: "c", role: "technical", values: scored }),
              buildInstance({ ...instance, id: "k", role: "clause", values: agreed }),
            ],
          });
          const { relation } = compareValues(requirement.parameters, agreed, scored);
          const codes = align(facts, { policy: null }).map(({ code }) => code);
          expect(codes.includes("clause_weaker_than_scored")).toBe(relation === "weaker");
          expect(codes.includes("clause_stricter_than_scored")).toBe(relation === "stricter");
          expect(codes.includes("clause_differs_from_scored")).toBe(relation === "incomparable");
        },
      ),
    );
  });
});

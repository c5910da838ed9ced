import type { ParameterValues } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../parameters/compare-values.ts";
import { asksRequirement, type BuyerInstance } from "./buyer-instance.ts";
import {
  arbitraryBuyers,
  arbitraryHardType,
  makeBuyer,
  siteRequirement,
} from "./harmonisation.fixture.ts";
import { compareCosts, layEndings, objectives, type Ending } from "./lay-endings.ts";
import { layPositions } from "./lay-positions.ts";
import { measureResellers, turnEndings } from "./measure-alternative.ts";
import { groupByReseller } from "./measure-burden.ts";
import { proposeCommonCore } from "./propose-core.ts";

function find(
  name: string,
  { alternatives }: ReturnType<typeof proposeCommonCore>,
): ReturnType<typeof proposeCommonCore>["alternatives"][number] {
  const found = alternatives.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no alternative ${name}.`);
  return found;
}

/** All cores there are, one after the other: what the search must not miss. */
function tryAll(
  requirement: typeof siteRequirement,
  instances: readonly BuyerInstance[],
): { answers: number; movement: number; slack: number }[] {
  const asking = instances.filter(asksRequirement);
  const groups = groupByReseller(asking);
  if (groups.size === 0)
    groups.set(
      "",
      asking.map((_, at) => at),
    );
  const layout = layPositions(requirement, asking, groups);
  let cores: Ending[][] = [[]];
  layout.spaces.forEach((space, at) => {
    const endings = layEndings(space, at, layout.positions);
    cores = cores.flatMap((core) => endings.map((ending) => [...core, ending]));
  });
  return cores.map((core) => ({
    answers: measureResellers(layout, turnEndings(layout.positions.length, core)).reduce(
      (sum, one) => sum + one.answers,
      0,
    ),
    movement: core.reduce((sum, one) => sum + one.movement, 0),
    slack: core.reduce((sum, one) => sum + one.slack, 0),
  }));
}

describe("a common core", () => {
  const four = [
    makeBuyer("Northmoor", { due_days: 10, depth: "final_assembly", refresh_months: 12 }),
    makeBuyer("Westvale", { due_days: 28, depth: "one_tier_beyond" }),
    makeBuyer("Lindstad", { due_days: 60, depth: "named_components", refresh_months: 12 }),
    makeBuyer("Eastholm", { due_days: 60, depth: "named_components", refresh_months: 12 }),
  ];

  it("brings three answers down to one, and nobody down", () => {
    const proposal = proposeCommonCore(siteRequirement, four);
    expect(find("current", proposal).burden.total).toBe(3);
    expect(find("proposal", proposal).burden.total).toBe(1);
    expect(find("proposal", proposal).buyersComingDown).toBe(0);
    expect(find("proposal", proposal).movement).toBeLessThan(find("strictest", proposal).movement);
    expect(proposal.proof.exact).toBe(true);
    expect(proposal.choices).toEqual([]);
    // Either everybody goes to named components, or to ten days: the first is the shorter way.
    expect(proposal.core).toMatchObject({ depth: "named_components" });
    const northmoor = proposal.buyers[0];
    expect(northmoor?.moves).toMatchObject([
      { parameter: "depth", from: "final_assembly", to: "named_components", direction: "up" },
    ]);
    expect(northmoor?.addOns).toMatchObject([
      { parameter: "due_days", value: 10, kind: "asks_more", reason: null },
      { parameter: "refresh_months", value: 12 },
    ]);
  });

  it("leaves everybody where they are when one answer serves all", () => {
    const proposal = proposeCommonCore(siteRequirement, [
      makeBuyer("A", { due_days: 10 }),
      makeBuyer("B", { due_days: 28 }),
      makeBuyer(
        "C",
        { due_days: 28 },
        { floor: { values: { due_days: 60 }, reason: "small firms" } },
      ),
    ]);
    expect(find("proposal", proposal)).toMatchObject({ buyersMoving: 0, movement: 0 });
    expect(proposal.core).toEqual({ due_days: 28 });
  });

  it("lets a buyer come down only as far as it said, and only where that saves answers", () => {
    const reason = "our suppliers are small";
    const [a, b] = [
      makeBuyer(
        "A",
        { due_days: 10, form: "ours" },
        { floor: { values: { due_days: 28 }, reason } },
      ),
      makeBuyer("B", { due_days: 28, form: "theirs" }),
    ];
    const proposal = proposeCommonCore(siteRequirement, [a, b]);
    expect(find("current", proposal).burden.total).toBe(2);
    expect(find("proposal", proposal).burden.total).toBe(1);
    expect(proposal.buyers[1]?.proposed).toEqual({ due_days: 28, form: "theirs" });
    const moved = proposal.buyers[0]?.proposed ?? {};
    expect(moved["form"] ?? "theirs").toBe("theirs");
    expect(moved["due_days"]).toBe(10);
  });

  it("puts to people what cannot be ordered", () => {
    const proposal = proposeCommonCore(siteRequirement, [
      makeBuyer("A", { form: "our spreadsheet" }),
      makeBuyer("B", { form: "our portal" }),
      makeBuyer("C", { form: "our portal" }),
    ]);
    expect(find("proposal", proposal).burden.total).toBe(2);
    expect(proposal.choices).toEqual([
      {
        parameter: "form",
        label: "Form",
        values: [
          { value: "our portal", buyers: ["B", "C"] },
          { value: "our spreadsheet", buyers: ["A"] },
        ],
      },
    ]);
    expect(proposal.proof).toMatchObject({ exact: true, answers: 2, answersAtLeast: 2 });
  });

  it("assumes one reseller for all where nobody said, and says so", () => {
    const proposal = proposeCommonCore(
      siteRequirement,
      four.map((one) => ({ ...one, resellers: [] })),
    );
    expect(proposal.assumedOneReseller).toBe(true);
    expect(find("proposal", proposal).burden.total).toBe(1);
  });

  it("proposes nothing where nobody asks", () => {
    const proposal = proposeCommonCore(siteRequirement, [makeBuyer("A", null)]);
    expect(proposal).toMatchObject({ core: {}, buyers: [], notAsking: ["A"] });
    expect(find("proposal", proposal).diversity.effective).toBeNull();
  });

  it("asks the same of all, where that is the objective", () => {
    const proposal = proposeCommonCore(siteRequirement, four, { objective: "most_ambitious" });
    expect(proposal.core).toEqual({ due_days: 10, depth: "named_components", refresh_months: 12 });
    expect(find("proposal", proposal).diversity.effective).toBe(1);
  });

  it("never puts a buyer below its floor, nor down where it gave none", () => {
    fc.assert(
      fc.property(
        arbitraryBuyers(),
        fc.constantFrom(...objectives),
        ({ requirement: { parameters }, instances }, objective) => {
          for (const { instance, proposed } of proposeCommonCore({ parameters }, instances, {
            objective,
          }).buyers) {
            const { values, floor } = instances[instance] ?? makeBuyer("", null);
            const least: ParameterValues = floor?.values ?? values ?? {};
            expect(["equal", "stricter"]).toContain(
              compareValues(parameters, proposed, least).relation,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is never worse on burden than strictest or majority", () => {
    fc.assert(
      fc.property(
        arbitraryBuyers({ buyers: 9, parameters: 4 }),
        fc.constantFrom(...objectives),
        fc.constantFrom(0, 1, 1_000_000),
        ({ requirement, instances }, objective, mostWork) => {
          const proposal = proposeCommonCore(requirement, instances, { objective, mostWork });
          const { total } = find("proposal", proposal).burden;
          expect(total).toBeLessThanOrEqual(find("strictest", proposal).burden.total);
          expect(total).toBeLessThanOrEqual(find("majority", proposal).burden.total);
          expect(proposal.proof.answersAtLeast).toBeLessThanOrEqual(proposal.proof.answers);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ["of every kind", arbitraryBuyers({ buyers: 6, parameters: 3 })],
    [
      "that often cannot be ordered",
      arbitraryBuyers({ buyers: 9, parameters: 4 }, arbitraryHardType),
    ],
  ])(
    "finds what trying every core finds, with values %s; its bounds hold when cut short",
    (_, some) => {
      fc.assert(
        fc.property(
          some,
          fc.constantFrom(...objectives),
          fc.constantFrom(0, 300, 1e9),
          ({ requirement, instances }, objective, mostWork) => {
            const all = tryAll(requirement, instances);
            fc.pre(all.length <= 4_000);
            const best = all.reduce((one, other) =>
              other.answers < one.answers ||
              (other.answers === one.answers && compareCosts(other, one, objective) < 0)
                ? other
                : one,
            );
            const { proof } = proposeCommonCore(requirement, instances, { objective, mostWork });
            const first = objective === "least_movement" ? best.movement : best.slack;
            const cost = first / requirement.parameters.length;
            const holds = {
              finished: mostWork < 1e9 || proof.exact,
              answers: proof.answersAtLeast <= best.answers && best.answers <= proof.answers,
              exactAnswers: !proof.exact || proof.answers === best.answers,
              cost: proof.answers !== best.answers || proof.costAtLeast <= cost + 1e-9,
              exactCost: !proof.exact || Math.abs(proof.cost - cost) < 1e-9,
            };
            expect(Object.entries(holds).filter(([, held]) => !held)).toEqual([]);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it("does not depend on whose values come first", () => {
    fc.assert(
      fc.property(arbitraryBuyers(), ({ requirement, instances }) => {
        const { core, proof } = proposeCommonCore(requirement, instances);
        const turned = proposeCommonCore(requirement, instances.toReversed());
        expect(turned.core).toEqual(core);
        expect(turned.proof.answers).toBe(proof.answers);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProposal } from "./describe-proposal.ts";
import { arbitraryBuyers, makeBuyer, siteRequirement } from "./harmonisation.fixture.ts";
import { proposeCommonCore } from "./propose-core.ts";

function tell(...buyers: Parameters<typeof makeBuyer>[]): ReturnType<typeof describeProposal> {
  const instances = buyers.map((one) => makeBuyer(...one));
  return describeProposal(siteRequirement, proposeCommonCore(siteRequirement, instances));
}

describe("a proposal in sentences", () => {
  it("says what is common, what it saves, who moves and why somebody keeps its own", () => {
    const { summary, buyers, comparison, caveats } = tell(
      ["Northmoor", { due_days: 10, depth: "final_assembly" }],
      ["Westvale", { due_days: 28, depth: "one_tier_beyond" }],
      [
        "Lindstad",
        { due_days: 60, depth: "named_components" },
        {
          floor: {
            values: { due_days: 60, depth: "named_components" },
            reason: "the council decided on components in May 2026",
          },
        },
      ],
      ["Eastholm", { due_days: 60, depth: "named_components" }],
      ["Quietby", null],
    );
    expect(summary.map(({ text }) => text)).toEqual([
      "In common all would ask: Days to answer: 60 days, Depth: named components.",
      "Resellers would prepare 1 answer in all instead of 3, none of them more than 1 instead of 3.",
      "An answer that meets a stricter version meets the weaker ones; only versions that no other one includes need an answer of their own.",
      "2 of 4 buyers would change what they ask.",
      "No buyer ends below its own floor.",
      "Today it is as if there were 2.8 different requirements, afterwards 2.8.",
    ]);
    expect(buyers[0]?.moves.map(({ text }) => text)).toEqual([
      "Northmoor would ask more: Depth named components instead of final assembly (2 steps).",
    ]);
    expect(buyers[0]?.addOns.map(({ text }) => text)).toEqual([
      "Northmoor asks beside the core: Days to answer 10 days. It does so today and need not give it up.",
    ]);
    expect(buyers[2]?.moves.map(({ text }) => text)).toEqual(["Lindstad changes nothing."]);
    expect(comparison).toHaveLength(4);
    expect(caveats.map(({ text }) => text)).toEqual([
      "No common core needs fewer answers, and none that needs as few asks buyers to move less.",
      "Quietby does not ask this at all.",
      "These figures inform. What to ask in common is for buyers and suppliers to agree.",
    ]);
  });

  it("gives a buyer's own reason for what it keeps", () => {
    const floor = { values: { due_days: 10 }, reason: "ten days are in our city's law" };
    const { buyers } = tell(["A", { due_days: 10 }, { floor }], ["B", { due_days: 28 }]);
    expect(buyers[0]?.addOns.map(({ text }) => text)).toContain(
      "A asks beside the core: Days to answer 10 days. Its reason: ten days are in our city's law.",
    );
  });

  it("leaves to people what cannot be ordered", () => {
    const { choices } = tell(["A", { form: "a sheet" }], ["B", { form: "a portal" }]);
    expect(choices.map(({ text }) => text)).toEqual([
      "Form: a portal (1) and a sheet (1). These cannot be ordered, so no number can choose between them; it is for the group to say which to ask. Until then each keeps its own.",
    ]);
  });

  it("says that nobody asks, and leaves no gap in any sentence", () => {
    expect(tell(["A", null]).summary.map(({ code }) => code)).toEqual(["nobody.asks"]);
    fc.assert(
      fc.property(arbitraryBuyers(), ({ requirement, instances }) => {
        const told = describeProposal(requirement, proposeCommonCore(requirement, instances));
        const texts = [
          told.summary,
          told.choices,
          told.comparison,
          told.caveats,
          ...told.buyers.map(({ moves, addOns }) => [...moves, ...addOns]),
        ]
          .flat()
          .map(({ text }) => text);
        expect(texts.filter((text) => /[{}[\]]|undefined|NaN/.test(text))).toEqual([]);
      }),
    );
  });
});

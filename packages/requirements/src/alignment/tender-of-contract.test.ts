import { describe, expect, it } from "vitest";
import type { ContractCondition } from "@throughline/domain";
import { findRequirement } from "../library/canonical-library.ts";
import { buildInstance, buildProcurement } from "../testing/build-procurement.ts";
import { tenderOfContract, type TenderOfContract } from "./tender-of-contract.ts";

const condition: ContractCondition = {
  id: "c1",
  clause: "14.2",
  requirement: "disclose_sites",
  summary: "Name the sites.",
  inheritedFrom: null,
  dueDays: 28,
  dueFrom: "award",
  refreshEveryMonths: null,
  gatesExtension: false,
  tiers: ["final_assembly"],
  components: [],
};
const facts = buildProcurement({
  stage: "awarded",
  instances: [
    buildInstance({
      id: "i1",
      role: "award",
      requirement: "disclose_sites",
      values: { due_days: 28, due_from: "award", tiers: ["final_assembly"] },
      weight: 100,
      announced: true,
    }),
  ],
});

function tell(over: Partial<TenderOfContract>): ReturnType<typeof tenderOfContract> {
  return tenderOfContract({
    facts,
    find: findRequirement,
    trial: null,
    waivers: [],
    contract: { conditions: [], lots: [] },
    ...over,
  });
}
const codesOf = (told: ReturnType<typeof tell>): string[] =>
  told.mismatches.map(({ sentence }) => sentence.code);

describe("the procurement behind a contract", () => {
  it("lacks a clause only where the contract itself does not carry one as strict", () => {
    expect(codesOf(tell({}))).toContain("align.criterion_without_clause");
    const carried = tell({ contract: { conditions: [condition], lots: [] } });
    expect(codesOf(carried)).not.toContain("align.criterion_without_clause");
    const weaker = { ...condition, dueDays: 90 };
    expect(codesOf(tell({ contract: { conditions: [weaker], lots: [] } }))).toContain(
      "align.criterion_without_clause",
    );
  });

  it("tells who let a mismatch stand, and keeps it in sight", () => {
    const [first] = tell({}).mismatches;
    const waiver = { key: first?.key ?? "", by: "Mara", on: "2026-03-01", reason: "agreed" };
    const told = tell({ waivers: [waiver] }).mismatches[0];
    expect(told?.letStand).toEqual({ by: "Mara", on: "2026-03-01", reason: "agreed" });
  });

  it("leaves out what stands in lots of other contracts", () => {
    const elsewhere = {
      ...facts,
      instances: facts.instances.map((one) => ({ ...one, lots: ["2"] })),
    };
    const told = tell({ facts: elsewhere, contract: { conditions: [], lots: ["1"] } });
    expect([told.instances, told.mismatches]).toEqual([[], []]);
  });
});

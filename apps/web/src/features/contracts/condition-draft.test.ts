import type { Parameter } from "@throughline/domain";
import { describe, expect, test } from "vitest";
import { newCondition, readCondition, restOf, startCondition } from "./condition-draft.ts";

const number = (key: string): Parameter => ({
  key,
  label: key,
  help: "",
  type: { kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 },
});

describe("a condition while it is typed", () => {
  test("what stands comes back as it was, with what this dialog has no field for", () => {
    const condition = {
      id: "0b51b0f4-5b62-4f0b-8f4e-0a3d9d2e8a11",
      clause: "14.2",
      requirement: "disclose_sites",
      summary: "Name the sites.",
      inheritedFrom: null,
      dueDays: 28,
      dueFrom: "award" as const,
      refreshEveryMonths: 12,
      gatesExtension: true,
      tiers: ["final_assembly" as const],
      components: ["battery"],
      version: 1,
      values: { confidentiality: "public", of_another_version: 3 },
      followUp: {
        ways: ["dialogue" as const],
        kpis: [],
        evidenceTypes: [],
        personId: null,
        role: "contracts",
        hoursPerMonth: 2,
      },
    };
    const { inheritedFrom: _, ...input } = condition;
    expect(readCondition(startCondition(condition, 0), [])).toEqual({ input, faults: [] });
  });

  test("parameters with a field of their own are not asked twice; a rhythm may have another name", () => {
    const keys = (requirement: string): string[] =>
      restOf(requirement, ["due_days", "report_months", "hours"].map(number)).map(({ key }) => key);
    expect(keys("disclose_sites")).toEqual(["report_months", "hours"]);
    expect(keys("wages")).toEqual(["hours"]);
  });

  test("faults stand at the fields of their condition", () => {
    const draft = {
      ...newCondition(4),
      dueDays: "soon",
      parameters: { hours: "-1" },
    };
    const { faults } = readCondition(draft, [number("hours")]);
    expect(faults.map(({ field }) => field)).toEqual([
      "clause-4",
      "summary-4",
      "due-4",
      "value-4-hours",
    ]);
  });
});

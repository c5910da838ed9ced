import type { FollowUp } from "@throughline/domain";
import { describe, expect, test } from "vitest";
import { readFollowUp, startFollowUp } from "./follow-up-draft.ts";

describe("follow-up while it is typed", () => {
  const followUp: FollowUp = {
    ways: ["kpi", "dialogue"],
    kpis: [
      { kpi: "T4", target: 95, targetText: null, everyMonths: 12 },
      { kpi: "T1", target: null, targetText: "all product lines", everyMonths: 6 },
    ],
    evidenceTypes: [],
    personId: null,
    role: "contracts@house.example",
    hoursPerMonth: 1.5,
  };

  test("what was given comes back as it was", () => {
    expect(readFollowUp(startFollowUp(followUp), "f")).toEqual({ followUp, faults: [] });
    expect(readFollowUp(startFollowUp(null), "f")).toEqual({ followUp: null, faults: [] });
  });

  test("dialogue alone is enough said; what belongs to a way that is not chosen is left out", () => {
    const draft = startFollowUp({ ...followUp, ways: [], evidenceTypes: ["company statement"] });
    expect(draft.ways).toEqual(["kpi", "evidence"]);
    expect(readFollowUp({ ...draft, ways: ["dialogue"] }, "f").followUp).toEqual({
      ...followUp,
      ways: ["dialogue"],
      kpis: [],
    });
  });

  test("a rhythm of no months and hours in words are faults at their fields", () => {
    const draft = {
      ...startFollowUp(followUp),
      kpis: [{ kpi: "T4", target: "", everyMonths: "" }],
      hours: "some",
    };
    expect(readFollowUp(draft, "f").faults.map(({ field }) => field)).toEqual([
      "f-every-T4",
      "f-hours",
    ]);
  });
});

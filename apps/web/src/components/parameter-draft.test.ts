import type { Parameter } from "@throughline/domain";
import { describe, expect, test } from "vitest";
import { readParameters, startParameters } from "./parameter-draft.ts";

const told = { label: "Days", help: "" };
const parameters: readonly Parameter[] = [
  {
    key: "due_days",
    ...told,
    type: { kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 },
  },
  {
    key: "tiers",
    ...told,
    type: {
      kind: "set",
      options: [
        { key: "final_assembly", label: "final assembly" },
        { key: "smelter", label: "smelters" },
      ],
      stricter: "more",
    },
  },
  { key: "components", ...told, type: { kind: "set", options: null, stricter: "more" } },
  { key: "result", ...told, type: { kind: "flag", stricter: "yes" } },
  { key: "words", ...told, type: { kind: "text" } },
];

describe("values while they are typed", () => {
  test("what was given comes back as it was, and what has no field here is kept", () => {
    const values = {
      due_days: 28,
      tiers: ["final_assembly"],
      components: ["battery", "display"],
      result: false,
      words: "as agreed",
      of_another_version: 3,
    };
    const read = readParameters(parameters, startParameters(parameters, values), "x", values);
    expect(read).toEqual({ values, faults: [] });
  });

  test("an emptied field asks nothing", () => {
    const draft = { due_days: " ", tiers: [], components: "\n", result: "", words: "" };
    expect(readParameters(parameters, draft, "x", { due_days: 10 }).values).toEqual({});
  });

  test("a number outside its range, half a day and a word are faults at their field", () => {
    for (const typed of ["0", "400", "2.5", "soon"]) {
      const { faults, values } = readParameters(parameters, { due_days: typed }, "x");
      expect(faults.map(({ field }) => field)).toEqual(["x-due_days"]);
      expect(values).toEqual({});
    }
    expect(readParameters(parameters, { due_days: "12" }, "x").values).toEqual({ due_days: 12 });
  });
});

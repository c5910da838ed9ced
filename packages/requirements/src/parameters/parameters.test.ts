import { describe, expect, it } from "vitest";
import type { Parameter, ParameterType } from "@throughline/domain";
import { checkParameter } from "./check-parameter.ts";
import { checkValues } from "./check-values.ts";
import { compareValues } from "./compare-values.ts";
import { describeValues } from "./describe-values.ts";
import { strictest } from "./join-values.ts";

const parameter = (key: string, type: ParameterType, phrase?: string): Parameter => ({
  key,
  label: key.replaceAll("_", " "),
  help: "",
  type,
  ...(phrase === undefined ? {} : { phrase }),
});
const option = (key: string): { key: string; label: string } => ({
  key,
  label: key.replaceAll("_", " "),
});

const disclosure: Parameter[] = [
  parameter(
    "tiers",
    {
      kind: "set",
      stricter: "more",
      options: ["final_assembly", "sub_assembly", "component"].map(option),
    },
    "{tiers}",
  ),
  parameter(
    "due_days",
    { kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 },
    "within {due_days:days}[?due_from: of {due_from}]",
  ),
  parameter(
    "due_from",
    { kind: "choice", options: ["award", "request"].map(option), order: [] },
    "[!due_days:counted from {due_from}]",
  ),
  parameter(
    "refresh_months",
    { kind: "number", unit: "months", stricter: "lower", minimum: 1, maximum: 60 },
    "refreshed {refresh_months:every}",
  ),
  parameter("in_writing", { kind: "flag", stricter: "yes" }),
];

const relation = (
  a: Parameters<typeof compareValues>[1],
  b: Parameters<typeof compareValues>[2],
): string => compareValues(disclosure, a, b).relation;

describe("comparing what three buyers ask", () => {
  const north = { tiers: ["final_assembly"], due_days: 10, due_from: "award", refresh_months: 12 };
  const south = { tiers: ["final_assembly"], due_days: 28, due_from: "award" };
  const west = { tiers: ["sub_assembly", "final_assembly"], due_days: 60, due_from: "award" };

  it("finds ten days and a yearly refresh stricter than 28 days and none", () => {
    expect(relation(north, south)).toBe("stricter");
    expect(compareValues(disclosure, south, north).byParameter).toEqual({
      tiers: "equal",
      due_days: "weaker",
      due_from: "equal",
      refresh_months: "weaker",
      in_writing: "equal",
    });
  });

  it("cannot order more time against more tiers, nor days counted from different dates", () => {
    expect(relation(south, west)).toBe("incomparable");
    expect(relation({ ...south, due_from: "request" }, south)).toBe("incomparable");
    expect(
      relation({ due_days: 10, due_from: "request" }, { due_days: 28, due_from: "award" }),
    ).toBe("incomparable");
  });

  it("says missing where one of them does not ask at all", () => {
    expect(relation(null, south)).toBe("missing");
    expect(relation(south, null)).toBe("missing");
    expect(relation({}, south)).toBe("weaker");
  });

  it("never orders what no parameter knows", () => {
    expect(relation({ ...south, bond: 5 }, south)).toBe("stricter");
    expect(relation({ ...south, bond: 5 }, { ...south, bond: 6 })).toBe("incomparable");
    expect(relation({ ...south, constructor: "a" }, south)).toBe("stricter");
  });

  it("joins them: all tiers, the shortest time", () => {
    expect(strictest(disclosure, [north, south, west])).toEqual({
      values: {
        tiers: ["final_assembly", "sub_assembly"],
        due_days: 10,
        due_from: "award",
        refresh_months: 12,
      },
      incomparable: [],
    });
    expect(strictest(disclosure, [south, { ...south, due_from: "request" }])).toEqual({
      values: { tiers: ["final_assembly"], due_days: 28 },
      incomparable: ["due_from"],
    });
  });

  it("says them as a person reads them", () => {
    expect(describeValues(disclosure, west)).toBe(
      "sub assembly and final assembly, within 60 days of award",
    );
    expect(describeValues(disclosure, north)).toBe(
      "final assembly, within 10 days of award, refreshed yearly",
    );
    expect(describeValues(disclosure, { due_days: 1, refresh_months: 6, in_writing: true })).toBe(
      "within 1 day, refreshed every 6 months, in writing: yes",
    );
    expect(describeValues(disclosure, { due_from: "award", in_writing: false, bond: 5 })).toBe(
      "counted from award, bond: 5",
    );
    expect(describeValues(disclosure, {})).toBe("no particular values");
  });
});

describe("joins of choices and sets", () => {
  const floor = parameter("floor", {
    kind: "choice",
    options: ["legal", "collective", "living", "highest"].map(option),
    order: [
      ["highest", "collective"],
      ["highest", "living"],
      ["collective", "legal"],
      ["living", "legal"],
    ],
  });
  const formats = parameter("formats", {
    kind: "set",
    stricter: "fewer",
    options: ["csv", "xlsx", "form"].map(option),
  });

  it("finds the least option above both", () => {
    const join = (...values: string[]): unknown =>
      strictest(
        [floor],
        values.map((one) => ({ floor: one })),
      );
    expect(join("collective", "living")).toEqual({
      values: { floor: "highest" },
      incomparable: [],
    });
    expect(join("legal", "living")).toEqual({ values: { floor: "living" }, incomparable: [] });
    expect(join("legal", "unheard_of")).toEqual({ values: {}, incomparable: ["floor"] });
  });

  it("keeps what all accept, and says so where they accept nothing in common", () => {
    const join = (...values: string[][]): unknown =>
      strictest(
        [formats],
        values.map((one) => ({ formats: one })),
      );
    expect(join(["csv", "xlsx"], ["form", "xlsx"])).toEqual({
      values: { formats: ["xlsx"] },
      incomparable: [],
    });
    expect(join(["csv"], ["form"])).toEqual({ values: {}, incomparable: ["formats"] });
  });

  it("reads typed words alike in any case", () => {
    const labels = parameter("labels", { kind: "set", stricter: "more", options: null });
    expect(
      compareValues([labels], { labels: ["TCO  Certified"] }, { labels: ["tco certified"] })
        .relation,
    ).toBe("equal");
  });
});

describe("checking", () => {
  it("keeps what is wrong and says what is", () => {
    const values = {
      tiers: ["final_assembly", "mine", "final_assembly"],
      due_days: 0,
      due_from: 3,
      refresh_months: 1.5,
      in_writing: "yes",
      bond: 5,
    };
    expect(checkValues(disclosure, values).map(({ sentence }) => sentence.text)).toEqual([
      "tiers: mine is not one of final_assembly, sub_assembly, component.",
      "tiers: final_assembly stands there twice.",
      "due days: 0 is not between 1 and 365.",
      "due from: this has to be one of its options.",
      "refresh months: 1.5 is not a whole number.",
      "in writing: this has to be yes or no.",
      "The requirement has no parameter bond.",
    ]);
    expect(checkValues(disclosure, { due_days: 365, tiers: [] })).toEqual([]);
  });

  it("refuses an order that is none", () => {
    const circle = parameter("floor", {
      kind: "choice",
      options: ["a", "b", "a"].map(option),
      order: [
        ["a", "b"],
        ["b", "a"],
        ["b", "c"],
      ],
    });
    expect(checkParameter(circle).map(({ text }) => text)).toEqual([
      "floor: the option a stands there twice.",
      "floor: the order names c, which is not an option.",
      "floor: the order runs in a circle through a.",
    ]);
  });
});

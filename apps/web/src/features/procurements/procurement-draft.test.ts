import { describe, expect, test } from "vitest";
import { emptyProcurement, readProcurement } from "./procurement-draft.ts";

const named = { ...emptyProcurement, title: "Laptops", reference: "T-1" };

describe("a procurement while it is typed", () => {
  test("title and reference are enough; what is not said stays unknown", () => {
    const read = readProcurement(named);
    expect(read.ok && read.input).toMatchObject({
      title: "Laptops",
      value: null,
      deadlineOn: null,
      expectedBidders: [],
      hours: { preparation: null, followUp: null },
      lots: [],
    });
  });

  test("each fault stands at its field", () => {
    const read = readProcurement({
      ...emptyProcurement,
      cpv: "laptops",
      amount: "12",
      lots: "without a number",
      preparation: "many",
      risk: "high",
    });
    expect(read.ok ? [] : read.faults.map(({ field }) => field)).toEqual([
      "procurement-title",
      "procurement-reference",
      "procurement-cpv",
      "procurement-currency",
      "procurement-lots",
      "procurement-preparation",
      "procurement-riskReason",
    ]);
  });

  test("lots are read line by line and keep the codes they had; two of one number are a fault", () => {
    const known = [{ id: "1", title: "Old name", cpv: ["30213100"] }];
    const read = readProcurement({ ...named, lots: "1: Laptops\n\n2: Screens: large" }, known);
    expect(read.ok && read.input.lots).toEqual([
      { id: "1", title: "Laptops", cpv: ["30213100"] },
      { id: "2", title: "Screens: large", cpv: [] },
    ]);
    expect(readProcurement({ ...named, lots: "1: a\n1: b" }).ok).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findRequirement } from "../../library/canonical-library.ts";
import { frameworks } from "../../library/frameworks.ts";
import { checkValues } from "../../parameters/check-values.ts";
import { comparesReference, readReference } from "../../../tools/read-reference.ts";
import { laws } from "../applicable-laws.ts";
import type { LawTest } from "../law.ts";

describe("our entries", () => {
  const figuresIn = (test: LawTest): string[] =>
    "of" in test
      ? test.of.flatMap(figuresIn)
      : test.kind === "figure"
        ? [`${test.op === "reaches" ? ">=" : ">"} ${test.value}`]
        : [];

  it("stand in the list of frameworks with the same confidence, and ask what the library has", () => {
    expect(laws).toHaveLength(13);
    for (const law of laws) {
      expect(frameworks.find(({ id }) => id === law.id)?.confidence).toBe(law.confidence);
      expect(law.sources.length).toBeGreaterThan(0);
      expect(law.duties.length).toBeGreaterThan(0);
      for (const { requirement, values } of law.asks) {
        const found = findRequirement(requirement);
        expect(found?.key).toBe(requirement);
        expect(checkValues(found?.parameters ?? [], values)).toEqual([]);
      }
      // Editions follow each other without gap or overlap.
      for (const [at, { inForceFrom }] of law.editions.entries()) {
        const before = law.editions[at - 1]?.inForceUntil ?? null;
        const next = before === null ? null : new Date(Date.parse(before) + 86_400_000);
        expect(at === 0 ? null : inForceFrom).toBe(next?.toISOString().slice(0, 10) ?? null);
      }
    }
  });

  it.runIf(comparesReference)("carry the thresholds of the reference", () => {
    const Threshold = z.looseObject({
      op: z.string().optional(),
      value: z.union([z.number(), z.string()]).optional(),
      all: z.array(z.looseObject({ op: z.string(), value: z.number() })).optional(),
    });
    const Reference = z.array(
      z.looseObject({ id: z.string(), thresholds: z.array(Threshold).optional() }),
    );
    const reference = Reference.parse(JSON.parse(readReference("reference/frameworks.json")));
    let compared = 0;
    for (const law of laws) {
      const { thresholds = [] } = reference.find(({ id }) => id === law.id) ?? {};
      const expected = thresholds
        .flatMap(({ all, op, value }) => all ?? [{ op, value }])
        .filter(({ value }) => typeof value === "number")
        .map(({ op, value }) => `${op} ${value}`);
      const ours = law.editions.flatMap(({ test }) => figuresIn(test));
      for (const threshold of expected) expect(ours).toContain(threshold);
      compared += expected.length;
    }
    expect(compared).toBeGreaterThan(15);
  });
});

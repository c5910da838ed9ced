import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StrictnessRelation } from "@throughline/domain";
import {
  arbitraryInstances,
  arbitraryType,
  arbitraryValue,
} from "./arbitrary-parameters.fixture.ts";
import { asksNothing } from "./asks-nothing.ts";
import { compareValue } from "./compare-value.ts";
import { combineRelations, compareValues } from "./compare-values.ts";
import { joinValue, strictest } from "./join-values.ts";

const runs = { numRuns: 2000 };
const converse: Record<StrictnessRelation, StrictnessRelation> = {
  equal: "equal",
  stricter: "weaker",
  weaker: "stricter",
  incomparable: "incomparable",
  missing: "missing",
};
const atLeast = (relation: StrictnessRelation): boolean =>
  relation === "equal" || relation === "stricter";

describe("the order on values is a partial order", () => {
  it("is reflexive, and told the other way round from the other side", () => {
    fc.assert(
      fc.property(arbitraryInstances(2), ({ parameters, values: [a = {}, b = {}] }) => {
        expect(compareValues(parameters, a, a).relation).toBe("equal");
        expect(compareValues(parameters, b, a).relation).toBe(
          converse[compareValues(parameters, a, b).relation],
        );
      }),
      runs,
    );
  });

  it("is transitive", () => {
    const chain = arbitraryType.chain((type) =>
      fc.tuple(fc.constant(type), arbitraryValue(type), arbitraryValue(type), arbitraryValue(type)),
    );
    let met = 0;
    fc.assert(
      fc.property(chain, ([type, a, b, c]) => {
        if (!atLeast(compareValue(type, a, b)) || !atLeast(compareValue(type, b, c))) return;
        met += 1;
        expect(atLeast(compareValue(type, a, c))).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(met).toBeGreaterThan(200);
  });

  it("is the product of the orders of its parameters", () => {
    fc.assert(
      fc.property(arbitraryInstances(2), ({ parameters, values: [a = {}, b = {}] }) => {
        const { relation, byParameter } = compareValues(parameters, a, b);
        const each = Object.values(byParameter);
        expect(each).toHaveLength(parameters.length);
        expect(atLeast(relation)).toBe(each.every(atLeast));
        expect(relation).toBe(combineRelations(each));
      }),
      runs,
    );
  });

  it("never says weaker of an instance that asks one thing more", () => {
    fc.assert(
      fc.property(
        arbitraryInstances(2),
        fc.nat({ max: 3 }),
        ({ parameters, values: [a = {}, b = {}] }, at) => {
          const parameter = parameters[at % parameters.length];
          if (parameter === undefined) return;
          const { [parameter.key]: _left, ...without } = a;
          const added = b[parameter.key];
          const more = added === undefined ? without : { ...without, [parameter.key]: added };
          const { relation } = compareValues(parameters, more, without);
          expect(relation).toBe(asksNothing(parameter.type, added) ? "equal" : "stricter");
        },
      ),
      runs,
    );
  });
});

describe("the strictest of several", () => {
  it("is at least as strict as each, unless it says what cannot be ordered", () => {
    fc.assert(
      fc.property(arbitraryInstances(3), ({ parameters, values }) => {
        const joined = strictest(parameters, values);
        const ordered = parameters.filter(({ key }) => !joined.incomparable.includes(key));
        for (const one of values) {
          for (const { key, type } of ordered)
            expect(atLeast(compareValue(type, joined.values[key], one[key]))).toBe(true);
        }
        for (const key of joined.incomparable) expect(joined.values).not.toHaveProperty(key);
      }),
      runs,
    );
  });

  it("asks no more than it must: no value meets all and asks less", () => {
    const several = arbitraryType.chain((type) =>
      fc.tuple(
        fc.constant(type),
        fc.array(arbitraryValue(type), { minLength: 1, maxLength: 3 }),
        arbitraryValue(type),
      ),
    );
    fc.assert(
      fc.property(several, ([type, values, other]) => {
        const joined = joinValue(type, values);
        if (!values.every((value) => atLeast(compareValue(type, other, value)))) return;
        // Above two options of a choice there may be two others, of which neither is the least.
        const least =
          joined === null ? type.kind === "choice" : atLeast(compareValue(type, other, joined));
        expect(least).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it("does not depend on the order in which instances come", () => {
    fc.assert(
      fc.property(arbitraryInstances(3), ({ parameters, values }) => {
        const there = strictest(parameters, values);
        const back = strictest(parameters, values.toReversed());
        expect(new Set(back.incomparable)).toEqual(new Set(there.incomparable));
        expect(compareValues(parameters, there.values, back.values).relation).toBe("equal");
      }),
      runs,
    );
  });
});

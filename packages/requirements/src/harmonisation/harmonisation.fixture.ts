/** Invented requirements and buyers for the tests of this folder. */
import type { Parameter, ParameterType, ParameterValues } from "@throughline/domain";
import fc from "fast-check";
import { arbitraryType, arbitraryValue } from "../parameters/arbitrary-parameters.fixture.ts";
import type { BuyerInstance } from "./buyer-instance.ts";

const tierKeys = ["final_assembly", "one_tier_beyond", "named_components"];

/** Disclosure of sites, cut down to what three buyers differ in. */
export const siteParameters: Parameter[] = [
  {
    key: "due_days",
    label: "Days to answer",
    help: "",
    type: { kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 },
  },
  {
    key: "depth",
    label: "Depth",
    help: "",
    type: {
      kind: "choice",
      options: tierKeys.map((key) => ({ key, label: key.replaceAll("_", " ") })),
      order: [
        ["named_components", "one_tier_beyond"],
        ["one_tier_beyond", "final_assembly"],
      ],
    },
  },
  {
    key: "refresh_months",
    label: "Months between refreshes",
    help: "",
    type: { kind: "number", unit: "months", stricter: "lower", minimum: 1, maximum: 60 },
  },
  {
    key: "fields",
    label: "Fields",
    help: "",
    type: { kind: "set", options: null, stricter: "more" },
  },
  { key: "form", label: "Form", help: "", type: { kind: "text" } },
];

export const siteRequirement = { key: "disclose_sites", parameters: siteParameters };

/** A buyer that asks these values of the shared reseller, unless said otherwise. */
export function makeBuyer(
  buyer: string,
  values: ParameterValues | null,
  more: Partial<BuyerInstance> = {},
): BuyerInstance {
  return {
    buyer,
    requirement: "disclose_sites",
    role: "clause",
    values,
    floor: null,
    resellers: ["Cedar IT"],
    weight: 1,
    ...more,
  };
}

const resellerNames = ["Cedar IT", "Alder Supply", "Rowan Systems"];

function arbitraryValues(parameters: readonly Parameter[]): fc.Arbitrary<ParameterValues> {
  return fc.tuple(...parameters.map(({ type }) => arbitraryValue(type))).map((values) =>
    Object.fromEntries(
      values.flatMap((value, at) => {
        const key = parameters[at]?.key;
        return value === undefined || key === undefined ? [] : [[key, value]];
      }),
    ),
  );
}

/** Parameters whose values often cannot be ordered, so that cores must be weighed against one another. */
export const arbitraryHardType: fc.Arbitrary<ParameterType> = fc.oneof(
  fc.constant({ kind: "text" as const }),
  fc.constant({ kind: "flag" as const, stricter: "none" as const }),
  fc.constant({
    kind: "choice" as const,
    options: ["a", "b", "c", "d", "e", "f"].map((key) => ({ key, label: key })),
    // Two ladders that meet only at the bottom.
    order: [
      ["a", "b"],
      ["c", "d"],
      ["b", "e"],
      ["d", "e"],
    ] as [string, string][],
  }),
);

/** One requirement and some buyers, now and then with a floor of their own, with and without resellers. */
export function arbitraryBuyers(
  most: { readonly buyers: number; readonly parameters: number } = { buyers: 6, parameters: 3 },
  types: fc.Arbitrary<ParameterType> = arbitraryType,
): fc.Arbitrary<{
  requirement: { key: string; parameters: Parameter[] };
  instances: BuyerInstance[];
}> {
  return fc
    .array(types, { minLength: 1, maxLength: most.parameters })
    .map((types) =>
      types.map((type, at) => ({
        key: `parameter_${at}`,
        label: `Parameter ${at}`,
        help: "",
        type,
      })),
    )
    .chain((parameters) =>
      fc.record({
        requirement: fc.constant({ key: "invented", parameters }),
        instances: fc
          .array(
            fc.record({
              values: fc.option(arbitraryValues(parameters), { freq: 8 }),
              floor: fc.option(arbitraryValues(parameters), { freq: 1 }),
              resellers: fc.subarray(resellerNames),
              schemes: fc.subarray(["Scheme A", "Scheme B"]),
              weight: fc.constantFrom(1, 1, 2, 5),
            }),
            { minLength: 0, maxLength: most.buyers },
          )
          .map((all) =>
            all.map((one, at): BuyerInstance => ({
              ...one,
              buyer: `Buyer ${at}`,
              requirement: "invented",
              role: "clause",
              floor:
                one.floor === null ? null : { values: one.floor, reason: "our council said so" },
            })),
          ),
      }),
    );
}

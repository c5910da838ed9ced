/** Parameters and values of every kind, for property tests. Values are drawn from few, so that equal ones meet. */
import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
} from "@throughline/domain";
import fc from "fast-check";

const letters = ["a", "b", "c", "d", "e", "f"];
const options = letters.map((key) => ({ key, label: `option ${key}` }));

/** Orders without circles: a pair always runs from a letter to a later one. */
const order: fc.Arbitrary<[string, string][]> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 5 })), {
    maxLength: 8,
    selector: ([from, step]) => `${from}-${step}`,
  })
  .map((pairs) =>
    pairs.flatMap(([from, step]): [string, string][] => {
      const stricter = letters[from];
      const weaker = letters[from + step];
      return stricter === undefined || weaker === undefined ? [] : [[stricter, weaker]];
    }),
  );

export const arbitraryType: fc.Arbitrary<ParameterType> = fc.oneof(
  fc.record({
    kind: fc.constant("number" as const),
    unit: fc.constantFrom("days" as const, "per_year" as const, "percent" as const),
    stricter: fc.constantFrom("lower" as const, "higher" as const, "none" as const),
    minimum: fc.constant(0),
    maximum: fc.constant(10),
  }),
  fc.record({ kind: fc.constant("choice" as const), options: fc.constant(options), order }),
  fc.record({
    kind: fc.constant("set" as const),
    options: fc.constantFrom(options, null),
    stricter: fc.constantFrom("more" as const, "fewer" as const, "none" as const),
  }),
  fc.record({
    kind: fc.constant("flag" as const),
    stricter: fc.constantFrom("yes" as const, "no" as const, "none" as const),
  }),
  fc.constant({ kind: "text" as const }),
);

/** A value of the type, now and then none, now and then of another kind. */
export function arbitraryValue(type: ParameterType): fc.Arbitrary<ParameterValue | undefined> {
  const fitting: Record<ParameterType["kind"], fc.Arbitrary<ParameterValue>> = {
    number: fc.integer({ min: 0, max: 4 }),
    choice: fc.constantFrom(...letters),
    set: fc.subarray(letters.slice(0, 4)),
    flag: fc.boolean(),
    text: fc.constantFrom("", "one", "One ", "two"),
  };
  return fc.oneof(
    { weight: 8, arbitrary: fitting[type.kind] },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<ParameterValue>(7, "z", true, ["z"]) },
  );
}

function nameParameter(type: ParameterType, at: number): Parameter {
  return { key: `parameter_${at}`, label: `Parameter ${at}`, help: "", type };
}

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

/** Some parameters and `count` instances' values of them. */
export function arbitraryInstances(
  count: number,
): fc.Arbitrary<{ parameters: Parameter[]; values: ParameterValues[] }> {
  return fc
    .array(arbitraryType, { minLength: 1, maxLength: 4 })
    .map((types) => types.map(nameParameter))
    .chain((parameters) =>
      fc.record({
        parameters: fc.constant(parameters),
        values: fc.array(arbitraryValues(parameters), { minLength: count, maxLength: count }),
      }),
    );
}

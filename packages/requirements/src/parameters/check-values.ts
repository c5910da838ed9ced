import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
  Sentence,
} from "@throughline/domain";
import { sayIn } from "../texts/say-in.ts";
import { parameterTexts } from "./parameter-texts.ts";

/** What is wrong with one value. The value itself is kept where it is: a fault is for a person to settle. */
export interface ValueFault {
  readonly parameter: string;
  readonly code:
    | "unknown_key"
    | "wrong_kind"
    | "not_whole"
    | "out_of_range"
    | "unknown_option"
    | "repeated";
  readonly sentence: Sentence;
}

const say = sayIn(parameterTexts);

/** Units of which there is no half. */
const wholeUnits: ReadonlySet<string> = new Set(["days", "business_days", "months", "count"]);

type Found = Pick<ValueFault, "code" | "sentence">;

function checkNumber(
  label: string,
  type: Extract<ParameterType, { kind: "number" }>,
  value: number,
): Found[] {
  if (value < type.minimum || value > type.maximum)
    return [
      {
        code: "out_of_range",
        sentence: say("fault.out_of_range", {
          label,
          value,
          minimum: String(type.minimum),
          maximum: String(type.maximum),
        }),
      },
    ];
  return wholeUnits.has(type.unit) && !Number.isInteger(value)
    ? [{ code: "not_whole", sentence: say("fault.not_whole", { label, value }) }]
    : [];
}

function checkOptions(
  label: string,
  options: readonly { readonly key: string }[] | null,
  words: readonly string[],
): Found[] {
  const known = options === null ? null : new Set(options.map(({ key }) => key));
  const seen = new Set<string>();
  return words.flatMap((word): Found[] => {
    if (known !== null && !known.has(word))
      return [
        {
          code: "unknown_option",
          sentence: say("fault.unknown_option", {
            label,
            value: word,
            options: [...known].join(", "),
          }),
        },
      ];
    if (seen.has(word))
      return [{ code: "repeated", sentence: say("fault.repeated", { label, value: word }) }];
    seen.add(word);
    return [];
  });
}

/** Faults of one value; none for a value that is not given. */
export function checkValue(parameter: Parameter, value: ParameterValue | undefined): ValueFault[] {
  const { key, label, type } = parameter;
  const wrongKind: Found[] = [
    { code: "wrong_kind", sentence: say(`fault.wrong_kind.${type.kind}`, { label }) },
  ];
  const find = (): Found[] => {
    if (value === undefined) return [];
    switch (type.kind) {
      case "number":
        return typeof value === "number" ? checkNumber(label, type, value) : wrongKind;
      case "choice":
        return typeof value === "string" ? checkOptions(label, type.options, [value]) : wrongKind;
      case "set":
        return Array.isArray(value) ? checkOptions(label, type.options, value) : wrongKind;
      case "flag":
        return typeof value === "boolean" ? [] : wrongKind;
      case "text":
        return typeof value === "string" ? [] : wrongKind;
    }
  };
  return find().map((found) => ({ parameter: key, ...found }));
}

/**
 * What is wrong with an instance's values, in the order of the parameters, then keys that no parameter has.
 *
 * @example checkValues(parameters, { due_days: 0 })[0]?.sentence.text
 * // "Days to disclose: 0 is not between 1 and 365."
 */
export function checkValues(
  parameters: readonly Parameter[],
  values: ParameterValues,
): ValueFault[] {
  const known = new Set(parameters.map(({ key }) => key));
  const unknown = Object.keys(values).filter((key) => !known.has(key));
  return [
    ...parameters.flatMap((parameter) =>
      checkValue(
        parameter,
        Object.hasOwn(values, parameter.key) ? values[parameter.key] : undefined,
      ),
    ),
    ...unknown.map((key): ValueFault => ({
      parameter: key,
      code: "unknown_key",
      sentence: say("fault.unknown_key", { key }),
    })),
  ];
}

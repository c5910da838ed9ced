import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
} from "@throughline/domain";
import { renderTemplate, sayList, type SentenceParams } from "../texts/say-in.ts";
import { asksNothing } from "./asks-nothing.ts";
import { valueOf } from "./compare-values.ts";

type Unit = Extract<ParameterType, { kind: "number" }>["unit"];

const unitWords: Readonly<Record<Unit, readonly [one: string, more: string]>> = {
  days: [" day", " days"],
  business_days: [" working day", " working days"],
  months: [" month", " months"],
  hours_per_week: [" hour a week", " hours a week"],
  per_year: [" time a year", " times a year"],
  percent: ["%", "%"],
  count: ["", ""],
};

function labelOf(
  options: readonly { readonly key: string; readonly label: string }[] | null,
  word: string,
): string {
  return options?.find(({ key }) => key === word)?.label ?? word;
}

/**
 * One value as a person reads it.
 *
 * @example sayValue({ kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 }, 28) // "28 days"
 */
export function sayValue(type: ParameterType, value: ParameterValue): string {
  if (Array.isArray(value))
    return sayList(value.map((word) => labelOf(type.kind === "set" ? type.options : null, word)));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string")
    return labelOf(type.kind === "choice" ? type.options : null, value);
  const [one, more] = type.kind === "number" ? unitWords[type.unit] : ["", ""];
  return `${value}${value === 1 ? one : more}`;
}

function paramsOf(parameters: readonly Parameter[], values: ParameterValues): SentenceParams {
  const params: SentenceParams = {};
  for (const { key, type } of parameters) {
    const value = valueOf(values, key);
    if (value === undefined || asksNothing(type, value)) continue;
    params[key] =
      typeof value === "number" ? value : typeof value === "boolean" ? 1 : sayValue(type, value);
  }
  return params;
}

/**
 * What an instance asks, as a person reads it. Parameters of the library say themselves by their `phrase`; others by label
 * and value. What asks nothing is not mentioned.
 *
 * @example
 * describeValues(parameters, { due_days: 28, due_from: "award", tiers: ["final_assembly"], refresh_months: 12 });
 * // "final assembly, within 28 days of award, refreshed yearly"
 */
export function describeValues(parameters: readonly Parameter[], values: ParameterValues): string {
  const params = paramsOf(parameters, values);
  const known = new Set(parameters.map(({ key }) => key));
  const said = parameters.flatMap(({ key, label, type, phrase }) => {
    const value = valueOf(values, key);
    if (value === undefined || asksNothing(type, value)) return [];
    const text =
      phrase === undefined ? `${label}: ${sayValue(type, value)}` : renderTemplate(phrase, params);
    return text === "" ? [] : [text];
  });
  const unknown = Object.entries(values)
    .filter(([key]) => !known.has(key))
    .map(
      ([key, value]) =>
        `${key.replaceAll("_", " ")}: ${Array.isArray(value) ? sayList(value) : String(value)}`,
    );
  return [...said, ...unknown].join(", ") || "no particular values";
}

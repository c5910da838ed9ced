/** Values of parameters while they are typed, and how they become what the API takes. */
import type { Parameter, ParameterValue, ParameterValues } from "@throughline/domain";
import { formatNumber } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import type { FormFault } from "./form-faults.tsx";

/** By parameter key: what stands in its field; a list for a set with options. Left out or empty: not said. */
export type ParameterDraft = Readonly<Record<string, string | readonly string[]>>;

/** Units of which there is no half. */
const wholeUnits: readonly string[] = ["days", "business_days", "months", "count"];

function typed(parameter: Parameter, value: ParameterValue): string | readonly string[] {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (!Array.isArray(value)) return String(value);
  return parameter.type.kind === "set" && parameter.type.options !== null
    ? value
    : value.join("\n");
}

/** What the fields show at first. */
export function startParameters(
  parameters: readonly Parameter[],
  values: ParameterValues,
): ParameterDraft {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = values[parameter.key];
      return value === undefined ? [] : [[parameter.key, typed(parameter, value)]];
    }),
  );
}

/** Id of a parameter's field, for the error summary. */
export function parameterField(id: string, key: string): string {
  return `${id}-${key}`;
}

function readNumber(
  type: Extract<Parameter["type"], { kind: "number" }>,
  label: string,
  text: string,
): number | string {
  const number = Number(text.replace(",", "."));
  if (Number.isNaN(number)) return t("parameter.fault.number", { label });
  if (number < type.minimum || number > type.maximum)
    return t("parameter.fault.range", {
      label,
      minimum: formatNumber(type.minimum),
      maximum: formatNumber(type.maximum),
    });
  if (wholeUnits.includes(type.unit) && !Number.isInteger(number))
    return t("parameter.fault.whole", { label });
  return number;
}

/** Reads one field: its value, `undefined` where nothing is said, or the fault as a message. */
function readOne(
  { type, label }: Parameter,
  draft: string | readonly string[] | undefined,
): { readonly value?: ParameterValue; readonly fault?: string } {
  if (draft === undefined || draft.length === 0) return {};
  if (typeof draft !== "string") return { value: [...draft] };
  const text = draft.trim();
  if (text === "") return {};
  if (type.kind === "flag") return { value: text === "yes" };
  if (type.kind === "number") {
    const read = readNumber(type, label, text);
    return typeof read === "number" ? { value: read } : { fault: read };
  }
  if (type.kind !== "set") return { value: text };
  const words = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return { value: [...new Set(words)] };
}

/**
 * What was typed as values, with the faults that stand in the way. `before` keeps what has no field here: values of
 * parameters that another version has.
 */
export function readParameters(
  parameters: readonly Parameter[],
  draft: ParameterDraft,
  id: string,
  before: ParameterValues = {},
): { readonly values: ParameterValues; readonly faults: readonly FormFault[] } {
  const keys = new Set(parameters.map(({ key }) => key));
  const values: ParameterValues = Object.fromEntries(
    Object.entries(before).filter(([key]) => !keys.has(key)),
  );
  const faults: FormFault[] = [];
  for (const parameter of parameters) {
    const { value, fault } = readOne(parameter, draft[parameter.key]);
    if (value !== undefined) values[parameter.key] = value;
    if (fault !== undefined)
      faults.push({ field: parameterField(id, parameter.key), message: fault });
  }
  return { values, faults };
}

/** Values of parameters as the form names them, for what others will see. */
import type { Parameter, ParameterValue, ParameterValues } from "@throughline/domain";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

function sayOne({ type }: Parameter, value: ParameterValue): string {
  const options = type.kind === "set" || type.kind === "choice" ? type.options : null;
  const nameOf = (word: string): string => options?.find(({ key }) => key === word)?.label ?? word;
  if (Array.isArray(value)) return value.map(nameOf).join(", ");
  if (typeof value === "boolean") return t(value ? "laws.yes" : "laws.no");
  return typeof value === "number" ? formatNumber(value) : nameOf(value);
}

/** "Tiers: final assembly; Days to disclose: 28", or nothing where nothing particular is asked. */
export function sayAsked(parameters: readonly Parameter[], values: ParameterValues): string {
  return parameters
    .flatMap((parameter) => {
      const value = values[parameter.key];
      return value === undefined ? [] : [`${parameter.label}: ${sayOne(parameter, value)}`];
    })
    .join("; ");
}

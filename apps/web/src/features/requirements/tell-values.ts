/** Values of parameters told one by one, where no sentence of the server tells them. */
import type { Parameter, ParameterValue, ParameterValues } from "@throughline/domain";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

function tellValue({ type }: Parameter, value: ParameterValue): string {
  const options = type.kind === "choice" || type.kind === "set" ? (type.options ?? []) : [];
  const labelOf = (key: string): string =>
    options.find((option) => option.key === key)?.label ?? key;
  if (Array.isArray(value)) return value.map(labelOf).join(", ");
  if (typeof value === "boolean")
    return t(value ? "requirement.ladder.yes" : "requirement.ladder.no");
  if (typeof value === "string") return labelOf(value);
  return type.kind === "number"
    ? t("requirement.value", {
        value: formatNumber(value),
        unit: t(`parameter.unit.${type.unit}`),
      })
    : formatNumber(value);
}

/** Pairs of label and value, in the order of the parameters; values no parameter knows come last, by their key. */
export function tellValues(
  parameters: readonly Parameter[],
  values: ParameterValues,
): readonly { readonly key: string; readonly label: string; readonly text: string }[] {
  const known = new Set(parameters.map(({ key }) => key));
  return [
    ...parameters.flatMap((parameter) => {
      const value = values[parameter.key];
      return value === undefined
        ? []
        : [
            {
              key: parameter.key,
              label: parameter.label,
              text: tellValue(parameter, value),
            },
          ];
    }),
    ...Object.entries(values).flatMap(([key, value]) =>
      known.has(key) ? [] : [{ key, label: key, text: String(value) }],
    ),
  ];
}

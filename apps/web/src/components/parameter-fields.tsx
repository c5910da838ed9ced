import { Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import type { Parameter } from "@throughline/domain";
import type { ReactNode } from "react";
import { formatNumber } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { faultOf, type FormFault } from "./form-faults.tsx";
import { parameterField, type ParameterDraft } from "./parameter-draft.ts";

/** Which value asks more, in a sentence; empty where none does. */
function saysOrder({ type }: Parameter): string {
  if (type.kind === "number")
    return [
      t("parameter.range", {
        minimum: formatNumber(type.minimum),
        maximum: formatNumber(type.maximum),
      }),
      type.stricter === "none" ? "" : t(`parameter.stricter.${type.stricter}`),
    ]
      .join(" ")
      .trim();
  if (type.kind === "set")
    return type.stricter === "none" ? "" : t(`parameter.stricter.${type.stricter}`);
  if (type.kind === "flag")
    return type.stricter === "none" ? "" : t(`parameter.stricter.${type.stricter}`);
  if (type.kind !== "choice" || type.order.length === 0) return "";
  const weaker = new Set(type.order.map(([, below]) => below));
  const top = type.options.filter(
    ({ key }) => !weaker.has(key) && type.order.some(([above]) => above === key),
  );
  return top.length === 0
    ? ""
    : t("parameter.stricter.choice", { options: top.map(({ label }) => label).join(" / ") });
}

/** "Days to disclose" says its unit already; "Response (days)" does not. */
function withUnit(label: string, unit: string): string {
  return label.toLowerCase().includes(unit) ? label : t("parameter.withUnit", { label, unit });
}

interface OneProps {
  readonly parameter: Parameter;
  readonly id: string;
  readonly value: string | readonly string[];
  readonly error: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}

function ParameterField({ parameter, id, value, error, onChange }: OneProps): ReactNode {
  const { type, label, help } = parameter;
  const text = typeof value === "string" ? value : value.join("\n");
  const told = {
    id,
    size: "small" as const,
    description: [help, saysOrder(parameter)].filter((part) => part !== "").join(" "),
    error,
  };
  if (type.kind === "set" && type.options !== null) {
    const chosen = typeof value === "string" ? [] : value;
    const known = new Set(type.options.map(({ key }) => key));
    // A value that this version does not know is shown as it stands, and can be taken away.
    const options = [
      ...type.options,
      ...chosen.filter((key) => !known.has(key)).map((key) => ({ key, label: key })),
    ];
    return (
      <CheckboxGroup
        {...told}
        className="wide"
        tabIndex={-1}
        legend={label}
        value={[...chosen]}
        onChange={(keys: string[]) => onChange(keys)}
      >
        {options.map((option) => (
          <Checkbox key={option.key} value={option.key}>
            {option.label}
          </Checkbox>
        ))}
      </CheckboxGroup>
    );
  }
  if (type.kind === "choice" || type.kind === "flag")
    return (
      <Select
        {...told}
        label={label}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t("parameter.notSaid")}</option>
        {type.kind === "flag" ? (
          <>
            <option value="yes">{t("parameter.yes")}</option>
            <option value="no">{t("parameter.no")}</option>
          </>
        ) : (
          type.options.map((option) => (
            <option key={option.key} value={option.key}>
              {option.label}
            </option>
          ))
        )}
      </Select>
    );
  if (type.kind === "number")
    return (
      <TextField
        {...told}
        label={withUnit(label, t(`parameter.unit.${type.unit}`))}
        inputMode="decimal"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Textarea
      {...told}
      className="wide"
      minRows={2}
      label={type.kind === "set" ? t("parameter.onePerLine", { label }) : label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/**
 * One field for each parameter of a requirement, by its type. What is left empty asks nothing. The draft comes from
 * `startParameters` and becomes values by `readParameters`, both with the same `id`.
 */
export function ParameterFields({
  id,
  parameters,
  draft,
  faults,
  onChange,
}: {
  /** Begins the ids of the fields. */
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly draft: ParameterDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (draft: ParameterDraft) => void;
}): ReactNode {
  if (parameters.length === 0) return <p className="quiet">{t("parameter.none")}</p>;
  return (
    <div className="form-grid">
      {parameters.map((parameter) => {
        const field = parameterField(id, parameter.key);
        return (
          <ParameterField
            key={parameter.key}
            parameter={parameter}
            id={field}
            value={draft[parameter.key] ?? ""}
            error={faultOf(faults, field)}
            onChange={(value) => onChange({ ...draft, [parameter.key]: value })}
          />
        );
      })}
    </div>
  );
}

import { Button, Select, Textarea, TextField } from "@navikt/ds-react";
import type { ParameterType } from "@throughline/domain";
import type { ReactNode } from "react";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { parameterKinds, strictnessOf, type NewParameter } from "./own-draft.ts";

const units = [
  "days",
  "business_days",
  "months",
  "hours_per_week",
  "per_year",
  "percent",
  "count",
] as const satisfies readonly Extract<ParameterType, { kind: "number" }>["unit"][];

/** One thing that can be set, while it is typed. */
export function OwnParameter({
  at,
  one,
  faults,
  onChange,
  onRemove,
}: {
  readonly at: number;
  readonly one: NewParameter;
  readonly faults: readonly FormFault[];
  readonly onChange: (one: NewParameter) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const strictness: readonly (typeof strictnessOf)[NewParameter["kind"]][number][] =
    strictnessOf[one.kind];
  return (
    <li className="stack-small">
      <TextField
        id={`own-label-${at}`}
        size="small"
        label={t("own.label")}
        value={one.label}
        error={faultOf(faults, `own-label-${at}`)}
        onChange={(event) => onChange({ ...one, label: event.target.value })}
      />
      <Select
        size="small"
        label={t("own.kind")}
        value={one.kind}
        onChange={(event) => {
          const kind = parameterKinds.find((word) => word === event.target.value) ?? "number";
          onChange({ ...one, kind, stricter: strictnessOf[kind][0] });
        }}
      >
        {parameterKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`own.kind.${kind}`)}
          </option>
        ))}
      </Select>
      {strictness.length > 1 && (
        <Select
          size="small"
          label={t("own.stricter")}
          value={one.stricter}
          onChange={(event) => onChange({ ...one, stricter: event.target.value })}
        >
          {strictness.map((word) => (
            <option key={word} value={word}>
              {t(`own.stricter.${word}`)}
            </option>
          ))}
        </Select>
      )}
      {one.kind === "number" && (
        <>
          <Select
            size="small"
            label={t("own.unit")}
            value={one.unit}
            onChange={(event) =>
              onChange({
                ...one,
                unit: units.find((unit) => unit === event.target.value) ?? one.unit,
              })
            }
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`parameter.unit.${unit}`)}
              </option>
            ))}
          </Select>
          <div className="row-end">
            {(["minimum", "maximum"] as const).map((end) => (
              <TextField
                key={end}
                id={`own-${end}-${at}`}
                size="small"
                inputMode="decimal"
                label={t(`own.${end}`)}
                value={one[end]}
                error={faultOf(faults, `own-${end}-${at}`)}
                onChange={(event) => onChange({ ...one, [end]: event.target.value })}
              />
            ))}
          </div>
        </>
      )}
      {(one.kind === "choice" || one.kind === "set") && (
        <Textarea
          id={`own-options-${at}`}
          size="small"
          minRows={3}
          label={t("own.options")}
          description={t(`own.options.${one.kind}`)}
          value={one.options}
          error={faultOf(faults, `own-options-${at}`)}
          onChange={(event) => onChange({ ...one, options: event.target.value })}
        />
      )}
      <div>
        <Button size="xsmall" variant="tertiary" type="button" onClick={onRemove}>
          {t("own.takeOut")}
        </Button>
      </div>
    </li>
  );
}

import { Button, Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { tiers } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { type ContractDetail, linesOf } from "./contract-draft.ts";
import { contractQuery } from "./queries.ts";

type Condition = ContractDetail["conditions"][number];
type ConditionInput = Parameters<typeof api.contracts.setConditions>[0]["conditions"][number];

const counts = ["award", "signature", "request", "delivery"] as const;

interface Typed {
  readonly key: number;
  readonly requirement: string;
  readonly clause: string;
  readonly summary: string;
  readonly dueDays: string;
  readonly dueFrom: "" | (typeof counts)[number];
  readonly refresh: string;
  readonly gates: boolean;
  readonly tiers: readonly string[];
  readonly components: string;
}

function typedOf(condition: Condition, key: number): Typed {
  return {
    key,
    requirement: condition.requirement,
    clause: condition.clause,
    summary: condition.summary,
    dueDays: condition.dueDays?.toString() ?? "",
    dueFrom: condition.dueFrom ?? "",
    refresh: condition.refreshEveryMonths?.toString() ?? "",
    gates: condition.gatesExtension,
    tiers: condition.tiers,
    components: condition.components.join("\n"),
  };
}

function readNumber(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

function faultsOf(list: readonly Typed[]): FormFault[] {
  const whole = (text: string): boolean =>
    text.trim() === "" || (Number.isInteger(Number(text)) && Number(text) > 0);
  return list.flatMap((one) => [
    ...(one.clause.trim() === ""
      ? [
          {
            field: `clause-${one.key}`,
            message: t("fault.required", { field: t("conditions.clause").toLowerCase() }),
          },
        ]
      : []),
    ...(one.summary.trim() === ""
      ? [
          {
            field: `summary-${one.key}`,
            message: t("conditions.summaryMissing"),
          },
        ]
      : []),
    ...(whole(one.dueDays)
      ? []
      : [
          {
            field: `due-${one.key}`,
            message: t("fault.number", { field: t("conditions.dueDays").toLowerCase() }),
          },
        ]),
    ...(whole(one.refresh)
      ? []
      : [
          {
            field: `refresh-${one.key}`,
            message: t("fault.number", { field: t("conditions.refresh").toLowerCase() }),
          },
        ]),
  ]);
}

function inputOf(one: Typed): ConditionInput {
  return {
    clause: one.clause.trim(),
    requirement: one.requirement,
    summary: one.summary.trim(),
    dueDays: readNumber(one.dueDays),
    dueFrom: one.dueFrom === "" ? null : one.dueFrom,
    refreshEveryMonths: readNumber(one.refresh),
    gatesExtension: one.gates,
    tiers: tiers.filter((tier) => one.tiers.includes(tier)),
    components: linesOf(one.components),
  };
}

function ConditionFields({
  one,
  number,
  faults,
  onChange,
  onRemove,
}: {
  readonly one: Typed;
  readonly number: number;
  readonly faults: readonly FormFault[];
  readonly onChange: (one: Typed) => void;
  readonly onRemove: () => void;
}): ReactNode {
  return (
    <fieldset className="plain card">
      <legend className="small">{t("conditions.one", { n: number })}</legend>
      <div className="stack">
        <div className="form-grid">
          <TextField
            id={`clause-${one.key}`}
            size="small"
            label={t("conditions.clause")}
            value={one.clause}
            error={faultOf(faults, `clause-${one.key}`)}
            onChange={(event) => onChange({ ...one, clause: event.target.value })}
          />
          <TextField
            id={`due-${one.key}`}
            size="small"
            inputMode="numeric"
            label={`${t("conditions.dueDays")} ${t("form.optional")}`}
            value={one.dueDays}
            error={faultOf(faults, `due-${one.key}`)}
            onChange={(event) => onChange({ ...one, dueDays: event.target.value })}
          />
          <Select
            size="small"
            label={t("conditions.dueFrom")}
            value={one.dueFrom}
            onChange={(event) =>
              onChange({
                ...one,
                dueFrom: counts.find((from) => from === event.target.value) ?? "",
              })
            }
          >
            <option value="">{t("conditions.dueFromNone")}</option>
            {counts.map((from) => (
              <option key={from} value={from}>
                {t(`dueFrom.${from}`)}
              </option>
            ))}
          </Select>
          <TextField
            id={`refresh-${one.key}`}
            size="small"
            inputMode="numeric"
            label={`${t("conditions.refresh")} ${t("form.optional")}`}
            value={one.refresh}
            error={faultOf(faults, `refresh-${one.key}`)}
            onChange={(event) => onChange({ ...one, refresh: event.target.value })}
          />
        </div>
        <Textarea
          id={`summary-${one.key}`}
          size="small"
          minRows={2}
          label={t("conditions.summary")}
          value={one.summary}
          error={faultOf(faults, `summary-${one.key}`)}
          onChange={(event) => onChange({ ...one, summary: event.target.value })}
        />
        <Checkbox
          size="small"
          checked={one.gates}
          onChange={(event) => onChange({ ...one, gates: event.target.checked })}
        >
          {t("conditions.gates")}
        </Checkbox>
        <CheckboxGroup
          size="small"
          legend={t("conditions.tiers")}
          value={[...one.tiers]}
          onChange={(chosen: string[]) => onChange({ ...one, tiers: chosen })}
        >
          {tiers.map((tier) => (
            <Checkbox key={tier} value={tier}>
              {t(`tier.${tier}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <Textarea
          size="small"
          minRows={2}
          label={`${t("conditions.components")} ${t("form.optional")}`}
          value={one.components}
          onChange={(event) => onChange({ ...one, components: event.target.value })}
        />
        <div>
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="danger"
            onClick={onRemove}
          >
            {t("conditions.remove")}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

/** Sets the contract's own conditions; those of its framework are changed there. */
export default function ConditionsDialog({
  contract,
  onClose,
}: {
  readonly contract: ContractDetail;
  readonly onClose: () => void;
}): ReactNode {
  const own = contract.conditions.filter((condition) => condition.inheritedFrom === null);
  const [list, setList] = useState<readonly Typed[]>(() => own.map(typedOf));
  const [nextKey, setNextKey] = useState(own.length);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const current = useQuery(contractQuery(contract.id));
  const set = useChange((input: Parameters<typeof api.contracts.setConditions>[0]) =>
    api.contracts.setConditions(input),
  );
  function add(): void {
    setList([
      ...list,
      {
        key: nextKey,
        requirement: "disclose_sites",
        clause: "",
        summary: "",
        dueDays: "",
        dueFrom: "",
        refresh: "",
        gates: false,
        tiers: ["final_assembly"],
        components: "",
      },
    ]);
    setNextKey(nextKey + 1);
  }
  function save(): void {
    const found = faultsOf(list);
    setFaults(found);
    if (found.length === 0)
      set.mutate(
        { id: contract.id, version: contract.version, conditions: list.map(inputOf) },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("conditions.title")}
      save={t("form.save")}
      busy={set.isPending}
      error={set.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
      onReload={() => {
        set.reset();
        void current.refetch();
      }}
    >
      {own.length < contract.conditions.length && (
        <p className="quiet">{t("conditions.inheritedNote")}</p>
      )}
      {list.map((one, index) => (
        <ConditionFields
          key={one.key}
          one={one}
          number={index + 1}
          faults={faults}
          onChange={(changed) =>
            setList(list.map((other) => (other.key === one.key ? changed : other)))
          }
          onRemove={() => setList(list.filter((other) => other.key !== one.key))}
        />
      ))}
      <div>
        <Button type="button" size="small" variant="secondary" onClick={add}>
          {t("conditions.add")}
        </Button>
      </div>
    </FormDialog>
  );
}

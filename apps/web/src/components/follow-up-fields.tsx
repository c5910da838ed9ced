import { Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import type { FollowUp } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import type { FollowUpDraft, KpiDraft } from "./follow-up-draft.ts";
import { faultOf, type FormFault } from "./form-faults.tsx";
import { kpiName } from "./kpi-name.ts";

const ways = ["kpi", "evidence", "dialogue"] as const;

export interface FollowUpMember {
  readonly personId: string;
  readonly name: string;
}

interface PartProps {
  readonly id: string;
  readonly draft: FollowUpDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (draft: FollowUpDraft) => void;
}

/** Who looks after it, and with how many hours. */
export function FollowUpPerson({
  id,
  draft,
  faults,
  members,
  onChange,
}: PartProps & { readonly members: readonly FollowUpMember[] }): ReactNode {
  const known = members.some(({ personId }) => personId === draft.personId);
  return (
    <div className="form-grid">
      <Select
        id={`${id}-person`}
        size="small"
        label={t("followUp.person")}
        value={draft.personId}
        onChange={(event) => onChange({ ...draft, personId: event.target.value })}
      >
        <option value="">{t("followUp.nobody")}</option>
        {!known && draft.personId !== "" && (
          <option value={draft.personId}>{t("followUp.somebody")}</option>
        )}
        {members.map((member) => (
          <option key={member.personId} value={member.personId}>
            {member.name}
          </option>
        ))}
      </Select>
      <TextField
        id={`${id}-role`}
        size="small"
        label={`${t("followUp.role")} ${t("form.optional")}`}
        value={draft.role}
        onChange={(event) => onChange({ ...draft, role: event.target.value })}
      />
      <TextField
        id={`${id}-hours`}
        size="small"
        inputMode="decimal"
        label={`${t("followUp.hours")} ${t("form.optional")}`}
        value={draft.hours}
        error={faultOf(faults, `${id}-hours`)}
        onChange={(event) => onChange({ ...draft, hours: event.target.value })}
      />
    </div>
  );
}

function KpiFields({
  id,
  one,
  error,
  onChange,
}: {
  readonly id: string;
  readonly one: KpiDraft;
  readonly error: string | undefined;
  readonly onChange: (one: KpiDraft) => void;
}): ReactNode {
  return (
    <div className="form-grid at-end">
      <TextField
        size="small"
        label={t("followUp.target", { kpi: kpiName(one.kpi) })}
        description={t("followUp.targetHelp")}
        value={one.target}
        onChange={(event) => onChange({ ...one, target: event.target.value })}
      />
      <TextField
        id={`${id}-every-${one.kpi}`}
        size="small"
        inputMode="numeric"
        label={t("followUp.every", { kpi: one.kpi })}
        value={one.everyMonths}
        error={error}
        onChange={(event) => onChange({ ...one, everyMonths: event.target.value })}
      />
    </div>
  );
}

/**
 * How a requirement is looked after: by indicator, evidence, dialogue; by whom, with how many hours. Indicators and
 * evidence are chosen out of what the requirement names; for none of the library they are typed.
 */
export function FollowUpFields({
  id,
  draft,
  faults,
  kpis,
  evidenceTypes,
  members,
  onChange,
}: PartProps & {
  readonly kpis: readonly string[];
  readonly evidenceTypes: readonly string[];
  readonly members: readonly FollowUpMember[];
}): ReactNode {
  const chosen = draft.kpis.map(({ kpi }) => kpi);
  const offeredKpis = [...new Set([...kpis, ...chosen])];
  const offeredEvidence = [...new Set([...evidenceTypes, ...draft.evidenceTypes])];
  function chooseKpis(keys: readonly string[]): void {
    onChange({
      ...draft,
      kpis: keys.map(
        (kpi) =>
          draft.kpis.find((one) => one.kpi === kpi) ?? { kpi, target: "", everyMonths: "12" },
      ),
    });
  }
  return (
    <fieldset className="plain stack">
      <legend>{t("followUp.legend")}</legend>
      <CheckboxGroup
        size="small"
        legend={t("followUp.ways")}
        description={t("followUp.help")}
        value={draft.ways}
        onChange={(next: FollowUp["ways"]) => onChange({ ...draft, ways: next })}
      >
        {ways.map((way) => (
          <Checkbox key={way} value={way}>
            {t(`followUp.way.${way}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {draft.ways.includes("kpi") &&
        (offeredKpis.length === 0 ? (
          <p className="quiet">{t("followUp.kpisNone")}</p>
        ) : (
          <CheckboxGroup
            size="small"
            legend={t("followUp.kpis")}
            value={chosen}
            onChange={chooseKpis}
          >
            <div className="check-grid">
              {offeredKpis.map((kpi) => (
                <Checkbox key={kpi} value={kpi}>
                  {kpiName(kpi)}
                </Checkbox>
              ))}
            </div>
          </CheckboxGroup>
        ))}
      {draft.ways.includes("kpi") &&
        draft.kpis.map((one) => (
          <KpiFields
            key={one.kpi}
            id={id}
            one={one}
            error={faultOf(faults, `${id}-every-${one.kpi}`)}
            onChange={(next) =>
              onChange({
                ...draft,
                kpis: draft.kpis.map((other) => (other.kpi === next.kpi ? next : other)),
              })
            }
          />
        ))}
      {draft.ways.includes("evidence") &&
        (evidenceTypes.length > 0 ? (
          <CheckboxGroup
            size="small"
            legend={t("followUp.evidence")}
            value={[...draft.evidenceTypes]}
            onChange={(next: string[]) => onChange({ ...draft, evidenceTypes: next })}
          >
            {offeredEvidence.map((type) => (
              <Checkbox key={type} value={type}>
                {type}
              </Checkbox>
            ))}
          </CheckboxGroup>
        ) : (
          <Textarea
            size="small"
            minRows={2}
            label={t("followUp.evidenceWords")}
            value={draft.evidenceTypes.join("\n")}
            onChange={(event) =>
              onChange({
                ...draft,
                evidenceTypes: event.target.value === "" ? [] : event.target.value.split("\n"),
              })
            }
          />
        ))}
      <FollowUpPerson id={id} draft={draft} faults={faults} members={members} onChange={onChange} />
    </fieldset>
  );
}

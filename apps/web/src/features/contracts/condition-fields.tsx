import { Button, Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { rhythmParameter, tiers, type Requirement } from "@throughline/domain";
import type { ReactNode } from "react";
import type { LibraryEntry } from "../../api/requirement-library.ts";
import { FollowUpFields, type FollowUpMember } from "../../components/follow-up-fields.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { startParameters } from "../../components/parameter-draft.ts";
import { t } from "../../texts/t.ts";
import { countedFrom, restOf, type ConditionDraft } from "./condition-draft.ts";

export interface ConditionFieldsProps {
  readonly draft: ConditionDraft;
  readonly number: number;
  /** Its requirement, once the library told it; `undefined` where it is not in it. */
  readonly requirement: Requirement | undefined;
  readonly library: readonly Pick<LibraryEntry, "key" | "title">[];
  readonly members: readonly FollowUpMember[];
  readonly faults: readonly FormFault[];
  readonly onRequirement: (key: string) => void;
  readonly onChange: (draft: ConditionDraft) => void;
  readonly onRemove: () => void;
}

function NumberField({
  id,
  label,
  value,
  faults,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly FormFault[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <TextField
      id={id}
      size="small"
      inputMode="numeric"
      label={`${label} ${t("form.optional")}`}
      value={value}
      error={faultOf(faults, id)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ClauseFields({
  draft,
  requirement,
  library,
  faults,
  onRequirement,
  onChange,
}: Omit<ConditionFieldsProps, "number" | "members" | "onRemove">): ReactNode {
  // A requirement that is not in the library may ask anything; of one that is, only what it has is shown.
  const has = (key: string, filled: boolean): boolean =>
    filled ||
    requirement === undefined ||
    requirement.parameters.some((parameter) => parameter.key === key);
  const known = library.some(({ key }) => key === draft.requirement);
  return (
    <>
      <div className="form-grid">
        <TextField
          id={`clause-${draft.key}`}
          size="small"
          label={t("conditions.clause")}
          value={draft.clause}
          error={faultOf(faults, `clause-${draft.key}`)}
          onChange={(event) => onChange({ ...draft, clause: event.target.value })}
        />
        <Select
          size="small"
          label={t("instance.requirement")}
          value={draft.requirement}
          onChange={(event) => onRequirement(event.target.value)}
        >
          {!known && <option value={draft.requirement}>{draft.requirement}</option>}
          {library.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        {has("due_days", draft.dueDays !== "") && (
          <NumberField
            id={`due-${draft.key}`}
            label={t("conditions.dueDays")}
            value={draft.dueDays}
            faults={faults}
            onChange={(dueDays) => onChange({ ...draft, dueDays })}
          />
        )}
        {has("due_from", draft.dueFrom !== "") && (
          <Select
            size="small"
            label={t("conditions.dueFrom")}
            value={draft.dueFrom}
            onChange={(event) =>
              onChange({
                ...draft,
                dueFrom: countedFrom.find((from) => from === event.target.value) ?? "",
              })
            }
          >
            <option value="">{t("conditions.dueFromNone")}</option>
            {countedFrom.map((from) => (
              <option key={from} value={from}>
                {t(`dueFrom.${from}`)}
              </option>
            ))}
          </Select>
        )}
        {(draft.requirement === "disclose_sites" ||
          has(rhythmParameter(draft.requirement), draft.refresh !== "")) && (
          <NumberField
            id={`refresh-${draft.key}`}
            label={t("conditions.refresh")}
            value={draft.refresh}
            faults={faults}
            onChange={(refresh) => onChange({ ...draft, refresh })}
          />
        )}
      </div>
      <Textarea
        id={`summary-${draft.key}`}
        size="small"
        minRows={2}
        label={t("conditions.summary")}
        value={draft.summary}
        error={faultOf(faults, `summary-${draft.key}`)}
        onChange={(event) => onChange({ ...draft, summary: event.target.value })}
      />
      <Checkbox
        size="small"
        checked={draft.gates}
        onChange={(event) => onChange({ ...draft, gates: event.target.checked })}
      >
        {t("conditions.gates")}
      </Checkbox>
      {has("tiers", draft.tiers.length > 0) && (
        <CheckboxGroup
          size="small"
          legend={t("conditions.tiers")}
          value={[...draft.tiers]}
          onChange={(chosen: string[]) => onChange({ ...draft, tiers: chosen })}
        >
          <div className="check-grid">
            {tiers.map((tier) => (
              <Checkbox key={tier} value={tier}>
                {t(`tier.${tier}`)}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      {has("components", draft.components !== "") && (
        <Textarea
          size="small"
          minRows={2}
          label={`${t("conditions.components")} ${t("form.optional")}`}
          value={draft.components}
          onChange={(event) => onChange({ ...draft, components: event.target.value })}
        />
      )}
    </>
  );
}

/** One condition: its clause, what it asks by the parameters of its requirement, and how it is looked after. */
export function ConditionFields(props: ConditionFieldsProps): ReactNode {
  const { draft, number, requirement, members, faults, onChange, onRemove } = props;
  const rest = requirement === undefined ? [] : restOf(draft.requirement, requirement.parameters);
  const at = (prefix: string): boolean =>
    faults.some(({ field }) => field.startsWith(`${prefix}-${draft.key}-`));
  return (
    <fieldset className="plain card">
      <legend className="small">{t("conditions.one", { n: number })}</legend>
      <div className="stack">
        <ClauseFields {...props} />
        {rest.length > 0 && (
          <details open={at("value") || undefined}>
            <summary>{t("conditions.more", { n: rest.length })}</summary>
            <ParameterFields
              id={`value-${draft.key}`}
              parameters={rest}
              draft={draft.parameters ?? startParameters(rest, draft.values)}
              faults={faults}
              onChange={(parameters) => onChange({ ...draft, parameters })}
            />
          </details>
        )}
        <details open={at("follow") || undefined}>
          <summary>{t("conditions.followUp")}</summary>
          <FollowUpFields
            id={`follow-${draft.key}`}
            draft={draft.followUp}
            faults={faults}
            kpis={requirement?.kpis ?? []}
            evidenceTypes={requirement?.evidenceTypes ?? []}
            members={members}
            onChange={(followUp) => onChange({ ...draft, followUp })}
          />
        </details>
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

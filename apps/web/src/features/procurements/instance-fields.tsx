import { Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { requirementRoles, type Requirement } from "@throughline/domain";
import type { ReactNode } from "react";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { t } from "../../texts/t.ts";
import type { InstanceDraft } from "./instance-draft.ts";
import type { Procurement } from "./queries.ts";

interface PartProps {
  readonly draft: InstanceDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (change: Partial<InstanceDraft>) => void;
}

/** Role, requirement, number, title and wording. */
export function WordingFields({
  draft,
  faults,
  library,
  onRequirement,
  onChange,
}: PartProps & {
  readonly library: readonly { readonly key: string; readonly title: string }[];
  readonly onRequirement: (key: string) => void;
}): ReactNode {
  return (
    <>
      <div className="form-grid">
        <Select
          size="small"
          label={t("instance.role")}
          value={draft.role}
          onChange={(event) =>
            onChange({
              role: requirementRoles.find((role) => role === event.target.value) ?? "clause",
            })
          }
        >
          {requirementRoles.map((role) => (
            <option key={role} value={role}>
              {t(`instance.role.${role}`)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={t("instance.requirement")}
          value={draft.requirement}
          onChange={(event) => onRequirement(event.target.value)}
        >
          <option value="">{t("instance.somethingElse")}</option>
          {library.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
        <TextField
          size="small"
          label={`${t("instance.place")} ${t("form.optional")}`}
          description={t("instance.placeHelp")}
          maxLength={60}
          value={draft.place}
          onChange={(event) => onChange({ place: event.target.value })}
        />
        {draft.role === "award" && (
          <TextField
            id="instance-weight"
            size="small"
            inputMode="decimal"
            label={`${t("instance.weight")} ${t("form.optional")}`}
            description={t("instance.weightHelp")}
            value={draft.weight}
            error={faultOf(faults, "instance-weight")}
            onChange={(event) => onChange({ weight: event.target.value })}
          />
        )}
      </div>
      <TextField
        id="instance-title"
        size="small"
        label={t("instance.title")}
        value={draft.title}
        error={faultOf(faults, "instance-title")}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <Textarea
        size="small"
        minRows={3}
        label={`${t("instance.wording")} ${t("form.optional")}`}
        description={t("instance.wordingHelp")}
        value={draft.wording}
        onChange={(event) => onChange({ wording: event.target.value })}
      />
    </>
  );
}

/** What the requirement's parameters are filled with. */
export function ValueFields({
  draft,
  faults,
  requirement,
  onChange,
}: PartProps & { readonly requirement: Requirement }): ReactNode {
  return (
    <fieldset className="plain stack">
      <legend>{t("instance.values")}</legend>
      <ParameterFields
        id="instance-value"
        parameters={requirement.parameters}
        draft={draft.parameters}
        faults={faults}
        onChange={(parameters) => onChange({ parameters })}
      />
    </fieldset>
  );
}

/** Lots, link to what is bought, labels, announcement: what procurement law asks of it. */
export function LawfulFields({
  draft,
  lots,
  onChange,
}: PartProps & { readonly lots: Procurement["facts"]["lots"] }): ReactNode {
  return (
    <fieldset className="plain stack">
      <legend>{t("instance.lawful")}</legend>
      {lots.length > 0 && (
        <CheckboxGroup
          size="small"
          legend={t("instance.lots")}
          description={t("instance.lotsHelp")}
          value={[...draft.lots]}
          onChange={(chosen: string[]) => onChange({ lots: chosen })}
        >
          {lots.map(({ id, title }) => (
            <Checkbox key={id} value={id}>
              {t("instance.lot", { id, title })}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <Checkbox
        size="small"
        checked={draft.announced}
        onChange={(event) => onChange({ announced: event.target.checked })}
      >
        {t("instance.announced")}
      </Checkbox>
      <Textarea
        size="small"
        minRows={2}
        label={`${t("instance.link")} ${t("form.optional")}`}
        description={t("instance.linkHelp")}
        value={draft.link}
        onChange={(event) => onChange({ link: event.target.value })}
      />
      <div className="form-grid">
        <Textarea
          size="small"
          minRows={2}
          label={`${t("instance.labels")} ${t("form.optional")}`}
          value={draft.labels}
          onChange={(event) => onChange({ labels: event.target.value })}
        />
        <Select
          size="small"
          label={t("instance.equivalents")}
          value={draft.equivalents}
          onChange={(event) =>
            onChange({
              equivalents: (["yes", "no"] as const).find((one) => one === event.target.value) ?? "",
            })
          }
        >
          <option value="">{t("instance.notSaid")}</option>
          <option value="yes">{t("parameter.yes")}</option>
          <option value="no">{t("parameter.no")}</option>
        </Select>
      </div>
    </fieldset>
  );
}

import { Button, Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { requirementRoles } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { libraryQuery, libraryRequirementQuery, versionOf } from "../../api/requirement-library.ts";
import { readFollowUp, startFollowUp } from "../../components/follow-up-draft.ts";
import { FollowUpFields } from "../../components/follow-up-fields.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import {
  readParameters,
  startParameters,
  type ParameterDraft,
} from "../../components/parameter-draft.ts";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { membersQuery, type Row, type RowInput } from "./queries.ts";
import { readRow, startRow, type RowDraft } from "./row-draft.ts";
import { DateFields, WhenFields } from "./row-fields.tsx";

export interface RowFormProps {
  /** Row that is changed; `null` for a new one. */
  readonly row: Row | null;
  /** Day the form begins with. */
  readonly from: string;
  /** Whether saving ends the row and begins another. */
  readonly changes: boolean;
  readonly currency: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (input: RowInput) => void;
  readonly onReload: () => void;
}

/** Types a row of the policy: when something is bought, what is asked, from when and why. */
export function RowForm(props: RowFormProps): ReactNode {
  const { row, currency } = props;
  const [draft, setDraft] = useState(() => startRow(row, props.from));
  const [values, setValues] = useState<ParameterDraft | null>(null);
  const [followUp, setFollowUp] = useState(() => startFollowUp(row?.ask.followUp ?? null));
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const library = useQuery(libraryQuery);
  const members = useQuery(membersQuery);
  const found = useQuery({
    ...libraryRequirementQuery(draft.requirement),
    enabled: draft.requirement !== "",
  });
  const set = (change: Partial<RowDraft>): void => setDraft({ ...draft, ...change });
  const requirement =
    found.data === undefined
      ? null
      : versionOf(found.data, draft.version === "" ? null : Number(draft.version));
  const parameters = requirement?.parameters ?? [];
  const atFirst = draft.requirement === row?.ask.requirement ? row.ask.values : {};
  // The values of our house are the ones to begin with; those of the row that is changed come before.
  const shown =
    values ??
    startParameters(
      parameters,
      row !== null && draft.requirement === row.ask.requirement
        ? atFirst
        : (found.data?.adoption?.values ?? {}),
    );
  const roles = requirement?.roles ?? requirementRoles;
  const role = roles.find((one) => one === draft.role) ?? roles[0] ?? "clause";
  function save(event: FormEvent): void {
    event.preventDefault();
    const read = readRow({ ...draft, role }, currency);
    const told = readParameters(parameters, shown, "row-values", atFirst);
    const kept = readFollowUp(followUp, "row-follow-up");
    const all = [...read.faults, ...told.faults, ...kept.faults];
    setFaults(all);
    if (all.length === 0 && requirement !== null)
      props.onSave({
        ...read.row,
        ask: { ...read.row.ask, values: told.values, followUp: kept.followUp },
      });
  }
  return (
    <form className="stack" onSubmit={save} noValidate>
      <FormFaults faults={faults} />
      {props.error !== null && faults.length === 0 && (
        <ProblemNotice error={props.error} onReload={props.onReload} />
      )}
      <div style={{ maxWidth: "40rem" }}>
        <TextField
          id="row-title"
          size="small"
          label={t("policyForm.title")}
          description={t("policyForm.titleHelp")}
          value={draft.title}
          error={faultOf(faults, "row-title")}
          onChange={(event) => set({ title: event.target.value })}
        />
      </div>
      <WhenFields draft={draft} faults={faults} currency={currency} onChange={set} />
      <fieldset className="plain card stack">
        <legend>{t("policyForm.ask")}</legend>
        <div className="form-grid">
          <Select
            id="row-requirement"
            size="small"
            label={t("policyForm.requirement")}
            value={draft.requirement}
            error={faultOf(faults, "row-requirement")}
            onChange={(event) => {
              set({ requirement: event.target.value, version: "" });
              setValues(null);
            }}
          >
            <option value="">{t("policyForm.requirementChoose")}</option>
            {library.data?.items.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
          <Select
            size="small"
            label={t("policyForm.version")}
            value={draft.version}
            onChange={(event) => set({ version: event.target.value })}
          >
            <option value="">{t("policyForm.versionHeld")}</option>
            {found.data?.versions.map(({ version, publishedOn }) => (
              <option key={version} value={version}>
                {t("requirement.version", { version, date: formatDate(publishedOn) })}
              </option>
            ))}
          </Select>
          <Select
            size="small"
            label={t("policyForm.role")}
            value={role}
            onChange={(event) => set({ role: event.target.value })}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`requirementRole.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        {draft.requirement !== "" && (
          <Loaded query={found} lines={3}>
            {() => (
              <>
                <div>
                  <h3>{t("policyForm.values")}</h3>
                  <p className="quiet small">{t("policyForm.valuesHelp")}</p>
                </div>
                <ParameterFields
                  id="row-values"
                  parameters={parameters}
                  draft={shown}
                  faults={faults}
                  onChange={setValues}
                />
              </>
            )}
          </Loaded>
        )}
      </fieldset>
      {requirement !== null && (
        <div className="card">
          <FollowUpFields
            id="row-follow-up"
            draft={followUp}
            faults={faults}
            kpis={requirement.kpis}
            evidenceTypes={requirement.evidenceTypes}
            members={members.data?.items ?? []}
            onChange={setFollowUp}
          />
        </div>
      )}
      <DateFields draft={draft} faults={faults} changes={props.changes} onChange={set} />
      <div>
        <Button type="submit" loading={props.busy}>
          {t(row === null ? "policyForm.add" : "policyForm.change")}
        </Button>
      </div>
    </form>
  );
}

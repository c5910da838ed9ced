import { Checkbox, CheckboxGroup, Search, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { counterpartRoles, seriesBases } from "@throughline/domain";
import { useDeferredValue, useState, type ReactNode } from "react";
import { IssueField } from "../../components/dialogue/issue-field.tsx";
import { TimeZoneField } from "../../components/dialogue/time-zone-field.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";
import { contractsToTalkOfQuery, programmeListQuery } from "./queries.ts";
import type { SeriesDraft } from "./series-draft.ts";

interface PartProps {
  readonly draft: SeriesDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (draft: SeriesDraft) => void;
}

/** Contracts it is about: those chosen, and any other that is searched for. */
function ChooseContracts({ draft, onChange }: PartProps): ReactNode {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useQuery({ ...contractsToTalkOfQuery(search), enabled: search !== "" });
  const ids = draft.contracts.map(({ id }) => id);
  function choose(
    next: readonly string[],
    listed: readonly { readonly id: string; readonly title: string }[],
  ): void {
    const kept = draft.contracts.filter(
      ({ id }) => next.includes(id) || !listed.some((one) => one.id === id),
    );
    const fresh = listed.filter(({ id }) => next.includes(id) && !ids.includes(id));
    onChange({ ...draft, contracts: [...kept, ...fresh] });
  }
  return (
    <div className="stack">
      {draft.contracts.length > 0 && (
        <CheckboxGroup
          size="small"
          legend={t("dialogues.contractsChosen")}
          value={ids}
          onChange={(next: string[]) => choose(next, draft.contracts)}
        >
          {draft.contracts.map(({ id, title }) => (
            <Checkbox key={id} value={id}>
              {title}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <div style={{ maxWidth: "28rem" }}>
        <Search
          label={t("dialogues.contractsSearch")}
          hideLabel={false}
          size="small"
          variant="simple"
          value={text}
          onChange={setText}
        />
      </div>
      {search !== "" && (
        <Loaded query={found} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{t("dialogues.contractsNone")}</p>
            ) : (
              <CheckboxGroup
                size="small"
                legend={t("dialogues.contractsFound")}
                value={ids.filter((id) => items.some((item) => item.id === id))}
                onChange={(next: string[]) => choose(next, items)}
              >
                {items.map((item) => (
                  <Checkbox key={item.id} value={item.id}>
                    {item.title} <span className="quiet">{item.reference}</span>
                  </Checkbox>
                ))}
              </CheckboxGroup>
            )
          }
        </Loaded>
      )}
    </div>
  );
}

function RestsOn({ draft, faults, onChange }: PartProps): ReactNode {
  const programmes = useQuery(programmeListQuery());
  return (
    <fieldset className="plain card stack">
      <legend>{t("dialogues.restsOn")}</legend>
      <div className="form-grid">
        <Select
          size="small"
          label={t("dialogues.basis")}
          value={draft.basis}
          onChange={(event) =>
            onChange({
              ...draft,
              basis: seriesBases.find((one) => one === event.target.value) ?? "contract",
            })
          }
        >
          {seriesBases.map((basis) => (
            <option key={basis} value={basis}>
              {t(`seriesBasis.${basis}`)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={`${t("dialogues.programme")} ${t("form.optional")}`}
          value={draft.programmeId}
          onChange={(event) => onChange({ ...draft, programmeId: event.target.value })}
        >
          <option value="">{t("form.none")}</option>
          {programmes.data?.items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <Textarea
        size="small"
        minRows={2}
        maxLength={2000}
        label={`${t("dialogues.basisTold")} ${t("form.optional")}`}
        description={t("dialogues.basisToldHelp")}
        value={draft.basisTold}
        onChange={(event) => onChange({ ...draft, basisTold: event.target.value })}
      />
      <ChooseContracts draft={draft} faults={faults} onChange={onChange} />
      <p className="small quiet">{t("dialogues.contractsOurs")}</p>
      <TextField
        id="series-cpv"
        size="small"
        label={`${t("dialogues.cpv")} ${t("form.optional")}`}
        description={t("dialogues.cpvHelp")}
        value={draft.cpv}
        error={faultOf(faults, "series-cpv")}
        onChange={(event) => onChange({ ...draft, cpv: event.target.value })}
      />
    </fieldset>
  );
}

function Rhythm({ draft, faults, onChange }: PartProps): ReactNode {
  return (
    <fieldset className="plain card stack">
      <legend>{t("dialogues.rhythm")}</legend>
      <div className="form-grid at-end">
        <TextField
          id="series-cadence"
          size="small"
          inputMode="numeric"
          label={`${t("dialogues.cadence")} ${t("form.optional")}`}
          description={t("dialogues.cadenceHelp")}
          value={draft.cadenceMonths}
          error={faultOf(faults, "series-cadence")}
          onChange={(event) => onChange({ ...draft, cadenceMonths: event.target.value })}
        />
        <TextField
          id="series-lead"
          size="small"
          inputMode="numeric"
          label={t("dialogues.lead")}
          description={t("dialogues.leadHelp")}
          value={draft.leadDays}
          error={faultOf(faults, "series-lead")}
          onChange={(event) => onChange({ ...draft, leadDays: event.target.value })}
        />
        <TimeZoneField
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
        />
        <Select
          size="small"
          label={t("dialogues.language")}
          value={draft.language}
          onChange={(event) => onChange({ ...draft, language: event.target.value })}
        >
          {languageNames().map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <Textarea
        size="small"
        minRows={2}
        maxLength={2000}
        label={`${t("dialogues.protection")} ${t("form.optional")}`}
        description={t("dialogues.protectionHelp")}
        value={draft.protection}
        onChange={(event) => onChange({ ...draft, protection: event.target.value })}
      />
    </fieldset>
  );
}

/** What a series is called, which one or two issues it is about, what it rests on and how often one meets. */
export function SeriesFieldsets(props: PartProps): ReactNode {
  const { draft, faults, onChange } = props;
  return (
    <>
      <fieldset className="plain card stack">
        <legend>{t("dialogues.focus")}</legend>
        <div className="form-grid">
          <TextField
            id="series-title"
            size="small"
            label={t("dialogues.titleLabel")}
            maxLength={200}
            value={draft.title}
            error={faultOf(faults, "series-title")}
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
          <Select
            size="small"
            label={t("dialogues.role")}
            value={draft.counterpartRole}
            onChange={(event) =>
              onChange({
                ...draft,
                counterpartRole:
                  counterpartRoles.find((one) => one === event.target.value) ?? "supplier",
              })
            }
          >
            {counterpartRoles.map((role) => (
              <option key={role} value={role}>
                {t(`counterpartRole.${role}`)}
              </option>
            ))}
          </Select>
        </div>
        <p className="measure">{t("dialogues.issuesWhy")}</p>
        <div className="form-grid">
          <IssueField
            id="series-issue-1"
            label={t("dialogues.issue1")}
            value={draft.issues[0]}
            error={faultOf(faults, "series-issue-1")}
            onChange={(issue) => onChange({ ...draft, issues: [issue, draft.issues[1]] })}
          />
          <IssueField
            id="series-issue-2"
            label={`${t("dialogues.issue2")} ${t("form.optional")}`}
            value={draft.issues[1]}
            onChange={(issue) => onChange({ ...draft, issues: [draft.issues[0], issue] })}
          />
        </div>
      </fieldset>
      <RestsOn {...props} />
      <Rhythm {...props} />
    </>
  );
}

import { Button, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t, type TextKey } from "../../texts/t.ts";
import {
  readDraft,
  type ContractDetail,
  type ContractDraft,
  type DraftRead,
  type OwnOrganisation,
} from "./contract-draft.ts";
import { frameworksQuery, membersQuery } from "./queries.ts";

type ReadInput = Extract<DraftRead, { ok: true }>["input"];

export interface ContractFormProps {
  readonly start: ContractDraft;
  readonly own?: OwnOrganisation;
  /** The contract that is edited; its kind then stays what it is. */
  readonly existing: ContractDetail | null;
  readonly save: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (input: ReadInput) => void;
  readonly onReload?: () => void;
}

const kinds = ["stand_alone", "framework", "call_off"] as const;

/** Types a contract in, or changes one. Everything but title and reference may be unknown. */
export function ContractForm({
  start,
  own,
  existing,
  save,
  busy,
  error,
  onSave,
  onReload,
}: ContractFormProps): ReactNode {
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const members = useQuery(membersQuery);
  const frameworks = useQuery({ ...frameworksQuery, enabled: draft.kind === "call_off" });

  function field(
    name: keyof ContractDraft,
    label: TextKey,
    more: {
      readonly optional?: boolean;
      readonly help?: TextKey;
      readonly type?: "date";
      readonly mode?: "decimal";
    } = {},
  ): ReactNode {
    const id = `contract-${name}`;
    if (more.type === "date") {
      return (
        <DateField
          id={id}
          label={`${t(label)} ${t("form.optional")}`}
          value={draft[name]}
          error={faultOf(faults, id)}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      );
    }
    return (
      <TextField
        id={id}
        label={more.optional === false ? t(label) : `${t(label)} ${t("form.optional")}`}
        description={more.help === undefined ? undefined : t(more.help)}
        size="small"
        inputMode={more.mode}
        value={draft[name]}
        error={faultOf(faults, id)}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    );
  }
  function area(name: keyof ContractDraft, label: TextKey, help: TextKey): ReactNode {
    return (
      <Textarea
        id={`contract-${name}`}
        size="small"
        label={`${t(label)} ${t("form.optional")}`}
        description={t(help)}
        minRows={2}
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    );
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const names = new Map(
      (members.data?.items ?? []).map((member) => [member.personId, member.name]),
    );
    const read = readDraft(draft, existing, names, own ?? null);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) onSave(read.input);
  }

  return (
    <form className="stack-large" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {error !== null && faults.length === 0 && (
        <ProblemNotice error={error} {...(onReload === undefined ? {} : { onReload })} />
      )}
      <fieldset className="plain card">
        <legend className="aksel-sr-only">{t("field.group.what")}</legend>
        <div className="form-grid">
          <div className="wide">{field("title", "field.title", { optional: false })}</div>
          {field("reference", "field.reference", { optional: false, help: "field.referenceHelp" })}
          {existing === null && (
            <Select
              id="contract-kind"
              label={t("field.kind")}
              size="small"
              value={draft.kind}
              onChange={(event) =>
                setDraft({
                  ...draft,
                  kind: kinds.find((kind) => kind === event.target.value) ?? "stand_alone",
                })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`field.kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
          {draft.kind === "call_off" && (
            <>
              <Select
                id="contract-frameworkId"
                label={t("field.framework")}
                size="small"
                value={draft.frameworkId}
                error={faultOf(faults, "contract-frameworkId")}
                onChange={(event) => setDraft({ ...draft, frameworkId: event.target.value })}
              >
                <option value="">–</option>
                {existing?.framework != null &&
                  !frameworks.data?.items.some((item) => item.id === existing.framework?.id) && (
                    <option value={existing.framework.id}>{existing.framework.title}</option>
                  )}
                {frameworks.data?.items.map((item) => (
                  <option key={item.id} value={item.id}>
                    {item.title} ({item.reference})
                  </option>
                ))}
              </Select>
              {field("lotNumber", "field.lot")}
            </>
          )}
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("field.group.who")}</legend>
        <div className="form-grid">
          {field("buyer", "field.buyer")}
          {field("authority", "field.authority")}
          {field("supplier", "field.supplier")}
          {area("brands", "field.brands", "field.brandsHelp")}
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("field.group.bought")}</legend>
        <div className="form-grid">
          {field("cpv", "field.cpv", { help: "field.cpvHelp" })}
          {field("countries", "field.countries", { help: "field.countriesHelp" })}
          {field("amount", "field.amount", { mode: "decimal" })}
          {field("currency", "field.currency")}
          {area("components", "field.components", "field.componentsHelp")}
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("field.group.dates")}</legend>
        <div className="form-grid">
          {field("awardedOn", "field.awardedOn", { type: "date" })}
          {field("signedOn", "field.signedOn", { type: "date" })}
          {field("startsOn", "field.startsOn", { type: "date" })}
          {field("endsOn", "field.endsOn", { type: "date" })}
          {field("extensionDecisionOn", "field.extensionDecisionOn", { type: "date" })}
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("field.group.follow")}</legend>
        <div className="form-grid">
          <Select
            id="contract-followUp"
            label={t("field.followUp")}
            size="small"
            value={draft.followUp}
            onChange={(event) => setDraft({ ...draft, followUp: event.target.value })}
          >
            <option value="">
              {existing?.followUp?.personId === null && existing.followUp.name !== null
                ? existing.followUp.name
                : t("field.followUpNobody")}
            </option>
            {members.data?.items.map((member) => (
              <option key={member.personId} value={member.personId}>
                {member.name}
              </option>
            ))}
          </Select>
          {field("hours", "field.hours", { mode: "decimal" })}
        </div>
      </fieldset>
      <div className="row">
        <Button type="submit" loading={busy}>
          {save}
        </Button>
      </div>
    </form>
  );
}

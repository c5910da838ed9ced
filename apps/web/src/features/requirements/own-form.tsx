import { Button, Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { requirementRoles, VerificationLevel } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { readParameters, startParameters } from "../../components/parameter-draft.ts";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { emptyParameter, readOwn, type OwnDraft } from "./own-draft.ts";
import { OwnParameter } from "./own-parameter.tsx";
import type { Detail } from "./queries.ts";

function startOwn(detail: Detail | null): OwnDraft {
  const before = detail?.requirement;
  const english = before?.wordings.find(({ language }) => language === "en");
  return {
    title: before?.title ?? "",
    purpose: before?.purpose ?? "",
    text: english?.text ?? "",
    checked: english?.status === "checked",
    roles: before?.roles ?? ["clause"],
    minimumVerification: before?.minimumVerification ?? "self_declared",
    needsBrand: before?.needsBrand ?? false,
    kept: before?.parameters ?? [],
    added: [],
  };
}

/** Writes a requirement of our own, or a new version of one. */
export function OwnForm({ detail }: { readonly detail: Detail | null }): ReactNode {
  const [draft, setDraft] = useState(() => startOwn(detail));
  const [values, setValues] = useState(() =>
    startParameters(detail?.requirement.parameters ?? [], detail?.adoption?.values ?? {}),
  );
  const [reason, setReason] = useState("");
  const [different, setDifferent] = useState({ note: "", lookAgain: true });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const go = useGo();
  const add = useChange((input: Parameters<typeof api.requirements.addOwn>[0]) =>
    api.requirements.addOwn(input),
  );
  const revise = useChange((input: Parameters<typeof api.requirements.reviseOwn>[0]) =>
    api.requirements.reviseOwn(input),
  );
  const set = (change: Partial<OwnDraft>): void => setDraft({ ...draft, ...change });
  const error = add.error ?? revise.error;
  function save(event: FormEvent): void {
    event.preventDefault();
    const read = readOwn(draft, detail?.requirement ?? null);
    const told = readParameters(draft.kept, values, "own-values");
    const found = [
      ...read.faults,
      ...told.faults,
      ...(reason.trim() === "" ? [{ field: "own-reason", message: t("own.fault.reason") }] : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const done = { onSuccess: () => go(`/requirements/${read.content.key}`) };
    const input = { content: read.content, values: told.values, reason: reason.trim() };
    if (detail === null) add.mutate(input, done);
    else
      revise.mutate(
        {
          ...input,
          key: detail.key,
          version: detail.adoption?.version ?? 0,
          changes:
            different.note.trim() === ""
              ? []
              : [{ parameter: null, note: different.note.trim(), lookAgain: different.lookAgain }],
        },
        done,
      );
  }
  return (
    <form className="stack measure" onSubmit={save} noValidate>
      <FormFaults faults={faults} />
      {error !== null && faults.length === 0 && <ProblemNotice error={error} />}
      <TextField
        id="own-title"
        size="small"
        label={t("own.name")}
        value={draft.title}
        error={faultOf(faults, "own-title")}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Textarea
        size="small"
        minRows={2}
        label={`${t("own.purpose")} ${t("form.optional")}`}
        value={draft.purpose}
        onChange={(event) => set({ purpose: event.target.value })}
      />
      <Textarea
        id="own-text"
        size="small"
        minRows={3}
        label={t("own.text")}
        value={draft.text}
        error={faultOf(faults, "own-text")}
        onChange={(event) => set({ text: event.target.value })}
      />
      <Checkbox
        size="small"
        checked={draft.checked}
        onChange={(event) => set({ checked: event.target.checked })}
      >
        {t("own.checked")}
      </Checkbox>
      <CheckboxGroup
        id="own-roles"
        tabIndex={-1}
        size="small"
        legend={t("requirements.role")}
        value={[...draft.roles]}
        error={faultOf(faults, "own-roles")}
        onChange={(roles: OwnDraft["roles"]) =>
          set({ roles: requirementRoles.filter((role) => roles.includes(role)) })
        }
      >
        {requirementRoles.map((role) => (
          <Checkbox key={role} value={role}>
            {t(`requirementRole.${role}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Select
        size="small"
        label={t("requirement.verification")}
        value={draft.minimumVerification}
        onChange={(event) =>
          set({
            minimumVerification: VerificationLevel.catch("self_declared").parse(event.target.value),
          })
        }
      >
        {VerificationLevel.options.map((level) => (
          <option key={level} value={level}>
            {t(`verification.${level}`)}
          </option>
        ))}
      </Select>
      <Checkbox
        size="small"
        checked={draft.needsBrand}
        onChange={(event) => set({ needsBrand: event.target.checked })}
      >
        {t("requirements.needsBrand")}
      </Checkbox>
      <section className="stack" aria-labelledby="own-parameters">
        <h2 id="own-parameters" className="section-title">
          {t("own.parameters")}
        </h2>
        <p className="quiet small">{t("own.parametersWhat")}</p>
        {draft.kept.length > 0 && (
          <>
            <ParameterFields
              id="own-values"
              parameters={draft.kept}
              draft={values}
              faults={faults}
              onChange={setValues}
            />
            <div className="row">
              {draft.kept.map((parameter) => (
                <Button
                  key={parameter.key}
                  type="button"
                  size="xsmall"
                  variant="tertiary"
                  onClick={() => set({ kept: draft.kept.filter((one) => one !== parameter) })}
                >
                  {t("own.takeOutOf", { label: parameter.label })}
                </Button>
              ))}
            </div>
          </>
        )}
        {draft.added.length > 0 && (
          <ul className="parameter-cards">
            {draft.added.map((one, at) => (
              <OwnParameter
                // Parameters have no other name than their place while they are typed.
                key={at}
                at={at}
                one={one}
                faults={faults}
                onChange={(next) =>
                  set({ added: draft.added.map((other, place) => (place === at ? next : other)) })
                }
                onRemove={() => set({ added: draft.added.filter((_, place) => place !== at) })}
              />
            ))}
          </ul>
        )}
        <div>
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => set({ added: [...draft.added, emptyParameter] })}
          >
            {t("own.addParameter")}
          </Button>
        </div>
      </section>
      {detail !== null && (
        <>
          <Textarea
            size="small"
            minRows={2}
            label={`${t("own.different")} ${t("form.optional")}`}
            value={different.note}
            onChange={(event) => setDifferent({ ...different, note: event.target.value })}
          />
          <Checkbox
            size="small"
            checked={different.lookAgain}
            onChange={(event) => setDifferent({ ...different, lookAgain: event.target.checked })}
          >
            {t("own.lookAgain")}
          </Checkbox>
        </>
      )}
      <Textarea
        id="own-reason"
        size="small"
        minRows={2}
        label={t("hold.reason")}
        description={t("hold.reasonHelp")}
        value={reason}
        error={faultOf(faults, "own-reason")}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" loading={add.isPending || revise.isPending}>
          {t(detail === null ? "own.add" : "own.revise")}
        </Button>
      </div>
    </form>
  );
}

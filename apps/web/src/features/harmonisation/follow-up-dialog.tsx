import { Select, Textarea, TextField } from "@navikt/ds-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { libraryQuery, libraryRequirementQuery } from "../../api/requirement-library.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { readParameters, type ParameterDraft } from "../../components/parameter-draft.ts";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import { formatDate, todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { sayAsked } from "./say-asked.ts";

/** Ways to find out how a requirement is kept, as the rule of mutual recognition knows them. */
const methods = [
  "self_assessment",
  "document_review",
  "dialogue",
  "site_visit",
  "social_audit",
  "worker_driven_monitoring",
] as const;

/** A method in words; one that is not known here as it stands. */
export function sayMethod(method: string): string {
  const known = methods.find((one) => one === method);
  return known === undefined ? method : t(`recognition.method.${known}`);
}

/** Lets the group count what we looked into; shows first exactly what the others will see. */
export function FollowUpDialog({
  groupId,
  onClose,
}: {
  readonly groupId: string;
  readonly onClose: () => void;
}): ReactNode {
  const library = useQuery(libraryQuery);
  const [requirement, setRequirement] = useState("disclose_sites");
  const detail = useQuery(libraryRequirementQuery(requirement));
  const parameters = detail.data?.requirement.parameters ?? [];
  const [values, setValues] = useState<ParameterDraft>({});
  const [about, setAbout] = useState({ supplier: "", method: "", on: "", result: "" });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const read = readParameters(parameters, values, "asked");
  const input = {
    groupId,
    requirement,
    supplier: about.supplier.trim(),
    values: read.values,
    method: about.method,
    followedUpOn: about.on,
    result: about.result.trim(),
  };
  const look = useMutation({
    mutationFn: () => api.harmonisation.shareFollowUp({ ...input, dryRun: true }),
  });
  const give = useChange(() => api.harmonisation.shareFollowUp({ ...input, dryRun: false }));
  const seen = look.data?.seenByOthers;

  function change(part: Partial<typeof about>): void {
    look.reset();
    setAbout({ ...about, ...part });
  }
  function save(): void {
    if (seen !== undefined) {
      give.mutate(undefined, { onSuccess: onClose });
      return;
    }
    const found: FormFault[] = [...read.faults];
    if (input.supplier === "")
      found.push({ field: "follow-up-supplier", message: t("recognition.supplierFault") });
    if (about.method === "")
      found.push({ field: "follow-up-method", message: t("recognition.methodFault") });
    if (about.on === "" || about.on > todayHere())
      found.push({ field: "follow-up-on", message: t("duties.onFault") });
    if (input.result === "")
      found.push({ field: "follow-up-result", message: t("recognition.resultFault") });
    setFaults(found);
    if (found.length === 0) look.mutate();
  }
  return (
    <FormDialog
      title={t("recognition.share")}
      save={t(seen === undefined ? "share.look" : "share.give")}
      busy={look.isPending || give.isPending}
      error={look.error ?? give.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
    >
      <Select
        size="small"
        label={t("harmonisation.col.requirement")}
        value={requirement}
        onChange={(event) => {
          look.reset();
          setValues({});
          setRequirement(event.target.value);
        }}
      >
        {library.data?.items.map((one) => (
          <option key={one.key} value={one.key}>
            {one.title}
          </option>
        ))}
      </Select>
      <TextField
        id="follow-up-supplier"
        size="small"
        maxLength={300}
        label={t("recognition.col.supplier")}
        value={about.supplier}
        error={faultOf(faults, "follow-up-supplier")}
        onChange={(event) => change({ supplier: event.target.value })}
      />
      <h2 className="section-title">{t("recognition.asked")}</h2>
      <ParameterFields
        id="asked"
        parameters={parameters}
        draft={values}
        faults={faults}
        onChange={(draft) => {
          look.reset();
          setValues(draft);
        }}
      />
      <Select
        id="follow-up-method"
        size="small"
        label={t("recognition.col.method")}
        value={about.method}
        error={faultOf(faults, "follow-up-method")}
        onChange={(event) => change({ method: event.target.value })}
      >
        <option value="">{t("recognition.choose")}</option>
        {methods.map((method) => (
          <option key={method} value={method}>
            {t(`recognition.method.${method}`)}
          </option>
        ))}
      </Select>
      <DateField
        id="follow-up-on"
        label={t("recognition.col.on")}
        max={todayHere()}
        value={about.on}
        error={faultOf(faults, "follow-up-on")}
        onChange={(on) => change({ on })}
      />
      <Textarea
        id="follow-up-result"
        size="small"
        minRows={2}
        maxLength={1000}
        label={t("recognition.col.result")}
        description={t("recognition.resultHelp")}
        value={about.result}
        error={faultOf(faults, "follow-up-result")}
        onChange={(event) => change({ result: event.target.value })}
      />
      {seen !== undefined && (
        <div className="card stack-small" role="status">
          <h2 className="section-title">{t("share.seen")}</h2>
          <p>
            <strong>{seen.by}</strong>: {seen.title}, {seen.supplier}, {sayMethod(seen.method)},{" "}
            {formatDate(seen.followedUpOn)}. {sayAsked(parameters, seen.values)} {seen.result}
          </p>
        </div>
      )}
    </FormDialog>
  );
}

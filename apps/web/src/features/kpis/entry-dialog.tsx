import { Radio, RadioGroup, Select, TextField, Textarea } from "@navikt/ds-react";
import type { KpiPeriod } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { draftFromEntry, newEntryDraft, readEntryDraft, type EntryDraft } from "./entry-draft.ts";
import { bandOrder, type Bands, type KpiDetail } from "./queries.ts";

const kinds = ["parts", "value", "judgement"] as const;

/** Enters a figure with its evidence, or a judgement with its reason; a correction keeps what it corrects. */
export function EntryDialog({
  contractId,
  kpi,
  name,
  narrative,
  period,
  bands,
  corrects,
  onClose,
}: {
  readonly contractId: string;
  readonly kpi: string;
  readonly name: string;
  readonly narrative: boolean;
  readonly period: KpiPeriod;
  readonly bands: Bands;
  /** Entry that is corrected. */
  readonly corrects: KpiDetail["entries"][number] | null;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<EntryDraft>(() =>
    corrects === null ? newEntryDraft(period, narrative, todayHere()) : draftFromEntry(corrects),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const set = (change: Partial<EntryDraft>): void => setDraft({ ...draft, ...change });
  const change = useChange(async (): Promise<void> => {
    const read = readEntryDraft(draft);
    if (!read.ok) return;
    if (corrects === null) await api.kpis.enter({ id: contractId, kpi, ...read.entry });
    else await api.kpis.correct({ entryId: corrects.id, ...read.entry });
  });
  function save(): void {
    const read = readEntryDraft(draft);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) change.mutateAsync(undefined).then(onClose, () => undefined);
  }
  const text = (field: "numerator" | "denominator" | "value", label: string): ReactNode => (
    <TextField
      id={`entry-${field}`}
      size="small"
      inputMode="decimal"
      label={label}
      error={faultOf(faults, `entry-${field}`)}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.target.value })}
      style={{ maxWidth: "10rem" }}
    />
  );
  return (
    <FormDialog
      title={t(corrects === null ? "entry.title" : "entry.correctTitle", { kpi: name })}
      save={t(corrects === null ? "entry.save" : "entry.correct")}
      busy={change.isPending}
      error={change.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p className="quiet">{t("entry.what")}</p>
      <RadioGroup
        size="small"
        legend={t("entry.kind")}
        value={draft.kind}
        onChange={(value: EntryDraft["kind"]) => set({ kind: value })}
      >
        {kinds.map((kind) => (
          <Radio key={kind} value={kind}>
            {t(`entry.kind.${kind}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div className="row-end">
        <DateField
          id="entry-from"
          label={t("entry.from")}
          value={draft.from}
          onChange={(from) => set({ from })}
        />
        <DateField
          id="entry-to"
          label={t("entry.to")}
          value={draft.to}
          error={faultOf(faults, "entry-to")}
          onChange={(to) => set({ to })}
        />
      </div>
      {draft.kind === "parts" && (
        <div className="row-end">
          {text("numerator", t("entry.numerator"))}
          {text("denominator", t("entry.denominator"))}
        </div>
      )}
      {draft.kind === "value" && text("value", t("entry.value"))}
      {draft.kind === "judgement" && (
        <Select
          id="entry-judgement"
          size="small"
          label={t("entry.judgement")}
          error={faultOf(faults, "entry-judgement")}
          value={draft.judgement}
          onChange={(event) =>
            set({ judgement: bandOrder.find((one) => one === event.target.value) ?? "" })
          }
        >
          <option value="">{t("entry.choose")}</option>
          {bandOrder.map((band) => (
            <option key={band} value={band}>
              {bands.labels[band]}
            </option>
          ))}
        </Select>
      )}
      <TextField
        id="entry-evidence"
        size="small"
        maxLength={300}
        label={
          draft.kind === "judgement"
            ? `${t("entry.evidence")} ${t("form.optional")}`
            : t("entry.evidence")
        }
        error={faultOf(faults, "entry-evidence")}
        value={draft.evidenceTitle}
        onChange={(event) => set({ evidenceTitle: event.target.value })}
      />
      <TextField
        size="small"
        maxLength={1000}
        label={`${t("entry.reference")} ${t("form.optional")}`}
        value={draft.evidenceReference}
        onChange={(event) => set({ evidenceReference: event.target.value })}
      />
      <Textarea
        id="entry-note"
        size="small"
        minRows={2}
        maxLength={2000}
        label={
          draft.kind === "judgement" ? t("entry.why") : `${t("entry.note")} ${t("form.optional")}`
        }
        error={faultOf(faults, "entry-note")}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </FormDialog>
  );
}

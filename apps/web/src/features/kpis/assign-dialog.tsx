import { Radio, RadioGroup, Select, TextField, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { catalogueQuery, sections } from "./queries.ts";
import { sectionOfDimension } from "@throughline/domain";

interface Draft {
  readonly kpi: string;
  readonly target: "number" | "words";
  readonly number: string;
  readonly words: string;
  readonly everyMonths: string;
  readonly reason: string;
  readonly role: string;
}

function check(draft: Draft): FormFault[] {
  const faults: FormFault[] = [];
  if (draft.kpi === "") faults.push({ field: "assign-kpi", message: t("assign.kpiFault") });
  const number = Number(draft.number.replace(",", "."));
  if (draft.target === "number" && draft.number.trim() !== "" && !Number.isFinite(number))
    faults.push({ field: "assign-number", message: t("entry.numberFault") });
  if (draft.target === "words" && draft.words.trim() === "")
    faults.push({ field: "assign-words", message: t("assign.wordsFault") });
  if (draft.reason.trim() === "")
    faults.push({ field: "assign-reason", message: t("kpis.reasonFault") });
  return faults;
}

/** Adds a KPI to a contract beside those its clauses name. */
export function AssignDialog({
  contractId,
  onClose,
}: {
  readonly contractId: string;
  readonly onClose: () => void;
}): ReactNode {
  const catalogue = useQuery(catalogueQuery);
  const [draft, setDraft] = useState<Draft>({
    kpi: "",
    target: "number",
    number: "",
    words: "",
    everyMonths: "3",
    reason: "",
    role: "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const assign = useChange((input: Parameters<typeof api.kpis.assign>[0]) =>
    api.kpis.assign(input),
  );
  const chosen = catalogue.data?.kpis.find(({ id }) => id === draft.kpi);
  function save(): void {
    const found = check(draft);
    setFaults(found);
    if (found.length > 0) return;
    const byNumber = draft.target === "number";
    assign
      .mutateAsync({
        id: contractId,
        kpi: draft.kpi,
        target: {
          number:
            byNumber && draft.number.trim() !== "" ? Number(draft.number.replace(",", ".")) : null,
          words: byNumber ? null : draft.words.trim(),
        },
        everyMonths: Number(draft.everyMonths),
        reason: draft.reason.trim(),
        role: draft.role.trim() === "" ? null : draft.role.trim(),
      })
      .then(onClose, () => undefined);
  }
  return (
    <FormDialog
      title={t("assign.title")}
      save={t("kpis.add")}
      busy={assign.isPending}
      error={assign.error ?? catalogue.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <Select
        id="assign-kpi"
        size="small"
        label={t("kpis.col.kpi")}
        error={faultOf(faults, "assign-kpi")}
        value={draft.kpi}
        onChange={(event) => set({ kpi: event.target.value })}
      >
        <option value="">{t("entry.choose")}</option>
        {sections.map((section) => (
          <optgroup key={section} label={t(`kpis.section.${section}`)}>
            {catalogue.data?.kpis
              .filter(({ dimension }) => sectionOfDimension[dimension] === section)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {id} · {name}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      {chosen !== undefined && (
        <p className="small quiet">
          {chosen.formula} ({chosen.unit}).{" "}
          {t(chosen.computed ? "kpis.computedHere" : "kpis.enteredHere")}
        </p>
      )}
      <RadioGroup
        size="small"
        legend={t("assign.target")}
        value={draft.target}
        onChange={(value: Draft["target"]) => set({ target: value })}
      >
        <Radio value="number">{t("assign.target.number")}</Radio>
        <Radio value="words">{t("assign.target.words")}</Radio>
      </RadioGroup>
      {draft.target === "number" ? (
        <TextField
          id="assign-number"
          size="small"
          inputMode="decimal"
          label={`${t("assign.number")} ${t("form.optional")}`}
          error={faultOf(faults, "assign-number")}
          value={draft.number}
          onChange={(event) => set({ number: event.target.value })}
          style={{ maxWidth: "10rem" }}
        />
      ) : (
        <Textarea
          id="assign-words"
          size="small"
          minRows={2}
          maxLength={400}
          label={t("assign.words")}
          error={faultOf(faults, "assign-words")}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
        />
      )}
      <Select
        size="small"
        label={t("assign.every")}
        value={draft.everyMonths}
        onChange={(event) => set({ everyMonths: event.target.value })}
      >
        {["1", "3", "6", "12"].map((months) => (
          <option key={months} value={months}>
            {t("kpis.every", { n: Number(months) })}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        maxLength={200}
        label={`${t("assign.role")} ${t("form.optional")}`}
        value={draft.role}
        onChange={(event) => set({ role: event.target.value })}
      />
      <Textarea
        id="assign-reason"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("kpis.reason")}
        error={faultOf(faults, "assign-reason")}
        value={draft.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
    </FormDialog>
  );
}

import { Button, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { DutyTag } from "./duty-tag.tsx";
import { OwnerDialog } from "./owner-dialog.tsx";
import type { DutyRow } from "./queries.ts";
import { RecordedEvents } from "./recorded-events.tsx";

const kinds = ["performed", "achieved", "planned", "excused"] as const;
type Kind = (typeof kinds)[number];

interface Draft {
  readonly kind: Kind;
  readonly on: string;
  readonly until: string;
  readonly note: string;
}

/** What is missing before it can be sent. */
function check({ kind, on, until, note }: Draft): FormFault[] {
  const faults: FormFault[] = [];
  if (on === "" || on > todayHere())
    faults.push({ field: "duty-on", message: t("duties.onFault") });
  if (kind === "planned" && (until === "" || until <= on))
    faults.push({ field: "duty-until", message: t("duties.untilFault") });
  if ((kind === "planned" || kind === "excused") && note.trim() === "")
    faults.push({ field: "duty-note", message: t("duties.noteFault") });
  return faults;
}

/** Records what became of one or several duties. What was recorded before stays, and can be taken back. */
export function RecordDialog({
  duties,
  onClose,
}: {
  readonly duties: readonly DutyRow[];
  readonly onClose: (done: boolean) => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>({
    kind: "performed",
    on: todayHere(),
    until: "",
    note: "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [owning, setOwning] = useState(false);
  const record = useChange((input: Parameters<typeof api.duties.record>[0]) =>
    api.duties.record(input),
  );
  const [only, ...others] = duties;
  const one = others.length === 0 ? only : undefined;
  function save(): void {
    const found = check(draft);
    setFaults(found);
    if (found.length > 0) return;
    record.mutate(
      {
        events: duties.map((duty) => ({
          contractId: duty.contract.id,
          dutyKey: duty.key,
          kind: draft.kind,
          on: draft.on,
          until: draft.kind === "planned" ? draft.until : null,
          note: draft.note.trim(),
        })),
      },
      { onSuccess: () => onClose(true) },
    );
  }
  if (owning) return <OwnerDialog duties={duties} onClose={onClose} />;
  return (
    <FormDialog
      title={one === undefined ? t("duties.recordMany", { n: duties.length }) : one.what}
      save={t("duties.recordDo")}
      busy={record.isPending}
      error={record.error}
      faults={faults}
      onSave={save}
      onClose={() => onClose(false)}
      wide
      also={
        <Button type="button" variant="secondary" onClick={() => setOwning(true)}>
          {t("duties.setOwner")}
        </Button>
      }
    >
      {one === undefined ? (
        <ul className="plain-list">
          {duties.map((duty) => (
            <li key={duty.key}>
              {duty.what} <span className="quiet">({duty.contract.reference})</span>
            </li>
          ))}
        </ul>
      ) : (
        <div className="stack-small">
          <p className="quiet">
            {one.contract.title} · {t("duties.clause", { clause: one.clause })} ·{" "}
            {t(`duties.whose.${one.whose}`)} ·{" "}
            {t("duties.lookedAfter", { who: one.owner ?? t("duties.owner.nobody") })}
          </p>
          <p>
            <DutyTag state={one.state} /> {one.says.text}
          </p>
        </div>
      )}
      <RadioGroup
        legend={t("duties.kind")}
        size="small"
        value={draft.kind}
        onChange={(kind: Kind) => setDraft({ ...draft, kind })}
      >
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} description={t(`dutyEvent.${kind}.what`)}>
            {t(`dutyEvent.${kind}`)}
          </Radio>
        ))}
      </RadioGroup>
      <div className="form-grid">
        <DateField
          id="duty-on"
          label={t("duties.on")}
          max={todayHere()}
          value={draft.on}
          error={faultOf(faults, "duty-on")}
          onChange={(on) => setDraft({ ...draft, on })}
        />
        {draft.kind === "planned" && (
          <DateField
            id="duty-until"
            label={t("duties.until")}
            value={draft.until}
            error={faultOf(faults, "duty-until")}
            onChange={(until) => setDraft({ ...draft, until })}
          />
        )}
      </div>
      <Textarea
        id="duty-note"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t(`duties.note.${draft.kind}`)}
        value={draft.note}
        error={faultOf(faults, "duty-note")}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
      {one !== undefined && <RecordedEvents events={one.events} onDone={() => onClose(true)} />}
    </FormDialog>
  );
}

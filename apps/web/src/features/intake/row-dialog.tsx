import { Button, Textarea, TextField } from "@navikt/ds-react";
import type { IntakeRow } from "@throughline/contract";
import type { ListField, RowDecision } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { beginLarge } from "../../texts/begin-large.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

const editable = [
  "name",
  "address",
  "country",
  "product",
  "partNumber",
  "component",
  "osId",
  "latitude",
  "longitude",
] as const satisfies readonly ListField[];
type Editable = (typeof editable)[number];
type Cells = Record<Editable, string>;

/** What the row says now: as typed before, else as it was read. */
function cellsOf(row: IntakeRow): Cells {
  const edits = row.decision?.edits ?? {};
  const text = (value: string | number | null): string => (value === null ? "" : String(value));
  return {
    name: edits.name ?? row.name,
    address: edits.address ?? row.address,
    country: edits.country ?? (row.country === null ? "" : formatCountry(row.country)),
    product: edits.product ?? text(row.product),
    partNumber: edits.partNumber ?? text(row.partNumber),
    component: edits.component ?? text(row.component),
    osId: edits.osId ?? text(row.osId),
    latitude: edits.latitude ?? text(row.latitude),
    longitude: edits.longitude ?? text(row.longitude),
  };
}

/** Types cells of one row anew; only what was changed stands in for the source. */
export function RowDialog({
  intakeId,
  row,
  onClose,
}: {
  readonly intakeId: string;
  readonly row: IntakeRow;
  readonly onClose: () => void;
}): ReactNode {
  const [start] = useState(() => cellsOf(row));
  const [cells, setCells] = useState<Cells>(start);
  const decide = useChange((decision: RowDecision) =>
    api.intakes.decideRow({ intakeId, row: row.row, decision }),
  );
  const undo = row.decision?.undo ?? [];
  const leaveOut = row.decision?.leaveOut ?? false;
  function save(): void {
    const edits: RowDecision["edits"] = { ...row.decision?.edits };
    for (const field of editable)
      if (cells[field] !== start[field]) edits[field] = cells[field].trim();
    decide.mutate({ undo, edits, leaveOut }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("review.editTitle", { n: row.row })}
      save={t("review.editSave")}
      busy={decide.isPending}
      error={decide.error}
      onSave={save}
      onClose={onClose}
      also={
        Object.keys(row.decision?.edits ?? {}).length > 0 ? (
          <Button
            type="button"
            variant="secondary"
            disabled={decide.isPending}
            onClick={() => decide.mutate({ undo, edits: {}, leaveOut }, { onSuccess: onClose })}
          >
            {t("review.editBack")}
          </Button>
        ) : undefined
      }
    >
      <p>{t("review.editWhat")}</p>
      {row.findings
        .filter((finding) => finding.severity !== "note")
        .map((finding) => (
          <p key={finding.check + finding.message} className="small care-text">
            {finding.message} {finding.whatToDo}
          </p>
        ))}
      <div className="form-grid">
        {editable.map((field) =>
          field === "address" ? (
            <div key={field} className="wide">
              <Textarea
                size="small"
                minRows={2}
                label={beginLarge(t(`listField.${field}`))}
                value={cells[field]}
                onChange={(event) => setCells({ ...cells, [field]: event.target.value })}
              />
            </div>
          ) : (
            <TextField
              key={field}
              size="small"
              label={beginLarge(t(`listField.${field}`))}
              value={cells[field]}
              onChange={(event) => setCells({ ...cells, [field]: event.target.value })}
            />
          ),
        )}
      </div>
      <p className="row-raw">
        {t("review.raw")}: {row.cells.length === 0 ? row.raw : row.cells.join(" · ")}
      </p>
    </FormDialog>
  );
}

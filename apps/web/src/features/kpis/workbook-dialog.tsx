import { KpiSheetResult } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { sendFile } from "../../api/send-file.ts";
import { useChange } from "../../api/use-change.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { FileDrop } from "../../components/file-drop.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

type Row = KpiSheetResult["rows"][number];

const tones: Record<Row["outcome"], Tone> = {
  new: "good",
  corrects: "care",
  unchanged: "quiet",
  rejected: "break",
};

const columns: readonly DataColumn<Row>[] = [
  { id: "row", header: t("sheet.row"), value: (row) => `${row.sheet} ${String(row.row)}` },
  { id: "kpi", header: t("kpis.col.kpi"), names: true, value: (row) => `${row.kpi} ${row.name}` },
  {
    id: "period",
    header: t("kpis.col.period"),
    value: (row) => row.from,
    cell: (row) =>
      row.from === null || row.to === null
        ? "–"
        : `${formatDate(row.from)} – ${formatDate(row.to)}`,
  },
  { id: "before", header: t("sheet.before"), value: (row) => row.before ?? "–" },
  { id: "after", header: t("sheet.after"), value: (row) => row.after ?? "–" },
  {
    id: "outcome",
    header: t("sheet.outcome"),
    value: (row) => row.outcome,
    cell: (row) => (
      <>
        <ToneTag tone={tones[row.outcome]}>{t(`sheet.${row.outcome}`)}</ToneTag>
        {row.note !== null && <span className="sub">{row.note}</span>}
      </>
    ),
  },
];

/** Reads a filled-in workbook: first what it would change, row by row, then it is taken. */
export function WorkbookDialog({
  contractId,
  onClose,
}: {
  readonly contractId: string;
  readonly onClose: () => void;
}): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<KpiSheetResult | null>(null);
  const path = `/contracts/${contractId}/kpis/workbook`;
  const read = useChange(async (chosen: File) => {
    const form = new FormData();
    form.append("file", chosen);
    return sendFile(`${path}/read`, form, KpiSheetResult);
  });
  const take = useChange(async (input: { readonly chosen: File; readonly digest: string }) => {
    const form = new FormData();
    form.append("digest", input.digest);
    form.append("file", input.chosen);
    return sendFile(path, form, KpiSheetResult);
  });
  const changes = result === null ? 0 : result.counts.new + result.counts.corrects;
  function save(): void {
    if (file === null) return;
    if (result === null || result.taken || changes === 0) {
      read.mutateAsync(file).then(setResult, () => undefined);
      return;
    }
    take.mutateAsync({ chosen: file, digest: result.digest }).then(setResult, () => undefined);
  }
  if (result?.taken === true)
    return (
      <FormDialog
        title={t("sheet.title")}
        save={t("form.close")}
        busy={false}
        error={null}
        onSave={onClose}
        onClose={onClose}
      >
        <p role="status">{t("sheet.taken", { n: changes, rejected: result.counts.rejected })}</p>
      </FormDialog>
    );
  return (
    <FormDialog
      wide
      title={t("sheet.title")}
      save={result !== null && changes > 0 ? t("sheet.take", { n: changes }) : t("sheet.read")}
      busy={read.isPending || take.isPending}
      error={take.error ?? read.error}
      onSave={save}
      onClose={onClose}
    >
      <p className="quiet">{t("sheet.what")}</p>
      <FileDrop
        id="kpi-workbook"
        label={t("sheet.file")}
        help={t("sheet.help")}
        accept=".xlsx"
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          setResult(null);
        }}
      />
      {result !== null && (
        <>
          <p role="status">{t("sheet.counts", result.counts)}</p>
          <DataTable
            caption={t("sheet.title")}
            columns={columns}
            rows={result.rows}
            rowKey={(row) => `${row.sheet} ${String(row.row)}`}
          />
        </>
      )}
    </FormDialog>
  );
}

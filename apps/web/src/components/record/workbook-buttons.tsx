import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { saveFile } from "../../api/save-file.ts";
import { sendFile } from "../../api/send-file.ts";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { FileDrop } from "../file-drop.tsx";
import { ProblemNotice } from "../problem-notice.tsx";

const Begun = z.object({ intakeId: z.uuid() });

/** The record as a workbook: taken away pre-filled, brought back, and looked at cell by cell before it is taken. */
export function WorkbookButtons({
  deliveryId,
  intakes,
}: {
  readonly deliveryId: string | null;
  /** Address the intakes stand below. */
  readonly intakes: string;
}): ReactNode {
  const go = useGo();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const download = useMutation({
    mutationFn: () =>
      saveFile({
        path: `/record/workbook${deliveryId === null ? "" : `?deliveryId=${deliveryId}`}`,
        name: "record.xlsx",
      }),
  });
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      // What it belongs to goes before the file: the server reads them in this order, as a stream.
      if (deliveryId !== null) form.set("deliveryId", deliveryId);
      form.set("file", chosen);
      return sendFile("/record/intakes", form, Begun);
    },
    onSuccess: ({ intakeId }) =>
      go(`${intakes}/${intakeId}${deliveryId === null ? "" : `?delivery=${deliveryId}`}`),
  });
  return (
    <div className="stack">
      {download.error !== null && <ProblemNotice error={download.error} />}
      {upload.error !== null && <ProblemNotice error={upload.error} />}
      <div>
        <Button
          size="small"
          variant="secondary"
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t("workbook.download")}
        </Button>
      </div>
      <FileDrop
        id="workbook-file"
        label={t("workbook.upload")}
        help={t("workbook.uploadHelp")}
        accept=".xlsx"
        file={file}
        error={missing ? t("workbook.fileFault") : undefined}
        onChange={(chosen) => {
          setFile(chosen);
          setMissing(false);
        }}
      />
      <div>
        <Button
          size="small"
          variant="secondary"
          loading={upload.isPending}
          onClick={() => {
            setMissing(file === null);
            if (file !== null) upload.mutate(file);
          }}
        >
          {t("workbook.see")}
        </Button>
      </div>
    </div>
  );
}

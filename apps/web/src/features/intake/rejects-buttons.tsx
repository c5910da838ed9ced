import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { saveFile } from "../../api/save-file.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { fileName } from "../../components/save-csv.ts";
import { t } from "../../texts/t.ts";

/** The rejected rows as a file that can be mended and sent again. */
export function RejectsButtons({
  intakeId,
  title,
}: {
  readonly intakeId: string;
  readonly title: string;
}): ReactNode {
  const save = useMutation({ mutationFn: saveFile });
  return (
    <div className="stack-small no-print">
      <div className="row">
        <span>{t("review.rejects")}</span>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button
            key={format}
            size="small"
            variant="secondary"
            disabled={save.isPending}
            onClick={() =>
              save.mutate({
                path: `/intakes/${intakeId}/rejects?format=${format}`,
                name: fileName(title, `rejected.${format}`),
              })
            }
          >
            {t(format === "xlsx" ? "review.rejectsXlsx" : "review.rejectsCsv")}
          </Button>
        ))}
      </div>
      {save.error !== null && <ProblemNotice error={save.error} />}
    </div>
  );
}

import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import type { Meeting } from "../../api/dialogue.ts";
import { saveFile } from "../../api/save-file.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

type Kind = "invitation" | "agenda" | "confirmation";

/** The papers of a meeting to take along: as Word, as PDF, and the calendar entry. */
export function DocumentsRow({
  meeting,
  kinds,
}: {
  readonly meeting: Pick<Meeting, "id" | "state">;
  readonly kinds: readonly Kind[];
}): ReactNode {
  const [failure, setFailure] = useState<unknown>(null);
  async function save(path: string, name: string): Promise<void> {
    try {
      setFailure(null);
      await saveFile({ path: `/meetings/${meeting.id}/${path}`, name });
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <div className="stack-small no-print">
      {failure !== null && <ProblemNotice error={failure} />}
      <div className="row" role="group" aria-label={t("documents.label")}>
        {kinds.flatMap((kind) =>
          (["docx", "pdf"] as const).map((format) => (
            <Button
              key={`${kind} ${format}`}
              size="small"
              variant="tertiary"
              onClick={() =>
                void save(`document?kind=${kind}&format=${format}`, `${kind}.${format}`)
              }
            >
              {t(`documents.${kind}.${format}`)}
            </Button>
          )),
        )}
        {meeting.state === "planned" && (
          <Button
            size="small"
            variant="tertiary"
            onClick={() => void save("calendar", "meeting.ics")}
          >
            {t("documents.calendar")}
          </Button>
        )}
      </div>
    </div>
  );
}

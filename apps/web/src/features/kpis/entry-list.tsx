import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Bands, KpiDetail } from "./queries.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { sayParts, sayValue } from "./say-figure.ts";

type Entry = KpiDetail["entries"][number];

function sayEntry(entry: Entry, unit: string, bands: Bands | undefined): string {
  if (entry.kind === "taken_back") return t("entry.takenBack");
  if (entry.judgement !== null) return bands?.labels[entry.judgement] ?? entry.judgement;
  const parts = sayParts(entry);
  const value = sayValue(entry.value, unit);
  return parts === null ? value : `${value} (${parts})`;
}

/** All that was entered, newest first; what was corrected or taken back stays and is struck through. */
export function EntryList({
  entries,
  unit,
  bands,
  onCorrect,
}: {
  readonly entries: readonly Entry[];
  readonly unit: string;
  readonly bands: Bands | undefined;
  /** `null` for whoever may not. */
  readonly onCorrect: ((entry: Entry) => void) | null;
}): ReactNode {
  const [taking, setTaking] = useState<string | null>(null);
  const takeBack = useChange((input: Parameters<typeof api.kpis.takeBack>[0]) =>
    api.kpis.takeBack(input),
  );
  return (
    <section className="stack" aria-labelledby="kpi-entries">
      <h2 className="section-title" id="kpi-entries">
        {t("entry.list")}
      </h2>
      {entries.length === 0 ? (
        <p className="quiet">{t("entry.none")}</p>
      ) : (
        <ol className="plain-cards stack-small">
          {entries.map((entry) => {
            const said = sayEntry(entry, unit, bands);
            const stands = entry.replacedBy === null && entry.kind !== "taken_back";
            return (
              <li key={entry.id} className="card stack-small">
                <p>
                  {entry.replacedBy === null ? <strong>{said}</strong> : <s>{said}</s>}{" "}
                  {t("entry.covers", { from: formatDate(entry.from), to: formatDate(entry.to) })}
                  {entry.replacedBy !== null && <span className="sub">{t("entry.replaced")}</span>}
                </p>
                {entry.note !== "" && <p>{entry.note}</p>}
                {entry.evidence !== null && (
                  <p className="small">
                    {t("entry.shownBy", { title: entry.evidence.title })}
                    {entry.evidence.reference !== "" && ` (${entry.evidence.reference})`}
                  </p>
                )}
                <p className="small quiet">
                  {t("entry.by", {
                    who: entry.enteredBy ?? t("entry.somebody"),
                    at: formatInstant(entry.enteredAt),
                  })}
                </p>
                {stands && onCorrect !== null && (
                  <div className="row no-print">
                    <Button size="small" variant="secondary" onClick={() => onCorrect(entry)}>
                      {t("entry.correct")}
                    </Button>
                    <Button size="small" variant="tertiary" onClick={() => setTaking(entry.id)}>
                      {t("entry.takeBack")}
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {taking !== null && (
        <ReasonDialog
          title={t("entry.takeBackTitle")}
          what={t("entry.takeBackWhat")}
          doIt={t("entry.takeBack")}
          busy={takeBack.isPending}
          error={takeBack.error}
          onSave={(reason) =>
            void takeBack.mutateAsync({ entryId: taking, reason }).then(
              () => setTaking(null),
              () => undefined,
            )
          }
          onClose={() => setTaking(null)}
        />
      )}
    </section>
  );
}

import { Button } from "@navikt/ds-react";
import type { IntakeDetail } from "@throughline/contract";
import type { FindingSeverity } from "@throughline/domain";
import type { ReactNode } from "react";
import { beginLarge } from "../../texts/begin-large.ts";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";

export type FoundByCheck = IntakeDetail["findings"][number];
export const bulkActs = ["undo_correction", "leave_out", "take_back"] as const;
export type BulkAct = (typeof bulkActs)[number];

const tones: Record<FindingSeverity, Tone> = { error: "break", warning: "care", note: "quiet" };

/** What a finding means for its row, in a word. */
export function SeverityTag({ severity }: { readonly severity: FindingSeverity }): ReactNode {
  return <ToneTag tone={tones[severity]}>{t(`review.severity.${severity}`)}</ToneTag>;
}

/** What was found, check by check, worst first; each leads to its rows, and may be decided for all of them at once. */
export function FindingsList({
  findings,
  shown,
  mayDecide,
  onShow,
  onBulk,
}: {
  readonly findings: readonly FoundByCheck[];
  /** The check whose rows are shown. */
  readonly shown: string | undefined;
  readonly mayDecide: boolean;
  readonly onShow: (check: string | undefined) => void;
  readonly onBulk: (finding: FoundByCheck, act: BulkAct) => void;
}): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="findings">
      <h2 className="section-title" id="findings">
        {t("review.findings")}
      </h2>
      {findings.length === 0 && <p className="quiet">{t("review.findingsNone")}</p>}
      <ul className="facts">
        {findings.map((finding) => (
          <li key={finding.check} className="finding">
            <div>
              <SeverityTag severity={finding.severity} />{" "}
              <strong>{beginLarge(finding.title)}</strong>{" "}
              <span className="quiet">
                {t("review.rowsOf", { n: finding.rows })}
                {finding.corrected > 0 &&
                  ` · ${t("review.correctedRows", { n: finding.corrected })}`}
              </span>
              <p className="small quiet">{finding.whatToDo}</p>
            </div>
            <div className="row no-print">
              <Button
                size="xsmall"
                variant="secondary"
                aria-pressed={shown === finding.check}
                onClick={() => onShow(shown === finding.check ? undefined : finding.check)}
              >
                {t(shown === finding.check ? "review.shownThese" : "review.showThese")}
              </Button>
              {mayDecide && (
                <details className="plain small">
                  <summary>{t("review.bulk")}</summary>
                  <div className="row">
                    {bulkActs
                      .filter((act) => act !== "undo_correction" || finding.corrected > 0)
                      .map((act) => (
                        <Button
                          key={act}
                          size="xsmall"
                          variant="tertiary"
                          onClick={() => onBulk(finding, act)}
                        >
                          {t(`review.bulk.${act}`)}
                        </Button>
                      ))}
                  </div>
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

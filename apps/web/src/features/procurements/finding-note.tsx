import { Button } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { ToneTag, type Tone } from "../../components/tags.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Finding } from "./queries.ts";

const tones: Record<Finding["severity"], Tone> = {
  blocking: "break",
  serious: "care",
  advice: "quiet",
};

/** What one may do about a mismatch. */
export interface FindingActs {
  readonly onFix: ((finding: Finding) => void) | null;
  readonly onWaive: ((finding: Finding) => void) | null;
  readonly onTakeBack: ((finding: Finding) => void) | null;
  /** Key of the finding that is being mended or taken back just now. */
  readonly busy: string | null;
}

/** One mismatch: what, the rule behind it, what would mend it, or who let it stand and why. */
export function FindingNote({
  finding,
  at,
  acts,
}: {
  readonly finding: Finding;
  /** The station it stands at; left out for what is about the whole. */
  readonly at?: string;
  readonly acts: FindingActs;
}): ReactNode {
  const { waiver, fix, severity } = finding;
  const { onFix, onWaive, onTakeBack } = acts;
  const busy = acts.busy === finding.key;
  return (
    <div className="mismatch" data-severity={waiver === null ? severity : "waived"}>
      <div className="mismatch-head">
        {at !== undefined && <strong>{at}</strong>}
        {waiver === null ? (
          <ToneTag tone={tones[severity]}>{t(`align.severity.${severity}`)}</ToneTag>
        ) : (
          <ToneTag tone="quiet">{t("align.letStand")}</ToneTag>
        )}
      </div>
      <p>{finding.sentence.text}</p>
      {waiver !== null && (
        <p className="small quiet">
          {t("align.waivedBy", {
            name: waiver.by ?? t("followUp.somebody"),
            date: formatDate(waiver.on),
            reason: waiver.reason,
          })}
        </p>
      )}
      <details>
        <summary>{t("align.rule")}</summary>
        <p className="small">{finding.why.text}</p>
        {fix !== null && waiver === null && (
          <p className="small">{t("align.fixDoes", { what: fix.sentence.text })}</p>
        )}
      </details>
      <div className="mismatch-acts no-print">
        {waiver === null && fix !== null && onFix !== null && (
          <Button
            size="xsmall"
            variant="secondary"
            loading={busy}
            title={fix.sentence.text}
            onClick={() => onFix(finding)}
          >
            {t(fix.safe && fix.needs.length === 0 ? "align.mend" : "align.mendAsk")}
          </Button>
        )}
        {waiver === null && finding.waivable && onWaive !== null && (
          <Button size="xsmall" variant="tertiary" onClick={() => onWaive(finding)}>
            {t("align.waive")}
          </Button>
        )}
        {waiver !== null && onTakeBack !== null && (
          <Button
            size="xsmall"
            variant="tertiary"
            loading={busy}
            onClick={() => onTakeBack(finding)}
          >
            {t("align.takeBack")}
          </Button>
        )}
      </div>
    </div>
  );
}

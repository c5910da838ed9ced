import { ProgressBar } from "@navikt/ds-react";
import type { IntakeDetail } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatDuration, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

/** The step that runs: how far, how fast, how long yet. */
export function IntakeProgress({ intake }: { readonly intake: IntakeDetail }): ReactNode {
  const { rowsDone, rowsTotal, rowsPerSecond, secondsLeft } = intake.progress;
  const words = [
    rowsTotal === null
      ? t("intake.rows", { done: formatNumber(rowsDone) })
      : t("intake.rowsOf", { done: formatNumber(rowsDone), all: formatNumber(rowsTotal) }),
    ...(rowsPerSecond === null
      ? []
      : [t("intake.perSecond", { n: formatNumber(Math.round(rowsPerSecond)) })]),
    ...(secondsLeft === null ? [] : [t("intake.left", { time: formatDuration(secondsLeft) })]),
  ];
  return (
    <section className="card stack" aria-labelledby="intake-now">
      <p id="intake-now">
        <strong>{intake.stateSentence.text}</strong>
      </p>
      {/* Announced is the step; figures that change each second are read when one goes there. */}
      <p className="aksel-sr-only" role="status">
        {t(`intakeState.${intake.state}`)}
      </p>
      {rowsTotal === null ? (
        <div className="running-bar" aria-hidden="true" />
      ) : (
        <ProgressBar
          aria-labelledby="intake-now"
          value={rowsDone}
          valueMax={Math.max(1, rowsTotal)}
        />
      )}
      <p className="number-line">{words.join(" · ")}</p>
      <p className="quiet">{t("intake.mayClose")}</p>
    </section>
  );
}

import { ProgressBar } from "@navikt/ds-react";
import type { RequestProgress as Progress } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** How far the addressee is: counts with their words, never what was typed. */
export function RequestProgress({ progress }: { readonly progress: Progress }): ReactNode {
  return (
    <section className="card stack-small" aria-labelledby="progress">
      <h2 className="section-title" id="progress">
        {t("oneRequest.progress")}
      </h2>
      {progress.productsAsked > 0 && (
        <>
          <ProgressBar
            aria-labelledby="progress-words"
            value={progress.productsAnswered}
            valueMax={progress.productsAsked}
            size="small"
          />
          <p id="progress-words">
            <strong>
              {t("oneRequest.productsDone", {
                n: progress.productsAnswered,
                all: progress.productsAsked,
              })}
            </strong>
          </p>
        </>
      )}
      <p>
        {t("oneRequest.sitesNamed", { n: progress.sitesNamed })}
        {progress.passedOn > 0 &&
          ` · ${t("oneRequest.passedOn", { all: progress.passedOn, n: progress.passedOnAnswered })}`}
      </p>
      <p className="small quiet">{t("oneRequest.countsOnly")}</p>
    </section>
  );
}

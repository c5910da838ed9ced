import type { ReactNode } from "react";
import { ButtonLink } from "../../components/button-link.tsx";
import { LinkGrid } from "../../components/record/link-grid.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";

/** Step 3: which product is made where. */
export function GridStep(): ReactNode {
  return (
    <AnswerPage here="grid">
      {(asked, place) => (
        <section className="stack" aria-labelledby="grid-step">
          <div>
            <h2 className="section-title" id="grid-step">
              {t("gridStep.title")}
            </h2>
            <p className="quiet measure">{t("gridStep.what")}</p>
          </div>
          <LinkGrid
            // A request that names no product is about everything in the record.
            deliveryId={asked.products.length === 0 ? null : asked.deliveryId}
            canWrite={asked.can.write}
            components={asked.components}
            noProducts={
              <ButtonLink size="small" href={`${place.base}/products`}>
                {t("answerStep.products")}
              </ButtonLink>
            }
            noSites={
              <ButtonLink size="small" href={`${place.base}/sites`}>
                {t("answerStep.sites")}
              </ButtonLink>
            }
          />
        </section>
      )}
    </AnswerPage>
  );
}

import type { ReactNode } from "react";
import { AddSites } from "../../components/record/add-sites.tsx";
import { OwnSites } from "../../components/record/own-sites.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";

/** Step 2: the sites, in whatever way is least work. */
export function SitesStep(): ReactNode {
  return (
    <AnswerPage here="sites">
      {(asked, place) => (
        <section className="stack" aria-labelledby="sites-step">
          <div>
            <h2 className="section-title" id="sites-step">
              {t("sitesStep.title")}
            </h2>
            <p className="quiet measure">{t("sitesStep.what")}</p>
          </div>
          {asked.can.write && <AddSites deliveryId={asked.deliveryId} intakes={place.intakes} />}
          <OwnSites
            canWrite={asked.can.write}
            empty={
              <EmptyState title={t("ownSite.empty")} what={t("ownSite.emptyWhat")} level={3} />
            }
          />
        </section>
      )}
    </AnswerPage>
  );
}

import type { ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.tsx";
import { AddSites } from "../../components/record/add-sites.tsx";
import { OwnSites } from "../../components/record/own-sites.tsx";
import { t } from "../../texts/t.ts";
import { RecordHeading, useMayWrite } from "./record-heading.tsx";
import { RecordHistory } from "./record-history.tsx";

/** Sites of our record. */
export function RecordSitesScreen(): ReactNode {
  const mayWrite = useMayWrite();
  return (
    <>
      <RecordHeading title={t("ownSite.title")} />
      <div className="stack">
        {mayWrite && <AddSites deliveryId={null} intakes="/intakes" />}
        <OwnSites
          canWrite={mayWrite}
          empty={<EmptyState title={t("ownSite.empty")} what={t("ownSite.emptyWhat")} />}
        />
      </div>
      <RecordHistory kind="record_site" />
    </>
  );
}

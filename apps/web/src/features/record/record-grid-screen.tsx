import type { ReactNode } from "react";
import { ButtonLink } from "../../components/button-link.tsx";
import { LinkGrid } from "../../components/record/link-grid.tsx";
import { t } from "../../texts/t.ts";
import { RecordHeading, useMayWrite } from "./record-heading.tsx";
import { RecordHistory } from "./record-history.tsx";

/** Which product is made where, over the whole record. */
export function RecordGridScreen(): ReactNode {
  const mayWrite = useMayWrite();
  return (
    <>
      <RecordHeading
        title={t("gridStep.title")}
        lead={<p className="quiet measure">{t("gridStep.what")}</p>}
      />
      <LinkGrid
        deliveryId={null}
        canWrite={mayWrite}
        noProducts={
          <ButtonLink size="small" href="/record/products">
            {t("record.part.products")}
          </ButtonLink>
        }
        noSites={
          <ButtonLink size="small" href="/record/sites">
            {t("record.part.sites")}
          </ButtonLink>
        }
      />
      <RecordHistory kind="record" />
    </>
  );
}

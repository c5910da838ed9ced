import { Button } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { ButtonLink } from "../button-link.tsx";
import { AddSitesDialog } from "./site-dialogs.tsx";
import { TakeOverDialog } from "./take-over-dialog.tsx";
import { WorkbookButtons } from "./workbook-buttons.tsx";

/** The ways in which sites come into the record. */
export function AddSites({
  deliveryId,
  intakes,
}: {
  readonly deliveryId: string | null;
  /** Address lists on their way in stand below. */
  readonly intakes: string;
}): ReactNode {
  const [open, setOpen] = useState<"form" | "take-over" | null>(null);
  const list = new URLSearchParams({
    target: "record",
    ...(deliveryId === null ? {} : { delivery: deliveryId }),
  });
  return (
    <div className="card stack no-print">
      <div className="row">
        <Button size="small" onClick={() => setOpen("form")}>
          {t("ownSite.add")}
        </Button>
        <ButtonLink size="small" variant="secondary" href={`${intakes}/new?${list.toString()}`}>
          {t("ownSite.list")}
        </ButtonLink>
        <Button size="small" variant="secondary" onClick={() => setOpen("take-over")}>
          {t("ownSite.takeOver")}
        </Button>
      </div>
      <details className="plain">
        <summary>{t("record.workbook")}</summary>
        <div className="stack more-fields">
          <p className="small quiet measure">{t("record.workbookWhat")}</p>
          <WorkbookButtons deliveryId={deliveryId} intakes={intakes} />
        </div>
      </details>
      {open === "form" && <AddSitesDialog onClose={() => setOpen(null)} />}
      {open === "take-over" && <TakeOverDialog onClose={() => setOpen(null)} />}
    </div>
  );
}

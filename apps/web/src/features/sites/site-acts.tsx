import { Button } from "@navikt/ds-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

const MergeDialog = lazy(() => import("./merge-dialog.tsx"));
const RecordsDialog = lazy(() => import("./records-dialog.tsx"));
const StateDialog = lazy(() => import("./state-dialog.tsx"));

type Asked = "merge" | "records" | "relocate" | "close" | "reopen";

/** What can be recorded of a site: each opens a dialog that says what will change. */
export function SiteActs({ site }: { readonly site: Site }): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null);
  const go = useGo();
  const mayState = site.can.write;
  const offered: readonly Asked[] = [
    ...(site.can.arrange ? (["merge", "records"] as const) : []),
    ...(mayState && site.state !== "relocated" ? (["relocate"] as const) : []),
    ...(mayState && site.state !== "closed" ? (["close"] as const) : []),
    ...(mayState && site.state !== "open" ? (["reopen"] as const) : []),
  ];
  if (offered.length === 0) return null;
  const close = (siteId: string | null = null): void => {
    setAsked(null);
    if (siteId !== null && siteId !== site.id) go(`/sites/${siteId}`);
  };
  return (
    <div className="row no-print" role="group" aria-label={t("siteActs.menu")}>
      {offered.map((one) => (
        <Button key={one} size="small" variant="tertiary" onClick={() => setAsked(one)}>
          {t(`siteActs.${one}`)}
        </Button>
      ))}
      <Suspense>
        {asked === "merge" && <MergeDialog site={site} onClose={close} />}
        {asked === "records" && <RecordsDialog site={site} onClose={close} />}
        {(asked === "relocate" || asked === "close" || asked === "reopen") && (
          <StateDialog site={site} kind={asked} onClose={() => close()} />
        )}
      </Suspense>
    </div>
  );
}

import { lazy, Suspense, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

const SiteMap = lazy(() => import("../../components/site-map.tsx"));

/** A small map of one site. Only for sites whose coordinates are known. */
export function SitePlace({
  site,
}: {
  readonly site: Site & { readonly latitude: number; readonly longitude: number };
}): ReactNode {
  const kind =
    site.screening === "hit" ? "hit" : site.reviewWith.length > 0 ? "review" : ("plain" as const);
  return (
    <Suspense fallback={<p role="status">{t("map.loading")}</p>}>
      <SiteMap title={t("site.place")} sites={[{ ...site, siteId: site.id, kind }]} />
    </Suspense>
  );
}

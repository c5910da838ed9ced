import { lazy, Suspense, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import type { Review } from "./queries.ts";

const SiteMap = lazy(() => import("../../components/site-map.tsx"));

/** Where the two records lie; where one has no coordinates, or neither, that is said. */
export function PairMap({ review }: { readonly review: Review }): ReactNode {
  const placed = [review.a, review.b].filter(
    (site) => site.latitude !== null && site.longitude !== null,
  );
  if (placed.length === 0) return <p className="quiet">{t("matches.noMap")}</p>;
  return (
    <div className="pair-map">
      {placed.length === 1 && <p className="quiet">{t("matches.halfMap")}</p>}
      <Suspense fallback={<p role="status">{t("map.loading")}</p>}>
        <SiteMap
          title={t("matches.map")}
          sites={placed.map((site) => ({ ...site, siteId: site.id, kind: "review" }))}
        />
      </Suspense>
    </div>
  );
}

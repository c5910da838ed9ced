import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

/** Says that a site is closed, or has moved, and where to; and what moved here. */
export function SiteLife({ site }: { readonly site: Site }): ReactNode {
  if (site.state === "open" && site.movedTo === null && site.movedFrom.length === 0) return null;
  const since = site.stateSince;
  return (
    <section
      className={site.state === "open" ? "banner banner-quiet" : "banner banner-care"}
      aria-label={t("siteActs.menu")}
    >
      <div>
        {site.state !== "open" && since !== null && (
          <p>
            <strong>{t(`siteLife.${site.state}`, { date: formatDate(since) })}</strong>
          </p>
        )}
        {site.movedTo !== null && (
          <p>
            {t("siteLife.movedTo")}{" "}
            <AppLink href={`/sites/${site.movedTo.publicId}`}>
              {site.movedTo.name}, {site.movedTo.address ?? t("sites.noAddress")}
            </AppLink>
            .
          </p>
        )}
        {site.movedFrom.map((one) => (
          <p key={one.id}>
            {t("siteLife.movedFrom", { date: formatDate(one.since) })}{" "}
            <AppLink href={`/sites/${one.publicId}`}>
              {one.name}, {one.address ?? t("sites.noAddress")}
            </AppLink>
            .
          </p>
        ))}
        {(site.movedTo !== null || site.movedFrom.length > 0) && (
          <p className="small">{t("siteLife.keeps")}</p>
        )}
      </div>
    </section>
  );
}

/** The records that were found to be this site, with their ids. */
export function MergedSites({ site }: { readonly site: Site }): ReactNode {
  if (site.merged.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="merged-sites">
      <div>
        <h2 className="section-title" id="merged-sites">
          {t("siteLife.merged")}
        </h2>
        <p className="quiet">{t("siteLife.mergedWhat")}</p>
      </div>
      <ul className="perhaps-list">
        {site.merged.map((one) => (
          <li key={one.id}>
            {one.name}
            <span className="sub">
              <code>{one.publicId}</code>
              {one.osId !== null && ` · OS ID ${one.osId}`} · {one.address ?? t("sites.noAddress")}{" "}
              · {t("siteLife.mergedSince", { date: formatDate(one.since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

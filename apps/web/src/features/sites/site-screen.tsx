import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ScreeningTag, ToneTag } from "../../components/tags.tsx";
import { useGo } from "../../routing/use-go.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { PublishSite } from "./publish-site.tsx";
import { siteQuery, useSiteId, type Site } from "./queries.ts";
import { SiteActs } from "./site-acts.tsx";
import { SiteHistory } from "./site-history.tsx";
import { SiteIdentity } from "./site-identity.tsx";
import { MergedSites, SiteLife } from "./site-life.tsx";
import { SiteMakes } from "./site-makes.tsx";
import { PerhapsSame } from "./site-perhaps-same.tsx";
import { SiteScreening } from "./site-screening.tsx";
import { SiteValues } from "./site-values.tsx";

function SitePage({ site }: { readonly site: Site }): ReactNode {
  const mayReadAudit = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  return (
    <>
      <PageHeading
        title={site.name}
        crumbs={[{ href: "/sites", text: t("site.backToSites") }]}
        lead={
          <p className="row">
            <span className="quiet">
              {site.publicId} · {formatCountry(site.country)}
            </span>
            <ScreeningTag status={site.screening} />
            <ToneTag tone="quiet">
              {t(site.published ? "site.publishedTag" : "site.ownTag")}
            </ToneTag>
            {site.state !== "open" && <ToneTag tone="care">{t(`siteState.${site.state}`)}</ToneTag>}
          </p>
        }
        actions={site.can.publish ? <PublishSite site={site} /> : undefined}
      />
      <div className="stack">
        <SiteActs site={site} />
        <SiteLife site={site} />
        <PerhapsSame site={site} />
        <SiteIdentity site={site} />
        <SiteScreening site={site} />
        <SiteMakes site={site} />
        <SiteValues site={site} />
        <MergedSites site={site} />
        <SiteHistory site={site} />
        {mayReadAudit && (
          <p className="no-print">
            <AppLink href={`/audit?kind=site&subject=${site.id}`}>{t("site.history")}</AppLink>
          </p>
        )}
      </div>
    </>
  );
}

/** One production site: which it is, who says so, what it makes, what screening says. */
export function SiteScreen(): ReactNode {
  const asked = useSiteId();
  const site = useQuery(siteQuery(asked));
  const go = useGo();
  // Asked for by the id of a record that was merged away: the address becomes that of the site that stands.
  const moved = site.data?.merged.some(
    ({ id, publicId, osId }) => asked === id || asked === publicId || asked === osId,
  );
  const standing = site.data?.publicId;
  useEffect(() => {
    if (moved === true && standing !== undefined) go(`/sites/${standing}`, { replace: true });
  }, [moved, standing, go]);
  return (
    <>
      {site.data === undefined && (
        <PageHeading
          title={t("site.title")}
          crumbs={[{ href: "/sites", text: t("site.backToSites") }]}
        />
      )}
      <Loaded query={site} lines={10}>
        {(data) => <SitePage site={data} />}
      </Loaded>
    </>
  );
}

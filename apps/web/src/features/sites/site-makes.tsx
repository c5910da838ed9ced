import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

type Link = Site["links"][number];

function sureness(link: Link): string {
  return link.kind === "one_of_n_possible" && link.alternativesCount !== null
    ? t("site.oneOf", { n: link.alternativesCount })
    : t(`link.${link.kind}`);
}

const columns: readonly DataColumn<Link>[] = [
  { id: "product", header: t("site.product"), value: (link) => link.product, names: true },
  {
    id: "contract",
    header: t("site.contract"),
    value: (link) => link.contractTitle,
    cell: (link) => (
      <AppLink href={`/contracts/${link.contractId}?station=traced`}>{link.contractTitle}</AppLink>
    ),
  },
  { id: "tier", header: t("site.tier"), value: (link) => t(`tier.${link.tier}`) },
  { id: "component", header: t("site.component"), value: (link) => link.component },
  {
    id: "link",
    header: t("site.link"),
    value: sureness,
    cell: (link) => (
      <ToneTag tone={link.kind === "confirmed" ? "good" : "care"}>{sureness(link)}</ToneTag>
    ),
  },
];

/** What the site makes, or may make, and on which contracts. A possible site never reads as a certain one. */
export function SiteMakes({ site }: { readonly site: Site }): ReactNode {
  const withComponent = site.links.some((link) => link.component !== null);
  return (
    <section className="card stack" aria-labelledby="makes">
      <h2 className="section-title" id="makes">
        {t("site.makes")}
      </h2>
      {site.links.length === 0 ? (
        <p className="quiet">{t("site.makesNone")}</p>
      ) : (
        <DataTable
          caption={t("site.makes")}
          columns={columns}
          hidden={withComponent ? [] : ["component"]}
          rows={site.links}
          rowKey={(link) =>
            [link.productId, link.tier, link.component, link.kind, link.alternativesCount].join(" ")
          }
        />
      )}
    </section>
  );
}

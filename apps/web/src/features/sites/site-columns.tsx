import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { flagWords } from "../../components/flag-words.ts";
import { ScreeningTag, ToneTag } from "../../components/tags.tsx";
import { formatCountry, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { SiteRow } from "./queries.ts";

/** The columns of the list of sites; what stands small under a name is a column of its own in the export. */
export const siteColumns: readonly DataColumn<SiteRow>[] = [
  {
    id: "site",
    header: t("sites.col.site"),
    value: (site) => site.name,
    names: true,
    cell: (site) => (
      <>
        <AppLink href={`/sites/${site.publicId}`}>
          <strong>{site.name}</strong>
        </AppLink>
        {site.state !== "open" && (
          <>
            {" "}
            <ToneTag tone="care">{t(`siteState.${site.state}`)}</ToneTag>
          </>
        )}
        <span className="sub">
          {site.publicId}
          {site.osId !== null && ` · OS ID ${site.osId}`}
        </span>
      </>
    ),
  },
  {
    id: "address",
    header: t("sites.col.address"),
    value: (site) => site.address,
    cell: (site) => (
      <>
        {site.address ?? <span className="quiet">{t("sites.noAddress")}</span>}
        <span className="sub">{formatCountry(site.country)}</span>
      </>
    ),
  },
  {
    id: "screening",
    header: t("sites.col.screening"),
    value: (site) => t(`screening.${site.screening}`),
    cell: (site) => <ScreeningTag status={site.screening} />,
  },
  {
    id: "flags",
    header: t("sites.col.flags"),
    value: (site) => flagWords(site.flags),
  },
  {
    id: "contracts",
    header: t("sites.col.contracts"),
    value: (site) => site.contracts,
    cell: (site) => formatNumber(site.contracts),
    numeric: true,
  },
  {
    id: "known",
    header: t("sites.col.known"),
    value: (site) => t(site.published ? "sites.published" : "sites.own"),
  },
];

/** The same for the export: ids and country, shown under other values on screen, stand in columns of their own. */
export const siteExportColumns: readonly DataColumn<SiteRow>[] = siteColumns.flatMap((column) => {
  if (column.id === "site")
    return [
      column,
      { id: "publicId", header: t("sites.col.publicId"), value: (site: SiteRow) => site.publicId },
      {
        id: "state",
        header: t("sites.col.state"),
        value: (site: SiteRow) => t(`siteState.${site.state}`),
      },
      { id: "osId", header: t("sites.col.osId"), value: (site: SiteRow) => site.osId },
    ];
  if (column.id === "address")
    return [
      column,
      {
        id: "country",
        header: t("sites.col.country"),
        value: (site: SiteRow) => formatCountry(site.country),
      },
    ];
  return [column];
});

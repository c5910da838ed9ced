import type { ContractLine } from "@throughline/contract";
import { tiers, type LineSite, type ProductTrace } from "@throughline/domain";
import { AppLink } from "../../components/app-link.tsx";
import type { DataColumn } from "../../components/data-table.tsx";
import { flagWords } from "../../components/flag-words.ts";
import { productName } from "../../components/product-name.ts";
import { ScreeningTag, ToneTag, TraceTag } from "../../components/tags.tsx";
import { formatCountry, formatMoney, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

export const productColumns: readonly DataColumn<ProductTrace>[] = [
  {
    id: "product",
    header: t("traced.product"),
    names: true,
    sortable: true,
    value: productName,
    cell: (product) => (
      <>
        {productName({ ...product, brand: "" })}
        <span className="sub">{product.brand}</span>
      </>
    ),
  },
  {
    id: "bought",
    header: t("traced.bought"),
    numeric: true,
    sortable: true,
    value: (product) => product.quantity,
    cell: (product) => (
      <>
        {product.quantity === null ? "–" : formatNumber(product.quantity)}
        {product.value !== null && <span className="sub">{formatMoney(product.value)}</span>}
      </>
    ),
  },
  {
    // On screen the value stands under the quantity; a file has a column for it.
    id: "value",
    header: t("traced.value"),
    numeric: true,
    sortable: true,
    value: (product) => product.value?.minorUnits ?? null,
    exported: (product) => (product.value === null ? null : formatMoney(product.value)),
    cell: (product) => (product.value === null ? "–" : formatMoney(product.value)),
  },
  { id: "assembly", header: t("traced.assembly"), value: (product) => product.sentence.text },
  {
    id: "status",
    header: t("traced.status"),
    unlabelled: true,
    sortable: true,
    value: (product) => t(`trace.${product.status}`),
    cell: (product) => <TraceTag status={product.status} />,
  },
];

export const siteColumns: readonly DataColumn<LineSite>[] = [
  {
    id: "site",
    header: t("traced.site"),
    names: true,
    sortable: true,
    value: (site) => site.name,
    cell: (site) => (
      <>
        <AppLink href={`/sites/${site.siteId}`}>{site.name}</AppLink>
        {site.flags.length > 0 && <span className="sub care-text">{flagWords(site.flags)}</span>}
        {site.toReview && (
          <span className="sub">
            <ToneTag tone="care">{t("traced.toReview")}</ToneTag>
          </span>
        )}
      </>
    ),
  },
  {
    id: "where",
    header: t("traced.where"),
    sortable: true,
    value: (site) =>
      [site.address, formatCountry(site.country)].filter((part) => part !== null).join(", "),
    cell: (site) => (
      <>
        {site.address ?? t("precision.none")}
        <span className="sub">{formatCountry(site.country)}</span>
      </>
    ),
  },
  {
    id: "tier",
    header: t("traced.tier"),
    value: (site) => site.tiers.map((tier) => t(`tier.${tier}`)).join(", "),
  },
  {
    id: "standing",
    header: t("traced.standing"),
    sortable: true,
    value: (site) => site.standing.text,
  },
  {
    id: "screening",
    header: t("traced.screening"),
    unlabelled: true,
    sortable: true,
    value: (site) => t(`screening.${site.screening}`),
    cell: (site) => <ScreeningTag status={site.screening} />,
  },
];

/** What the screen sets in one cell, one under the other, stands apart in the file. */
const apart: Partial<Record<string, readonly DataColumn<LineSite>[]>> = {
  site: [
    { id: "site", header: t("traced.site"), value: (site) => site.name },
    { id: "noticed", header: t("sites.col.flags"), value: (site) => flagWords(site.flags) },
    {
      id: "review",
      header: t("reviews.title"),
      value: (site) => (site.toReview ? t("traced.toReview") : null),
    },
  ],
  where: [
    {
      id: "where",
      header: t("traced.where"),
      value: (site) => site.address ?? t("precision.none"),
    },
    { id: "country", header: t("sites.col.country"), value: (site) => formatCountry(site.country) },
  ],
};

/** The columns of the file. */
export const siteFileColumns: readonly DataColumn<LineSite>[] = siteColumns.flatMap(
  (column) => apart[column.id] ?? [column],
);

/** Columns of the table that says the drawing in words. */
export function edgeColumns(
  productNames: ReadonlyMap<string, string>,
  siteNames: ReadonlyMap<string, string>,
): readonly DataColumn<ContractLine["edges"][number]>[] {
  return [
    {
      id: "product",
      header: t("traced.product"),
      names: true,
      value: (edge) => productNames.get(edge.productId) ?? edge.productId,
    },
    {
      id: "tier",
      header: t("traced.tier"),
      value: (edge) => `${tiers.indexOf(edge.tier) + 1}. ${t(`tier.${edge.tier}`)}`,
      cell: (edge) => t(`tier.${edge.tier}`),
    },
    { id: "component", header: t("traced.component"), value: (edge) => edge.component ?? "–" },
    {
      id: "site",
      header: t("traced.site"),
      value: (edge) =>
        edge.siteId === null
          ? t("traced.noSiteNamed")
          : (siteNames.get(edge.siteId) ?? edge.siteId),
      cell: (edge) =>
        edge.siteId === null ? (
          t("traced.noSiteNamed")
        ) : (
          <AppLink href={`/sites/${edge.siteId}`}>
            {siteNames.get(edge.siteId) ?? edge.siteId}
          </AppLink>
        ),
    },
    { id: "link", header: t("traced.link"), value: (edge) => t(`link.${edge.kind}`) },
  ];
}

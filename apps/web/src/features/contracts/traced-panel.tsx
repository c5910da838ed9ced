import { Button, Tabs } from "@navikt/ds-react";
import type { ContractLine } from "@throughline/contract";
import type { Line } from "@throughline/domain";
import { lazy, Suspense, useMemo, type ReactNode } from "react";
import { z } from "zod";
import { AppLink } from "../../components/app-link.tsx";
import { DataTable, type TableSort } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import type { MapSite } from "../../components/site-map.tsx";
import { TraceDrawing } from "../../components/trace-drawing.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import type { Task } from "./task-of-action.ts";
import { productName } from "../../components/product-name.ts";
import { edgeColumns, productColumns, siteColumns } from "./traced-columns.tsx";

const SiteMap = lazy(() => import("../../components/site-map.tsx"));

const views = ["products", "sites", "drawing"] as const;
const shownUnderQuantity = ["value"];

const ViewState = z.object({
  view: z.enum(views).catch("products").default("products"),
  products: z.string().max(40).optional().catch(undefined),
  sites: z.string().max(40).optional().catch(undefined),
});

function sortOf(text: string | undefined): TableSort | null {
  if (text === undefined) return null;
  return text.startsWith("-")
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}
function textOf(sort: TableSort): string {
  return `${sort.descending ? "-" : ""}${sort.column}`;
}

function Unplaced({ sites }: { readonly sites: Line["sites"] }): ReactNode {
  const without = sites.filter((site) => site.latitude === null || site.longitude === null);
  if (without.length === 0) return null;
  return (
    <details className="plain">
      <summary className="small">
        {t("map.unplaced")}: {without.length}
      </summary>
      <ul className="facts small">
        {without.map((site) => (
          <li key={site.siteId}>
            <AppLink href={`/sites/${site.siteId}`}>{site.name}</AppLink>,{" "}
            {formatCountry(site.country)}
          </li>
        ))}
      </ul>
    </details>
  );
}

export interface TracedPanelProps {
  readonly line: Line;
  /** All sites of the line, also those not loaded yet. */
  readonly siteCount: number;
  readonly edges: ContractLine["edges"];
  readonly edgesLeftOut: number;
  readonly can: ContractDetail["can"];
  /** Null where the past is shown. */
  readonly onTask: ((task: Task) => void) | null;
}

/** Which sites make, or may make, what was bought: as tables, on a map, and as a drawing by tier. */
export function TracedPanel({
  line,
  siteCount,
  edges,
  edgesLeftOut,
  can,
  onTask,
}: TracedPanelProps): ReactNode {
  const [state, setState] = useUrlState(ViewState);
  const mapSites = useMemo(
    () =>
      line.sites.map((site): MapSite => ({
        siteId: site.siteId,
        name: site.name,
        country: site.country,
        latitude: site.latitude,
        longitude: site.longitude,
        located: site.located,
        kind: site.screening === "hit" ? "hit" : site.toReview ? "review" : "plain",
      })),
    [line.sites],
  );
  const drawn = useMemo(
    () => ({
      products: line.products.map((product) => ({
        productId: product.productId,
        name: productName(product),
      })),
      sites: line.sites.map((site) => ({
        siteId: site.siteId,
        name: site.name,
        hit: site.screening === "hit",
      })),
    }),
    [line],
  );
  const productNames = useMemo(
    () => new Map(drawn.products.map((product) => [product.productId, product.name])),
    [drawn],
  );
  const edgeTable = useMemo(
    () => edgeColumns(productNames, new Map(line.sites.map((site) => [site.siteId, site.name]))),
    [productNames, line.sites],
  );
  const products = (
    <section className="stack-small" aria-label={t("traced.products")}>
      {line.products.length === 0 ? (
        <EmptyState level={3} title={t("traced.noProducts")} what={t("traced.noProductsWhat")}>
          {can.write && onTask !== null && (
            <Button size="small" variant="secondary" onClick={() => onTask({ kind: "products" })}>
              {t("traced.addProducts")}
            </Button>
          )}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={t("traced.products")}
            columns={productColumns}
            hidden={shownUnderQuantity}
            rows={line.products}
            rowKey={(product) => product.productId}
            sort={sortOf(state.products)}
            onSort={(sort) => setState({ products: textOf(sort) })}
          />
          {can.write && onTask !== null && (
            <div className="row no-print">
              <Button size="small" variant="tertiary" onClick={() => onTask({ kind: "products" })}>
                {t("traced.addProducts")}
              </Button>
              <AppLink href={`/contracts/${line.contract.id}/products`}>
                {t("products.manage")}
              </AppLink>
            </div>
          )}
        </>
      )}
    </section>
  );
  const map = (
    <section className="stack-small" aria-label={t("map.title")}>
      {line.sites.length === 0 ? (
        <EmptyState level={3} title={t("traced.noSites")} what={t("traced.noSitesWhat")}>
          {can.addDisclosure && onTask !== null && (
            <Button
              size="small"
              variant="secondary"
              onClick={() => onTask({ kind: "disclosure", productIds: [] })}
            >
              {t("traced.addDisclosure")}
            </Button>
          )}
        </EmptyState>
      ) : (
        <>
          <Suspense fallback={<p className="quiet">{t("map.loading")}</p>}>
            <SiteMap sites={mapSites} />
          </Suspense>
          <Unplaced sites={line.sites} />
        </>
      )}
    </section>
  );
  const both = (
    <div className="traced">
      {products}
      {map}
    </div>
  );
  if (line.products.length + line.sites.length === 0) return both;
  return (
    <Tabs
      size="small"
      value={state.view}
      onChange={(chosen) => setState({ view: views.find((view) => view === chosen) })}
    >
      <Tabs.List aria-label={t("traced.views")}>
        <Tabs.Tab value="products" label={t("traced.viewProducts")} />
        <Tabs.Tab value="sites" label={t("traced.viewSites", { n: siteCount })} />
        <Tabs.Tab value="drawing" label={t("traced.viewDrawing")} />
      </Tabs.List>
      <Tabs.Panel value="products">{both}</Tabs.Panel>
      <Tabs.Panel value="sites">
        {line.sites.length === 0 ? (
          map
        ) : (
          <DataTable
            caption={t("traced.sites")}
            columns={siteColumns}
            rows={line.sites}
            rowKey={(site) => site.siteId}
            sort={sortOf(state.sites)}
            onSort={(sort) => setState({ sites: textOf(sort) })}
          />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="drawing">
        <div className="stack-small">
          <TraceDrawing products={drawn.products} sites={drawn.sites} edges={edges} />
          {edgesLeftOut > 0 && (
            <p className="small quiet">{t("traced.edgesLeft", { n: edgesLeftOut })}</p>
          )}
          <details className="plain">
            <summary className="small">{t("traced.drawingTable")}</summary>
            <DataTable
              caption={t("traced.drawing")}
              columns={edgeTable}
              rows={edges}
              rowKey={(edge) =>
                `${edge.productId} ${edge.siteId ?? ""} ${edge.tier} ${edge.component ?? ""} ${edge.kind}`
              }
            />
          </details>
        </div>
      </Tabs.Panel>
    </Tabs>
  );
}

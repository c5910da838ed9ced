import { Button, Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { gridQuery, type Grid } from "../../api/record.ts";
import { t } from "../../texts/t.ts";
import { EmptyState } from "../empty-state.tsx";
import { Loaded } from "../loaded.tsx";
import { ProblemNotice } from "../problem-notice.tsx";
import { LinkBrush } from "./link-brush.tsx";
import { layOver, tick, type Brush, type Layer } from "./link-layers.ts";
import { LinkTable } from "./link-table.tsx";
import { useSavedLinks, type SavedLinks } from "./use-saved-links.ts";

const sitesAtOnce = 200;

function listen(change: () => void): () => void {
  globalThis.addEventListener("resize", change);
  return () => globalThis.removeEventListener("resize", change);
}

/** How many products stand side by side. */
function columnsThatFit(): number {
  const width = globalThis.innerWidth;
  return width < 560 ? 1 : width < 960 ? 3 : 6;
}

function Filled({
  grid,
  saved,
  canWrite,
  components,
}: {
  readonly grid: Grid;
  readonly saved: SavedLinks;
  readonly canWrite: boolean;
  readonly components: readonly string[];
}): ReactNode {
  const [layer, setLayer] = useState<Layer>(() => {
    const first = grid.links[0];
    return first === undefined
      ? { tier: "final_assembly", component: null }
      : { tier: first.tier, component: first.component };
  });
  const [brush, setBrush] = useState<Brush>({ kind: "confirmed", from: null, to: null });
  const [search, setSearch] = useState("");
  const [first, setFirst] = useState(0);
  const fit = useSyncExternalStore(listen, columnsThatFit);
  const laid = layOver(grid.links, saved.pending);
  const from = Math.min(first, Math.max(0, grid.products.length - 1));
  const products = grid.products.slice(from, from + fit);
  const words = search.trim().toLowerCase();
  const sites = grid.sites.filter(
    ({ name, address }) => words === "" || `${name} ${address ?? ""}`.toLowerCase().includes(words),
  );
  return (
    <div className="stack">
      {canWrite && (
        <LinkBrush
          layer={layer}
          brush={brush}
          links={[...laid.values()]}
          components={components}
          onLayer={setLayer}
          onBrush={setBrush}
        />
      )}
      <div className="spread">
        <div className="row-end">
          {grid.sites.length > 8 && (
            <Search
              label={t("grid.findSite")}
              hideLabel={false}
              size="small"
              variant="simple"
              value={search}
              onChange={setSearch}
            />
          )}
          {grid.products.length > fit && (
            <div className="row" role="group" aria-label={t("grid.productsShown")}>
              <Button
                size="small"
                variant="secondary"
                disabled={from === 0}
                onClick={() => setFirst(Math.max(0, from - fit))}
              >
                {t("grid.before")}
              </Button>
              <span>
                {t(fit === 1 ? "grid.productAt" : "grid.productsAt", {
                  a: from + 1,
                  b: Math.min(from + fit, grid.products.length),
                  all: grid.products.length,
                })}
              </span>
              <Button
                size="small"
                variant="secondary"
                disabled={from + fit >= grid.products.length}
                onClick={() => setFirst(from + fit)}
              >
                {t("grid.after")}
              </Button>
            </div>
          )}
        </div>
        <p className="quiet" role="status">
          {saved.state === "failed" || saved.state === "untouched"
            ? t("grid.links", { n: laid.size })
            : t(`grid.${saved.state}`, { n: laid.size })}
        </p>
      </div>
      {saved.state === "failed" && <ProblemNotice error={saved.error} onRetry={saved.retry} />}
      <LinkTable
        sites={sites}
        products={products}
        laid={laid}
        layer={layer}
        canWrite={canWrite}
        onTick={(places) => saved.add(tick(laid, places, layer, brush))}
      />
      {sites.length === 0 && <p>{t("grid.noSiteMatches")}</p>}
      <p className="small quiet">{t("grid.keys")}</p>
    </div>
  );
}

/** Sites against products, to be ticked; saved as one goes. */
export function LinkGrid({
  deliveryId,
  canWrite,
  components = [],
  noProducts,
  noSites,
}: {
  /** Only the products of one request; `null`: everything. */
  readonly deliveryId: string | null;
  readonly canWrite: boolean;
  readonly components?: readonly string[];
  /** The way to the products and to the sites, where there are none yet. */
  readonly noProducts: ReactNode;
  readonly noSites: ReactNode;
}): ReactNode {
  const [sitesFrom, setSitesFrom] = useState(0);
  const grid = useQuery(gridQuery(deliveryId, sitesFrom));
  const saved = useSavedLinks();
  return (
    <Loaded query={grid} lines={8}>
      {(data) =>
        data.products.length === 0 ? (
          <EmptyState title={t("grid.noProducts")}>{noProducts}</EmptyState>
        ) : data.sitesTotal === 0 ? (
          <EmptyState title={t("grid.noSites")}>{noSites}</EmptyState>
        ) : (
          <>
            <Filled grid={data} saved={saved} canWrite={canWrite} components={components} />
            {data.sitesTotal > sitesAtOnce && (
              <div className="row">
                <Button
                  size="small"
                  variant="secondary"
                  disabled={sitesFrom === 0}
                  onClick={() => setSitesFrom(Math.max(0, sitesFrom - sitesAtOnce))}
                >
                  {t("grid.sitesBefore")}
                </Button>
                <span>
                  {t("grid.sitesAt", {
                    a: sitesFrom + 1,
                    b: sitesFrom + data.sites.length,
                    all: data.sitesTotal,
                  })}
                </span>
                <Button
                  size="small"
                  variant="secondary"
                  disabled={sitesFrom + data.sites.length >= data.sitesTotal}
                  onClick={() => setSitesFrom(sitesFrom + sitesAtOnce)}
                >
                  {t("grid.sitesAfter")}
                </Button>
              </div>
            )}
          </>
        )
      }
    </Loaded>
  );
}

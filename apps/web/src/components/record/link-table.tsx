import type { OwnLink, OwnProduct, OwnSite } from "@throughline/contract";
import {
  memo,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { formatCountry, formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { productName } from "../product-name.ts";
import { sayLayer } from "./link-brush.tsx";
import { groupByPlace, layerKey, type Layer } from "./link-layers.ts";
import { moveInGrid, type GridPlace } from "./move-in-grid.ts";

const nameOf = (product: OwnProduct): string => productName({ ...product, partNumber: null });

/** What one cell says beside its tick. */
function CellWords({
  link,
  others,
}: {
  readonly link: OwnLink | undefined;
  readonly others: readonly OwnLink[];
}): ReactNode {
  const period =
    link === undefined || (link.from === null && link.to === null)
      ? null
      : t("grid.periodSays", {
          from: link.from === null ? "…" : formatDate(link.from),
          to: link.to === null ? "…" : formatDate(link.to),
        });
  return (
    <>
      {link?.kind === "one_of_several" && <span className="cell-word">{t("grid.oneOf")}</span>}
      {period !== null && <span className="cell-word quiet">{period}</span>}
      {others.length > 0 && (
        <span className="cell-word quiet" title={others.map(sayLayer).join("; ")}>
          {t("grid.also", { n: others.length })}
        </span>
      )}
    </>
  );
}

type Tick = (places: readonly { productId: string; siteId: string }[]) => void;

/** Marks a control of the grid by its place; only the one that holds the focus is a stop for Tab. */
function stopAt(row: number, column: number, active: number | null) {
  return { "data-at": `${row},${column}`, tabIndex: active === column ? 0 : -1 };
}

/** One site. Drawn anew only when its own cells or its stop change: two hundred rows stand here. */
const SiteRow = memo(function SiteRow({
  site,
  row,
  products,
  byPlace,
  layer,
  active,
  canWrite,
  onTick,
}: {
  readonly site: OwnSite;
  readonly row: number;
  readonly products: readonly OwnProduct[];
  readonly byPlace: ReadonlyMap<string, readonly OwnLink[]>;
  readonly layer: Layer;
  /** Column that is the stop for Tab, where this row holds it. */
  readonly active: number | null;
  readonly canWrite: boolean;
  readonly onTick: Tick;
}): ReactNode {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="grid-head"
          disabled={!canWrite}
          aria-label={t("grid.wholeRow", { site: site.name })}
          {...stopAt(row, -1, active)}
          onClick={() =>
            onTick(products.map((product) => ({ productId: product.id, siteId: site.id })))
          }
        >
          {site.name}
        </button>
        <span className="sub">
          {site.maskedAs === null
            ? formatCountry(site.country)
            : t("ownSite.maskedBy", { who: site.maskedAs })}
        </span>
      </th>
      {products.map((product, column) => {
        const place = { productId: product.id, siteId: site.id };
        const links = byPlace.get(`${product.id}|${site.id}`) ?? [];
        const link = links.find((one) => layerKey(one) === layerKey(layer));
        return (
          <td key={product.id} data-kind={link?.kind ?? "none"}>
            <label className="grid-cell">
              <input
                type="checkbox"
                checked={link !== undefined}
                disabled={!canWrite}
                aria-label={t(link?.kind === "one_of_several" ? "grid.cellSeveral" : "grid.cell", {
                  site: site.name,
                  product: nameOf(product),
                })}
                {...stopAt(row, column, active)}
                onChange={() => onTick([place])}
              />
              <CellWords link={link} others={links.filter((one) => one !== link)} />
            </label>
          </td>
        );
      })}
    </tr>
  );
});

/**
 * Sites against products in one layer, to be ticked. One stop for Tab; arrows, Home and End move, Space ticks a cell,
 * and on a heading its whole row or column.
 */
export function LinkTable({
  sites,
  products,
  laid,
  layer,
  canWrite,
  onTick,
}: {
  readonly sites: readonly OwnSite[];
  readonly products: readonly OwnProduct[];
  readonly laid: ReadonlyMap<string, OwnLink>;
  readonly layer: Layer;
  readonly canWrite: boolean;
  readonly onTick: Tick;
}): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });
  const byPlace = useMemo(() => groupByPlace(laid.values()), [laid]);
  const size = { rows: sites.length, columns: products.length };
  // What is focused may have gone with a page of sites or products.
  const here: GridPlace = {
    row: Math.min(at.row, size.rows - 1),
    column: Math.min(at.column, size.columns - 1),
  };
  function walk(event: KeyboardEvent): void {
    const next = moveInGrid(here, event.key, event.ctrlKey || event.metaKey, size);
    if (next === null) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  }
  function follow(event: FocusEvent): void {
    const [row, column] = (event.target.getAttribute("data-at") ?? "").split(",").map(Number);
    if (row !== undefined && column !== undefined) setAt({ row, column });
  }
  return (
    <div className="table-frame grid-frame">
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- because a table is made a grid by its role, its cells holding the controls
        role="grid"
        className="link-table"
        aria-label={t("grid.label", { layer: sayLayer(layer) })}
        onKeyDown={walk}
        onFocus={follow}
      >
        <thead>
          <tr>
            <th scope="col" className="corner">
              {t("grid.sitesHead")}
            </th>
            {products.map((product, column) => (
              <th key={product.id} scope="col">
                <button
                  type="button"
                  className="grid-head"
                  disabled={!canWrite}
                  aria-label={t("grid.wholeColumn", { product: nameOf(product) })}
                  {...stopAt(-1, column, here.row === -1 ? here.column : null)}
                  onClick={() =>
                    onTick(sites.map((site) => ({ productId: product.id, siteId: site.id })))
                  }
                >
                  {nameOf(product)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sites.map((site, row) => (
            <SiteRow
              key={site.id}
              site={site}
              row={row}
              products={products}
              byPlace={byPlace}
              layer={layer}
              active={here.row === row ? here.column : null}
              canWrite={canWrite}
              onTick={onTick}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

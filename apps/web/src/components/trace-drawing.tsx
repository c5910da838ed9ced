import { useMemo, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { layOutTrace, type TraceEdge, type TraceProduct, type TraceSite } from "./lay-out-trace.ts";

/** Where each layer begins, and how wide its boxes are. */
const columns = { product: 8, part: 316, site: 660 } as const;
const widths = { product: 236, part: 270, site: 300 } as const;
const boxHeight = 34;
const width = columns.site + widths.site + 8;

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const middle = (fromX + toX) / 2;
  return `M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}`;
}

const edgeKinds = {
  confirmed: "edge",
  one_of_n_possible: "edge is-possible",
  brand_level_only: "edge is-brand",
} as const;

function Box({
  layer,
  y,
  text,
  kind,
}: {
  readonly layer: keyof typeof columns;
  readonly y: number;
  readonly text: string;
  readonly kind?: string;
}): ReactNode {
  const x = columns[layer];
  return (
    <g>
      <title>{text}</title>
      <rect
        className={`node ${kind ?? ""}`}
        x={x}
        y={y - boxHeight / 2}
        width={widths[layer]}
        height={boxHeight}
        rx="6"
      />
      <text x={x + 10} y={y + 4.5}>
        {shorten(text, Math.floor((widths[layer] - 20) / 6.9))}
      </text>
    </g>
  );
}

/** Layered drawing of product → tier and component → site. The table beside it says the same in words. */
export function TraceDrawing({
  products,
  sites,
  edges,
}: {
  readonly products: readonly TraceProduct[];
  readonly sites: readonly TraceSite[];
  readonly edges: readonly TraceEdge[];
}): ReactNode {
  const layout = useMemo(() => layOutTrace(products, sites, edges), [products, sites, edges]);
  const productY = new Map(layout.products.map((node) => [node.id, node.y]));
  const partY = new Map(layout.parts.map((node) => [node.id, node.y]));
  const siteY = new Map(layout.sites.map((node) => [node.id, node.y]));
  return (
    <div className="stack-small">
      {layout.productsLeftOut > 0 && (
        <p className="small quiet">
          {t("traced.drawingLeft", { shown: layout.products.length, all: products.length })}
        </p>
      )}
      {/* A drawing wider than the screen scrolls; by keyboard, too, only when it can be focused (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- because what scrolls must be reachable by keyboard */}
      <div className="drawing" role="region" aria-label={t("traced.drawingFrame")} tabIndex={0}>
        <svg
          width={width}
          height={layout.height}
          viewBox={`0 0 ${width} ${layout.height}`}
          role="img"
          aria-label={t("traced.drawing")}
        >
          <text className="heading" x={columns.product} y="16">
            {t("traced.product")}
          </text>
          <text className="heading" x={columns.part} y="16">
            {t("traced.tier")}
          </text>
          <text className="heading" x={columns.site} y="16">
            {t("traced.site")}
          </text>
          {layout.parts.map((part) => (
            <path
              key={part.id}
              className={edgeKinds[part.kind ?? "brand_level_only"]}
              d={curve(
                columns.product + widths.product,
                productY.get(part.productId) ?? 0,
                columns.part,
                part.y,
              )}
            />
          ))}
          {layout.toSites.map((edge) => (
            <path
              key={`${edge.from} ${edge.to} ${edge.kind}`}
              className={edgeKinds[edge.kind]}
              d={curve(
                columns.part + widths.part,
                partY.get(edge.from) ?? 0,
                columns.site,
                siteY.get(edge.to) ?? 0,
              )}
            />
          ))}
          {layout.products.map((node) => (
            <Box key={node.id} layer="product" y={node.y} text={node.product.name} />
          ))}
          {layout.parts.map((part) => (
            <Box
              key={part.id}
              layer="part"
              y={part.y}
              text={`${t(`tier.${part.tier}`)}${part.component === null ? "" : `: ${part.component}`}${part.kind === null ? ` – ${t("traced.noSiteNamed")}` : ""}`}
            />
          ))}
          {layout.sites.map((node) => (
            <Box
              key={node.id}
              layer="site"
              y={node.y}
              text={`${node.site.hit ? "◆ " : ""}${node.site.name}`}
              {...(node.site.hit ? { kind: "is-hit" } : {})}
            />
          ))}
        </svg>
      </div>
      <p className="line-legend">
        <span>
          <svg width="30" height="6" aria-hidden="true">
            <path d="M0 3h30" stroke="var(--tl-line)" strokeWidth="2" />
          </svg>
          {t("link.confirmed")}
        </span>
        <span>
          <svg width="30" height="6" aria-hidden="true">
            <path d="M0 3h30" stroke="var(--tl-care)" strokeWidth="1.5" strokeDasharray="5 4" />
          </svg>
          {t("link.one_of_n_possible")}
        </span>
        <span className="break-text">◆ {t("map.hit")}</span>
      </p>
    </div>
  );
}

import { useMemo, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { layOutTrace, type TraceEdge, type TraceProduct, type TraceSite } from "./lay-out-trace.ts";

const columns = { product: 8, part: 316, site: 604 } as const;
const boxWidth = 228;
const boxHeight = 34;
const width = columns.site + boxWidth + 8;

function shorten(text: string, most = 30): string {
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
  x,
  y,
  text,
  kind,
}: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind?: string;
}): ReactNode {
  return (
    <g>
      <title>{text}</title>
      <rect
        className={`node ${kind ?? ""}`}
        x={x}
        y={y - boxHeight / 2}
        width={boxWidth}
        height={boxHeight}
        rx="6"
      />
      <text x={x + 10} y={y + 4.5}>
        {shorten(text)}
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
      {/* A drawing wider than the screen scrolls, by keyboard too. */}
      <div className="drawing" role="region" aria-label={t("traced.drawing")} tabIndex={0}>
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
              className={part.named ? "edge" : "edge is-brand"}
              d={curve(
                columns.product + boxWidth,
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
                columns.part + boxWidth,
                partY.get(edge.from) ?? 0,
                columns.site,
                siteY.get(edge.to) ?? 0,
              )}
            />
          ))}
          {layout.products.map((node) => (
            <Box key={node.id} x={columns.product} y={node.y} text={node.product.name} />
          ))}
          {layout.parts.map((part) => (
            <Box
              key={part.id}
              x={columns.part}
              y={part.y}
              text={`${t(`tier.${part.tier}`)}${part.component === null ? "" : `: ${part.component}`}${part.named ? "" : ` – ${t("traced.noSiteNamed")}`}`}
            />
          ))}
          {layout.sites.map((node) => (
            <Box
              key={node.id}
              x={columns.site}
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

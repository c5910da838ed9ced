/** Map of sites on an offline base map. Loaded only where a map is shown. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import baseMapUrl from "world-atlas/countries-50m.json?url";
import { formatCountry } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import {
  drawSiteMap,
  height,
  width,
  type MapSite,
  type Spot,
  type World,
} from "./draw-site-map.ts";

export type { MapSite } from "./draw-site-map.ts";

const worldQuery = {
  queryKey: ["base-map"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<World> => {
    const response = await fetch(baseMapUrl);
    if (!response.ok) throw new Error(response.statusText);
    // Our own asset, of the shape its package documents.
    return (await response.json()) as World;
  },
};

/** Names of the sites at a mark, one a line, with what is known of each and how well it is placed. */
function describe(sites: readonly MapSite[]): string {
  return sites
    .map(({ name, kind, located }) => {
      const said = `${name}: ${t(`map.${kind}`)}`;
      return located == null
        ? said
        : `${said}, ${t(`map.at.${located.precision}`, { place: located.place })}`;
    })
    .join("\n");
}

function Mark({ spot: { x, y, sites, kind, rough } }: { readonly spot: Spot }): ReactNode {
  const several = sites.length > 1;
  const radius = several ? 10 : kind === "review" ? 7 : 6;
  const className = rough ? `spot ${kind} rough` : `spot ${kind}`;
  return (
    <g>
      <title>{describe(sites)}</title>
      {kind === "hit" ? (
        <rect
          x={x - radius}
          y={y - radius}
          width={2 * radius}
          height={2 * radius}
          transform={`rotate(45 ${x} ${y})`}
          className={className}
        />
      ) : (
        <circle cx={x} cy={y} r={radius} className={className} />
      )}
      {several && (
        <text className={rough ? "spot-count rough" : "spot-count"} x={x} y={y + 4}>
          {sites.length}
        </text>
      )}
    </g>
  );
}

/** The map: sites where their coordinates are known, countries shaded where only the country is. */
export default function SiteMap({
  sites,
  title = t("map.title"),
}: {
  readonly sites: readonly MapSite[];
  readonly title?: string;
}): ReactNode {
  const world = useQuery(worldQuery);
  const drawn = useMemo(
    () => (world.data === undefined ? null : drawSiteMap(world.data, sites)),
    [world.data, sites],
  );
  if (world.isError) return <p className="quiet">{t("map.failed")}</p>;
  const kinds = new Set(drawn?.spots.map((spot) => spot.kind));
  const located = (drawn?.inTown ?? 0) + (drawn?.inRegion ?? 0);
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {drawn?.lands.map((land) => (
          <path key={land.id} className={land.shaded ? "land has-sites" : "land"} d={land.d} />
        ))}
        {drawn?.counts.map(({ code, count, x, y }) => (
          <text key={code} className="land-count" x={x} y={y}>
            {t("map.inCountry", { country: formatCountry(code), n: count })}
          </text>
        ))}
        {drawn?.spots.map((spot) => (
          <Mark key={spot.sites[0]?.siteId} spot={spot} />
        ))}
      </svg>
      <figcaption>
        <span>
          {drawn === null
            ? t("map.loading")
            : t(drawn.placed === 0 ? "map.captionNone" : "map.caption", { n: drawn.placed })}
        </span>
        {kinds.has("hit") && <span className="break-text">◆ {t("map.hit")}</span>}
        {kinds.has("plain") && <span className="state-whole">● {t("map.plain")}</span>}
        {kinds.has("review") && <span className="care-text">● {t("map.review")}</span>}
        {drawn?.spots.some((spot) => spot.sites.length > 1) === true && (
          <span>{t("map.several")}</span>
        )}
        {(drawn?.counts.length ?? 0) > 0 && <span>{t("map.shaded")}</span>}
        {located > 0 && (
          <span className="quiet">
            {drawn !== null && drawn.inTown > 0 && `${t("map.inTown", { n: drawn.inTown })} `}
            {drawn !== null && drawn.inRegion > 0 && `${t("map.inRegion", { n: drawn.inRegion })} `}
            {t("map.attribution")}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

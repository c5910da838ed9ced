/** Map of sites on an offline base map. Loaded only where a map is shown. */
import { useQuery } from "@tanstack/react-query";
import { geoMercator, geoPath, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { useMemo, type ReactNode } from "react";
import baseMapUrl from "world-atlas/countries-50m.json?url";
import { formatCountry } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { countryNumber } from "./country-numbers.ts";

/** A site as the map needs it. Without coordinates it is never placed, only its country is shaded. */
export interface MapSite {
  readonly siteId: string;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kind: "hit" | "review" | "plain";
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const width = 560;
const height = 380;
const margin = 36;
/** Closer than this the coarse coast would pretend to an exactness it has not. */
const closest = 2600;

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

type Placed = MapSite & { readonly latitude: number; readonly longitude: number };

function isPlaced(site: MapSite): site is Placed {
  return site.latitude !== null && site.longitude !== null;
}

function fitTo(target: GeoPermissibleObjects): GeoProjection {
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    target,
  );
  if (projection.scale() > closest) {
    const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
    projection
      .scale(closest)
      .center(middle)
      .translate([width / 2, height / 2]);
  }
  return projection.clipExtent([
    [-20, -20],
    [width + 20, height + 20],
  ]);
}

function Spot({
  x,
  y,
  site,
}: {
  readonly x: number;
  readonly y: number;
  readonly site: MapSite;
}): ReactNode {
  const title = <title>{`${site.name}: ${t(`map.${site.kind}`)}`}</title>;
  if (site.kind === "hit") {
    return (
      <rect
        className="spot"
        x={x - 6}
        y={y - 6}
        width="12"
        height="12"
        transform={`rotate(45 ${x} ${y})`}
        fill="var(--tl-break)"
      >
        {title}
      </rect>
    );
  }
  return (
    <circle
      className="spot"
      cx={x}
      cy={y}
      r={site.kind === "review" ? 7 : 6}
      fill={site.kind === "review" ? "var(--tl-care)" : "var(--tl-line)"}
    >
      {title}
    </circle>
  );
}

function drawMap(world: World, sites: readonly MapSite[]) {
  const countries = feature(world, world.objects.countries);
  const placed = sites.filter(isPlaced);
  const counts = new Map<string, { code: string; count: number }>();
  for (const site of sites) {
    const number =
      isPlaced(site) || site.country === null ? undefined : countryNumber(site.country);
    if (number === undefined || site.country === null) continue;
    counts.set(number, { code: site.country, count: (counts.get(number)?.count ?? 0) + 1 });
  }
  const shaded = countries.features.filter((one) => counts.has(String(one.id)));
  const target: GeoPermissibleObjects =
    placed.length > 0
      ? { type: "MultiPoint", coordinates: placed.map((site) => [site.longitude, site.latitude]) }
      : shaded.length > 0
        ? { type: "FeatureCollection", features: shaded }
        : { type: "Sphere" };
  const projection = fitTo(target);
  const path = geoPath(projection);
  return {
    lands: countries.features.flatMap((one) => {
      const d = path(one);
      return d === null
        ? []
        : [
            {
              id: `${String(one.id)} ${one.properties.name}`,
              d,
              shaded: counts.has(String(one.id)),
            },
          ];
    }),
    labels: shaded.flatMap((one) => {
      const entry = counts.get(String(one.id));
      const [x, y] = path.centroid(one);
      if (
        entry === undefined ||
        !Number.isFinite(x) ||
        x < 10 ||
        x > width - 10 ||
        y < 10 ||
        y > height - 10
      )
        return [];
      return [
        { x, y, text: t("map.inCountry", { country: formatCountry(entry.code), n: entry.count }) },
      ];
    }),
    spots: placed.flatMap((site) => {
      const at = projection([site.longitude, site.latitude]);
      return at === null ? [] : [{ x: at[0], y: at[1], site }];
    }),
    shades: shaded.length > 0,
  };
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
    () => (world.data === undefined ? null : drawMap(world.data, sites)),
    [world.data, sites],
  );
  if (world.isError) return <p className="quiet">{t("map.failed")}</p>;
  const kinds = new Set(drawn?.spots.map((spot) => spot.site.kind));
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {drawn?.lands.map((land) => (
          <path key={land.id} className={land.shaded ? "land has-sites" : "land"} d={land.d} />
        ))}
        {drawn?.labels.map((label) => (
          <text key={label.text} className="land-count" x={label.x} y={label.y}>
            {label.text}
          </text>
        ))}
        {/* Measures last, so that none is hidden under another mark. */}
        {drawn?.spots
          .toSorted((a, b) => Number(a.site.kind === "hit") - Number(b.site.kind === "hit"))
          .map((spot) => (
            <Spot key={spot.site.siteId} x={spot.x} y={spot.y} site={spot.site} />
          ))}
      </svg>
      <figcaption>
        <span>
          {drawn === null
            ? t("map.loading")
            : t(drawn.spots.length === 0 ? "map.captionNone" : "map.caption", {
                n: drawn.spots.length,
              })}
        </span>
        {kinds.has("hit") && <span className="break-text">◆ {t("map.hit")}</span>}
        {kinds.has("plain") && <span className="state-whole">● {t("map.plain")}</span>}
        {kinds.has("review") && <span className="care-text">● {t("map.review")}</span>}
        {drawn?.shades === true && <span>{t("map.shaded")}</span>}
      </figcaption>
    </figure>
  );
}

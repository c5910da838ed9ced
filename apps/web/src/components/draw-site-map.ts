/** What the map of sites draws: land, marks, counts. Pure, so that it can be tested without a page. */
import {
  geoCentroid,
  geoMercator,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { countryNumber } from "./country-numbers.ts";

/** A site as the map needs it. Without coordinates it is never placed, only its country is shaded. */
export interface MapSite {
  readonly siteId: string;
  readonly name: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Set when the coordinates are the middle of the town or region its address names. */
  readonly located?:
    | { readonly place: string; readonly precision: "locality" | "region" }
    | null
    | undefined;
  readonly kind: "hit" | "review" | "plain";
}

export type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** One mark: a site, or several that would lie on one another. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Gravest first, then by name. */
  readonly sites: readonly MapSite[];
  readonly kind: MapSite["kind"];
  /** No site of it is known closer than its region. */
  readonly rough: boolean;
}

export interface DrawnMap {
  readonly lands: readonly { readonly id: string; readonly d: string; readonly shaded: boolean }[];
  readonly counts: readonly {
    readonly x: number;
    readonly y: number;
    readonly code: string;
    readonly count: number;
  }[];
  /** Gravest last, so that none is hidden under another mark. */
  readonly spots: readonly Spot[];
  readonly placed: number;
  /** Of the placed, those in the middle of their town, and of their region. */
  readonly inTown: number;
  readonly inRegion: number;
}

export const width = 560;
export const height = 380;
const margin = 36;
/** Closer than this the coarse coast would pretend to an exactness it has not. */
const closest = 2600;
/** Marks whose middles are closer than this would cover one another. */
const apart = 16;

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
  // Points in one place have no extent to fit: the scale is then infinite, and nothing can be inverted.
  if (!(projection.scale() <= closest)) {
    const middle = geoCentroid(target);
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

const gravity = { plain: 0, review: 1, hit: 2 } as const;

function gravestFirst(a: MapSite, b: MapSite): number {
  return gravity[b.kind] - gravity[a.kind] || (a.name < b.name ? -1 : 1);
}

/**
 * Gathers sites that would lie on one another into one mark: two in one town have the same coordinates.
 *
 * @example gatherSpots([{ x: 10, y: 10, site: a }, { x: 12, y: 11, site: b }]).length // → 1
 */
export function gatherSpots(
  points: readonly { readonly x: number; readonly y: number; readonly site: MapSite }[],
): readonly Spot[] {
  const groups: { x: number; y: number; sites: MapSite[] }[] = [];
  for (const { x, y, site } of points.toSorted((a, b) => gravestFirst(a.site, b.site))) {
    const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < apart);
    if (near === undefined) groups.push({ x, y, sites: [site] });
    else near.sites.push(site);
  }
  return groups
    .map(({ x, y, sites }) => ({
      x,
      y,
      sites,
      kind: sites[0]?.kind ?? "plain",
      rough: sites.every(({ located }) => located?.precision === "region"),
    }))
    .toSorted((a, b) => gravity[a.kind] - gravity[b.kind]);
}

/** Draws the sites: placed where their coordinates are known, else their country shaded and counted. */
export function drawSiteMap(world: World, sites: readonly MapSite[]): DrawnMap {
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
      if (d === null) return [];
      const id = String(one.id);
      return [{ id: `${id} ${one.properties.name}`, d, shaded: counts.has(id) }];
    }),
    counts: shaded.flatMap((one) => {
      const entry = counts.get(String(one.id));
      const [x, y] = path.centroid(one);
      const inside = x >= 10 && x <= width - 10 && y >= 10 && y <= height - 10;
      return entry === undefined || !inside ? [] : [{ x, y, ...entry }];
    }),
    spots: gatherSpots(
      placed.flatMap((site) => {
        const at = projection([site.longitude, site.latitude]);
        return at === null ? [] : [{ x: at[0], y: at[1], site }];
      }),
    ),
    placed: placed.length,
    inTown: placed.filter(({ located }) => located?.precision === "locality").length,
    inRegion: placed.filter(({ located }) => located?.precision === "region").length,
  };
}

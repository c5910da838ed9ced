import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawSiteMap,
  gatherSpots,
  height,
  width,
  type MapSite,
  type World,
} from "./draw-site-map.ts";

// The base map of the package, of the shape it documents.
const world = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"),
) as World;

const kunshan: MapSite = {
  siteId: "1",
  name: "Compal",
  country: "CN",
  latitude: 31.3776,
  longitude: 120.9543,
  located: { place: "Kunshan", precision: "locality" },
  kind: "plain",
};
const hefei: MapSite = {
  ...kunshan,
  siteId: "3",
  name: "Bitland",
  latitude: 31.8639,
  longitude: 117.2808,
  located: { place: "Hefei", precision: "locality" },
  kind: "hit",
};

test("counts the sites of one town at one mark, and keeps another town apart", () => {
  const drawn = drawSiteMap(world, [kunshan, { ...kunshan, siteId: "2", name: "Wistron" }, hefei]);
  expect(drawn.spots.map(({ sites, kind }) => [sites.map(({ name }) => name), kind])).toEqual([
    [["Compal", "Wistron"], "plain"],
    [["Bitland"], "hit"],
  ]);
  expect(drawn).toMatchObject({ placed: 3, inTown: 3, inRegion: 0 });
});

test("a mark is as grave as its gravest site, which it names first", () => {
  const drawn = drawSiteMap(world, [
    kunshan,
    { ...kunshan, siteId: "4", name: "Zeta", kind: "hit" },
  ]);
  expect(drawn.spots[0]).toMatchObject({
    kind: "hit",
    sites: [{ name: "Zeta" }, { name: "Compal" }],
  });
});

test("puts a single site in the middle of the drawing", () => {
  const [spot] = drawSiteMap(world, [kunshan]).spots;
  expect(spot?.x).toBeCloseTo(width / 2, 3);
  expect(spot?.y).toBeCloseTo(height / 2, 3);
});

test("tells a mark in the middle of a region from one in a town", () => {
  const region: MapSite = { ...hefei, located: { place: "Anhui", precision: "region" } };
  expect(drawSiteMap(world, [kunshan, region]).spots.map(({ rough }) => rough)).toEqual([
    false,
    true,
  ]);
});

test("shades and counts the country of a site that is placed nowhere", () => {
  const drawn = drawSiteMap(world, [
    { ...kunshan, latitude: null, longitude: null, located: null },
  ]);
  expect(drawn.spots).toEqual([]);
  expect(drawn.counts).toMatchObject([{ code: "CN", count: 1 }]);
});

test("loses no site, and no two marks cover one another", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          x: fc.double({ min: 0, max: width, noNaN: true }),
          y: fc.double({ min: 0, max: height, noNaN: true }),
          kind: fc.constantFrom("hit", "review", "plain"),
        }),
        { maxLength: 40 },
      ),
      (points) => {
        const spots = gatherSpots(
          points.map(({ x, y, kind }, index) => ({
            x,
            y,
            site: { ...kunshan, siteId: String(index), kind },
          })),
        );
        expect(spots.flatMap(({ sites }) => sites)).toHaveLength(points.length);
        for (const [index, a] of spots.entries())
          for (const b of spots.slice(index + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(16);
      },
    ),
  );
});

/** One site with everything the organisation knows of it. */
import type { SiteDetail } from "@throughline/contract";
import { AppError, printSiteId } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { listHitsOfSite, listScreeningsOfSite } from "../screening/index.ts";
import { findOpenPairsOf } from "./match-reviews.store.ts";
import { findStandingSite, readSiteId } from "./find-standing-site.ts";
import { findMergedSites, findMoves } from "./site-life.store.ts";
import { findLinks, findValues, type SiteRow } from "./site-pages.store.ts";
import { summariseSites } from "./summarise-sites.ts";

/**
 * Finds a site by UUID, printed id (any spelling) or OS ID. The id of a record that was merged away finds the site that
 * was kept, and `moved` says so: the address of the one asked for has moved for good.
 */
export async function findSiteDetail(
  work: Work,
  id: string,
): Promise<{ readonly site: SiteDetail; readonly moved: boolean }> {
  const found = await findStandingSite(work, readSiteId(id));
  if (found === undefined) throw new AppError("not_found");
  return { site: await describeSite(work, found.row), moved: found.moved };
}

/** The site alone, however it was found. */
export async function getSite(work: Work, id: string): Promise<SiteDetail> {
  return (await findSiteDetail(work, id)).site;
}

async function describeSite(work: Work, row: SiteRow): Promise<SiteDetail> {
  const [summary] = await summariseSites(work, [row]);
  if (summary === undefined) throw new AppError("not_found");
  return {
    ...summary,
    latitude: row.latitude,
    longitude: row.longitude,
    located:
      row.located_place === null || row.located_precision === null
        ? null
        : { place: row.located_place, precision: row.located_precision },
    verification: row.verification,
    values: await findValues(work, row.id),
    links: await findLinks(work, row.id),
    screenings: await listScreeningsOfSite(work, row.id),
    hits: await listHitsOfSite(work, row.id),
    merged: (await findMergedSites(work, row.id)).map(({ publicId, ...one }) => ({
      ...one,
      publicId: printSiteId(publicId),
    })),
    ...(await describeMoves(work, row.id)),
    reviewWith: await findOpenPairsOf(work, row.id),
    can: whatMayBeDone(work, row),
  };
}

async function describeMoves(
  work: Work,
  siteId: string,
): Promise<Pick<SiteDetail, "movedTo" | "movedFrom">> {
  const moves = (await findMoves(work, siteId)).map(({ publicId, ...one }) => ({
    ...one,
    publicId: printSiteId(publicId),
  }));
  const side = (to: boolean): SiteDetail["movedFrom"] =>
    moves.filter((one) => one.to === to).map(({ to: _, ...one }) => one);
  return { movedTo: side(true).at(-1) ?? null, movedFrom: side(false) };
}

function whatMayBeDone(work: Work, row: SiteRow): SiteDetail["can"] {
  return {
    write: row.own && may(work, "site.write"),
    // Records are the organisation's own wherever they stand; the site may be another's.
    arrange: may(work, "site.write"),
    publish: row.own && !row.published && may(work, "site.publish"),
    decideHits: may(work, "screening.decide"),
  };
}

/** One site with everything the organisation knows of it. */
import type { SiteDetail } from "@throughline/contract";
import { AppError, parseOsId, parseSiteId, type IdentifierCheck } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { listHitsOfSite, listScreeningsOfSite } from "../screening/index.ts";
import { findOpenPairsOf } from "./match-reviews.store.ts";
import { findLinks, findSite, findValues, type SiteRow } from "./site-pages.store.ts";
import { summariseSites } from "./summarise-sites.ts";

/**
 * Finds a site by UUID, printed id (any spelling) or OS ID. A mistyped id is told apart from an unknown one by its
 * check digit alone, before anything is looked up, so that the answer says nothing about what exists.
 */
export async function getSite(work: Work, id: string): Promise<SiteDetail> {
  const row = await findSite(work, readId(id));
  if (row === undefined) throw new AppError("not_found");
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
    reviewWith: await findOpenPairsOf(work, row.id),
    can: whatMayBeDone(work, row),
  };
}

function readId(text: string): Parameters<typeof findSite>[1] {
  const uuid = z.uuid().safeParse(text.trim());
  if (uuid.success) return { id: uuid.data };
  const siteId = parseSiteId(text);
  if (siteId.ok) return { publicId: siteId.value };
  const osId = parseOsId(text);
  if (osId.ok) return { osId: osId.value };
  refuseMistyped(siteId);
  refuseMistyped(osId);
  throw new AppError("not_found", "This is neither a site id nor an OS ID.");
}

function refuseMistyped(check: IdentifierCheck): void {
  if (!check.ok && check.reason === "check_digit")
    throw new AppError("identifier_check_digit", check.explanation, [
      { path: "/id", message: check.explanation },
    ]);
}

function whatMayBeDone(work: Work, row: SiteRow): SiteDetail["can"] {
  return {
    write: row.own && may(work, "site.write"),
    publish: row.own && !row.published && may(work, "site.publish"),
    decideHits: may(work, "screening.decide"),
  };
}

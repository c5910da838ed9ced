/** What screening says about sites, for the pages that show them. */
import type { ScreeningHit } from "@throughline/contract";
import { datasets } from "@throughline/risk";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { summarise, type ScreeningSummary } from "./screening.policy.ts";
import {
  countStandingHits,
  findHits,
  findNewestScreenings,
  type HitRow,
  type ScreeningRow,
} from "./screening.store.ts";

const titles = new Map<string, string>(Object.values(datasets).map(({ id, title }) => [id, title]));

/** A hit as it is shown. */
export function showHit({
  listId,
  foundOn: _,
  rank: __,
  ...hit
}: HitRow): z.infer<typeof ScreeningHit> {
  return { ...hit, listTitle: titles.get(listId) ?? listId };
}

/** What all lists together say of each site. */
export async function summariseScreenings(
  work: Work,
  siteIds: readonly string[],
): Promise<Map<string, ScreeningSummary>> {
  const newest = await findNewestScreenings(work, siteIds);
  const hits = await countStandingHits(work, siteIds);
  return new Map(
    siteIds.map((id) => [
      id,
      summarise(
        newest.filter(({ siteId }) => siteId === id),
        hits.get(id) ?? 0,
      ),
    ]),
  );
}

/** The newest screening of one site by each list. */
export async function listScreeningsOfSite(
  work: Work,
  siteId: string,
): Promise<Omit<ScreeningRow, "siteId">[]> {
  const newest = await findNewestScreenings(work, [siteId]);
  return newest.map(({ siteId: _, ...screening }) => screening);
}

/** Hits of one site, those waiting for a verdict first. */
export async function listHitsOfSite(
  work: Work,
  siteId: string,
): Promise<z.infer<typeof ScreeningHit>[]> {
  return (await findHits(work, { siteId, after: null, limit: null })).map(showHit);
}

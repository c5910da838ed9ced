/** What became of sites, read for their pages: `site_acts` and `site_merges` belong to the module `site-acts`, which writes them. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

export type SiteState = "open" | "closed" | "relocated";

/** Whether each site works, is closed or has moved, by the last act in force; sites nobody said anything of are left out. */
export async function findStates(
  work: Work,
  siteIds: readonly string[],
): Promise<Map<string, { state: SiteState; since: string }>> {
  if (siteIds.length === 0) return new Map();
  const { rows } = await sql<{ site_id: string; kind: string; from_day: string }>`
    select distinct on (site_id) site_id, kind, from_day from site_acts
    where organisation_id = ${work.actor.organisationId} and site_id = any(${siteIds}::uuid[])
      and kind in ('close', 'reopen', 'relocate') and undone_on is null
    order by site_id, from_day desc, sequence desc`.execute(work.tx);
  const states = { close: "closed", reopen: "open", relocate: "relocated" } as const;
  return new Map(
    rows.map(({ site_id: id, kind, from_day: since }) => [
      id,
      // Only these three are asked for.
      { state: states[kind as keyof typeof states], since },
    ]),
  );
}

export interface MergedSite {
  id: string;
  publicId: string;
  osId: string | null;
  name: string;
  address: string | null;
  since: string;
}

/** The records that lead to a site today. */
export async function findMergedSites(work: Work, siteId: string): Promise<MergedSite[]> {
  const { rows } = await sql<MergedSite>`
    select s.id, s.public_id as "publicId", s.os_id as "osId", s.name, s.address, m.from_day as since
    from private.groups_of(array[${siteId}]::uuid[], 'infinity') g
    join sites s on s.id = g.site_id
    join site_merges m on m.gone_id = g.site_id and m.until_day is null
      and (m.organisation_id = ${work.actor.organisationId} or m.shown)
    order by m.from_day, s.name, s.id`.execute(work.tx);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export interface Move {
  id: string;
  publicId: string;
  name: string;
  address: string | null;
  since: string;
  /** True where this is the site it moved to; false where it came from. */
  to: boolean;
}

/** Where a site has moved to, and what has moved to it. */
export async function findMoves(work: Work, siteId: string): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select s.id, s.public_id as "publicId", s.name, s.address, a.from_day as since, a.site_id = ${siteId} as "to"
    from site_acts a join sites s on s.id = case when a.site_id = ${siteId} then a.other_id else a.site_id end
    where a.organisation_id = ${work.actor.organisationId} and a.kind = 'relocate' and a.undone_on is null
      and (a.site_id = ${siteId} or a.other_id = ${siteId})
    order by a.from_day, a.sequence`.execute(work.tx);
  return rows;
}

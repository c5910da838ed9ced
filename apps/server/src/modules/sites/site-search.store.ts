/** SQL of searching: what a search index cannot know. Every query runs under row security. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import { contractSites, hitSites, type SiteConditions } from "./site-pages.store.ts";

/** Which sites alone may be found, and which may not, by the filters that follow from other records; null: any, none. */
export interface SearchBounds {
  readonly only: ReadonlySet<string> | null;
  readonly except: ReadonlySet<string> | null;
}

/** Sites a contract or a hit narrows a search to, with all records that were merged into them; and those screened already. */
export async function findBounds(
  work: Work,
  { contractId, screening }: Pick<SiteConditions, "contractId" | "screening">,
): Promise<SearchBounds> {
  const narrowings = [
    ...(contractId === undefined ? [] : [contractSites(contractId)]),
    ...(screening === "hit" ? [hitSites(work)] : []),
  ];
  const sets: ReadonlySet<string>[] = [];
  for (const narrowing of narrowings) {
    const { rows } = await sql<{ id: string }>`
      select m.site_id as id from private.members_of(array(${narrowing}), 'infinity') m`.execute(
      work.tx,
    );
    sets.push(new Set(rows.map(({ id }) => id)));
  }
  const [first, ...others] = sets;
  const only =
    first === undefined
      ? null
      : new Set([...first].filter((id) => others.every((other) => other.has(id))));
  if (screening !== "not_screened") return { only, except: null };
  const { rows } = await sql<{ id: string }>`
    select distinct c.site_id as id from screenings c where c.organisation_id = ${work.actor.organisationId}`.execute(
    work.tx,
  );
  return { only, except: new Set(rows.map(({ id }) => id)) };
}

/** Where merged records lead, as this organisation sees it; null when there are more than `most`. */
export async function findMerged(
  work: Work,
  most: number,
): Promise<ReadonlyMap<string, string> | null> {
  const { rows } = await sql<{ site_id: string; survivor_id: string }>`
    select s.site_id, s.survivor_id from private.survivors_of(array(
      select m.gone_id from private.merges_in_force('infinity') m limit ${most + 1}
    ), 'infinity') s`.execute(work.tx);
  return rows.length > most ? null : new Map(rows.map((row) => [row.site_id, row.survivor_id]));
}

/** True while a list of the organisation is on its way in: its sites stand in the index and are not shown yet. */
export async function hasPendingSites(work: Work): Promise<boolean> {
  const { rows } = await sql<{ pending: boolean }>`
    select exists (
      select from intakes i where i.organisation_id = ${work.actor.organisationId} and i.finished_at is null
    ) as pending`.execute(work.tx);
  return rows[0]?.pending === true;
}

export interface OtherName {
  siteId: string;
  name: string;
  address: string | null;
}

/** Other names of sites: what the organisation's own rows call them, and the records that were merged into them. */
export async function findOtherNames(
  work: Work,
  siteIds: readonly string[],
): Promise<readonly OtherName[]> {
  if (siteIds.length === 0) return [];
  const { rows } = await sql<OtherName>`
    with members as materialized (
      select m.survivor_id, m.site_id from private.members_of(${siteIds}::uuid[], 'infinity') m
    )
    select m.survivor_id as "siteId", s.name, s.address from members m join sites s on s.id = m.site_id
    union
    select u.site_id, r.name, nullif(r.address, '') from private.rows_at(${siteIds}::uuid[], 'infinity') u
      join disclosure_rows r on r.id = u.row_id
    order by 1, 2, 3 limit 500`.execute(work.tx);
  return rows;
}

/** SQL of sites that lists on their way in have made (`sites.pending_intake_id`). The transaction must see them: `lockSites`. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

const sitesAtOnce = 5_000;

/** Shows sites that stand pending: what names them has been taken. */
export async function showSites(work: Work, siteIds: readonly string[]): Promise<void> {
  const ids = [...new Set(siteIds)];
  for (let start = 0; start < ids.length; start += sitesAtOnce)
    await sql`
      update sites set pending_intake_id = null
      where id = any(${ids.slice(start, start + sitesAtOnce)}::uuid[])
        and organisation_id = ${work.actor.organisationId} and pending_intake_id is not null`.execute(
      work.tx,
    );
}

/** Shows so many of the sites a list made; answers how many there were. */
export async function showSitesOf(work: Work, intakeId: string, limit: number): Promise<number> {
  const done = await sql`
    update sites set pending_intake_id = null where id = any(array(
      select id from sites where pending_intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} limit ${limit}
    ))`.execute(work.tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** Ids among these that no list is holding back, and that the organisation holds unpublished: those a later source may complete. */
export async function findStanding(work: Work, siteIds: readonly string[]): Promise<string[]> {
  const rows = await work.tx
    .selectFrom("sites")
    .select("id")
    .where(sql<boolean>`id = any(${siteIds}::uuid[])`)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("pending_intake_id", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of these OS IDs a site of the organisation carries already. */
export async function findOsIds(work: Work, osIds: readonly string[]): Promise<Set<string>> {
  if (osIds.length === 0) return new Set();
  const rows = await work.tx
    .selectFrom("sites")
    .select("os_id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where(sql<boolean>`os_id = any(${osIds}::text[])`)
    .execute();
  return new Set(rows.flatMap(({ os_id: osId }) => osId ?? []));
}

/** Hands sites of a list that is given up to another list that names them too. */
export async function handOverSites(work: Work, intakeId: string): Promise<void> {
  await sql`
    update sites s set pending_intake_id = p.intake_id
    from (
      select distinct on (p.site_id) p.site_id, p.intake_id from intake_placements p
      where p.organisation_id = ${work.actor.organisationId} and p.intake_id <> ${intakeId}
        and p.site_id = any(array(select id from sites where pending_intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId}))
      order by p.site_id, p.intake_id
    ) p
    where s.id = p.site_id and s.organisation_id = ${work.actor.organisationId} and s.pending_intake_id = ${intakeId}`.execute(
    work.tx,
  );
}

/** Removes so many sites that only a list that is given up has made, with what was found out about them; answers how many. */
export async function removeSitesOf(work: Work, intakeId: string, limit: number): Promise<number> {
  const done = await sql`
    delete from sites where id = any(array(
      select id from sites where pending_intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} limit ${limit}
    ))`.execute(work.tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** SQL on the counts of `request_progress` that follow from the record. */
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/**
 * Counts, for every request the organisation answers: products with a site or an answer, and distinct sites named for
 * them. An answer about no product speaks about everything asked.
 */
export async function updateProgress(work: Work): Promise<void> {
  await sql`
    with answered as (
      select a.delivery_id, count(distinct a.asked_key)::int as products
      from record_asked a join record_products p on p.id = a.product_id and p.organisation_id = a.organisation_id
      where a.organisation_id = ${work.actor.organisationId} and p.removed_at is null and (
        exists (
          select from record_links l join record_sites s on s.id = l.site_id
          where l.product_id = a.product_id and l.organisation_id = a.organisation_id and s.removed_at is null
        ) or exists (
          select from record_answers w
          where w.organisation_id = a.organisation_id and w.removed_at is null and w.product_id = a.product_id
        )
      ) group by a.delivery_id
    ), named as (
      select a.delivery_id, count(distinct l.site_id)::int as sites
      from record_asked a join record_products p on p.id = a.product_id and p.organisation_id = a.organisation_id
      join record_links l on l.product_id = a.product_id and l.organisation_id = a.organisation_id
      join record_sites s on s.id = l.site_id
      where a.organisation_id = ${work.actor.organisationId} and p.removed_at is null and s.removed_at is null
      group by a.delivery_id
    ), everything as (
      select exists (
        select from record_answers w
        where w.organisation_id = ${work.actor.organisationId} and w.removed_at is null and w.product_id is null
      ) as answered
    ), counted as (
      select p.delivery_id,
        case when e.answered then p.products_asked else coalesce(a.products, 0) end as products, coalesce(n.sites, 0) as sites
      from request_progress p cross join everything e
      left join answered a on a.delivery_id = p.delivery_id left join named n on n.delivery_id = p.delivery_id
      where p.organisation_id = ${work.actor.organisationId}
    )
    update request_progress p set products_answered = c.products, sites_named = c.sites
    from counted c
    where p.delivery_id = c.delivery_id and p.organisation_id = ${work.actor.organisationId}
      and (p.products_answered, p.sites_named) is distinct from (c.products, c.sites)`.execute(
    work.tx,
  );
}

/** SQL of `record_links` and `record_answers`. */
import type { OwnAnswer, OwnLink } from "@throughline/contract";
import type { Tier } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

const linksAtOnce = 5000;

interface LinkRow {
  product_id: string;
  site_id: string;
  tier: string;
  component: string;
  kind: string;
  valid_from: string | null;
  valid_to: string | null;
}

function linkOf(row: LinkRow): OwnLink {
  return {
    productId: row.product_id,
    siteId: row.site_id,
    // Check constraints hold both vocabularies.
    tier: row.tier as Tier,
    component: row.component === "" ? null : row.component,
    kind: row.kind as OwnLink["kind"],
    from: row.valid_from,
    to: row.valid_to,
  };
}

/**
 * Links between products and sites that are both there; of some products and sites, or of all.
 *
 * No join: on a record of 50,000 sites that was just filled, and of which the planner knows nothing yet, it took minutes.
 */
export async function readLinks(
  work: Work,
  of: { readonly productIds?: readonly string[]; readonly siteIds?: readonly string[] } = {},
): Promise<OwnLink[]> {
  const removed = await readRemoved(work);
  const { rows } = await sql<LinkRow>`
    select product_id, site_id, tier, component, kind, valid_from, valid_to
    from record_links
    where organisation_id = ${work.actor.organisationId}
      ${of.productIds === undefined ? sql`` : sql`and product_id = any(${of.productIds}::uuid[])`}
      ${of.siteIds === undefined ? sql`` : sql`and site_id = any(${of.siteIds}::uuid[])`}
    order by site_id, product_id, tier, component`.execute(work.tx);
  return rows
    .filter((row) => !removed.products.has(row.product_id) && !removed.sites.has(row.site_id))
    .map(linkOf);
}

/** How many links there are between products and sites that are both there. */
export async function countLinks(work: Work): Promise<number> {
  const { products, sites } = await readRemoved(work);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from record_links
    where organisation_id = ${work.actor.organisationId}
      and product_id <> all(${[...products]}::uuid[]) and site_id <> all(${[...sites]}::uuid[])`.execute(
    work.tx,
  );
  return rows[0]?.count ?? 0;
}

/** What was taken out of the record: its links stay, and do not count. */
async function readRemoved(
  work: Work,
): Promise<{ products: ReadonlySet<string>; sites: ReadonlySet<string> }> {
  const { rows } = await sql<{ id: string; site: boolean }>`
    select id, true as site from record_sites where organisation_id = ${work.actor.organisationId} and removed_at is not null
    union all select id, false from record_products where organisation_id = ${work.actor.organisationId} and removed_at is not null`.execute(
    work.tx,
  );
  return {
    products: new Set(rows.flatMap(({ id, site }) => (site ? [] : [id]))),
    sites: new Set(rows.flatMap(({ id, site }) => (site ? [id] : []))),
  };
}

/** Sets links: one that is there gets kind and period anew. Another's product or site is refused by the foreign keys. */
export async function upsertLinks(work: Work, links: readonly OwnLink[]): Promise<void> {
  // The last word about one link counts; the same one twice in a statement would be refused.
  const distinct = [
    ...new Map(
      links.map((link) => [
        `${link.productId}|${link.siteId}|${link.tier}|${link.component ?? ""}`,
        link,
      ]),
    ).values(),
  ];
  for (let start = 0; start < distinct.length; start += linksAtOnce) {
    const part = distinct.slice(start, start + linksAtOnce);
    await sql`
      insert into record_links (organisation_id, product_id, site_id, tier, component, kind, valid_from, valid_to)
      select ${work.actor.organisationId}, l.product, l.site, l.tier, l.component, l.kind, l.valid_from, l.valid_to
      from unnest(
        ${part.map((l) => l.productId)}::uuid[], ${part.map((l) => l.siteId)}::uuid[], ${part.map((l) => l.tier)}::text[],
        ${part.map((l) => l.component ?? "")}::text[], ${part.map((l) => l.kind)}::text[],
        ${part.map((l) => l.from)}::date[], ${part.map((l) => l.to)}::date[]
      ) l(product, site, tier, component, kind, valid_from, valid_to)
      on conflict (organisation_id, product_id, site_id, tier, component)
      do update set kind = excluded.kind, valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(
      work.tx,
    );
  }
}

export type LinkName = Pick<OwnLink, "productId" | "siteId" | "tier" | "component">;

/** Removes links; answers how many there were. */
export async function deleteLinks(work: Work, links: readonly LinkName[]): Promise<number> {
  let removed = 0;
  for (let start = 0; start < links.length; start += linksAtOnce) {
    const part = links.slice(start, start + linksAtOnce);
    const done = await sql`
      delete from record_links r using unnest(
        ${part.map((l) => l.productId)}::uuid[], ${part.map((l) => l.siteId)}::uuid[],
        ${part.map((l) => l.tier)}::text[], ${part.map((l) => l.component ?? "")}::text[]
      ) l(product, site, tier, component)
      where r.organisation_id = ${work.actor.organisationId} and r.product_id = l.product and r.site_id = l.site
        and r.tier = l.tier and r.component = l.component`.execute(work.tx);
    removed += Number(done.numAffectedRows ?? 0n);
  }
  return removed;
}

/** Answers that stand, newest first; of some products and those about everything, or all. */
export async function readAnswers(
  work: Work,
  productIds?: readonly string[],
): Promise<OwnAnswer[]> {
  const { rows } = await sql<{
    id: string;
    product_id: string | null;
    answer: string;
    said_by: string | null;
    reason: string;
    document: string | null;
    answered_on: string;
    self_reported: boolean;
  }>`
    select a.id, a.product_id, a.answer, a.said_by, a.reason, a.document, a.answered_on, a.self_reported
    from record_answers a
    left join record_products p on p.id = a.product_id and p.organisation_id = a.organisation_id
    where a.organisation_id = ${work.actor.organisationId} and a.removed_at is null
      and (a.product_id is null or p.removed_at is null)
      ${productIds === undefined ? sql`` : sql`and (a.product_id is null or a.product_id = any(${productIds}::uuid[]))`}
    order by a.answered_on desc, a.created_at desc, a.id`.execute(work.tx);
  return rows.map((row) => ({
    id: row.id,
    productId: row.product_id,
    // The check constraint holds the vocabulary.
    answer: row.answer as OwnAnswer["answer"],
    saidBy: row.said_by,
    reason: row.reason,
    document: row.document,
    answeredOn: row.answered_on,
    selfReported: row.self_reported,
  }));
}

/** Keeps an answer. Another's product is refused by the foreign key. */
export async function insertAnswer(work: Work, answer: Omit<OwnAnswer, "id">): Promise<string> {
  const { id } = await work.tx
    .insertInto("record_answers")
    .values({
      organisation_id: work.actor.organisationId,
      product_id: answer.productId,
      answer: answer.answer,
      said_by: answer.saidBy,
      reason: answer.reason,
      document: answer.document,
      answered_on: answer.answeredOn,
      self_reported: answer.selfReported,
      created_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes an answer back; false when it does not stand. */
export async function markAnswerRemoved(work: Work, answerId: string): Promise<boolean> {
  const row = await work.tx
    .updateTable("record_answers")
    .set({ removed_at: work.now })
    .where("id", "=", answerId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

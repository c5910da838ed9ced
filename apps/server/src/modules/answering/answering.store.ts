/**
 * SQL of whoever answers requests: deliveries it may see, how far it is (`request_progress`), and which product of its
 * record answers for which product that was asked about (`record_asked`).
 */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";
import { DeliveryContent } from "../requests/index.ts";

/** The delivery that link and code open, held until the transaction ends. */
export async function lockOpenedDelivery(tx: Tx, requestHash: string) {
  const row = await tx
    .selectFrom("request_deliveries")
    .where("secret_hash", "=", requestHash)
    .select(["id", "organisation_id", "answering_id", "to_name", "expires_on", "content"])
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, content: DeliveryContent.parse(row.content) };
}

/** Says who answers; row security lets only the holder of link and code do it, for the acting organisation. */
export async function setAnswerer(tx: Tx, deliveryId: string, answeringId: string): Promise<void> {
  await tx
    .updateTable("request_deliveries")
    .set({ answering_id: answeringId })
    .where("id", "=", deliveryId)
    .execute();
}

/** Notes that it was looked at; the first time begins the progress, which the requester sees. */
export async function noteOpened(
  tx: Tx,
  delivery: { readonly id: string; readonly requesterId: string },
  organisationId: string,
  now: Date,
): Promise<{ readonly first: boolean }> {
  const updated = await tx
    .updateTable("request_progress")
    .set({ last_opened_at: now })
    .where("delivery_id", "=", delivery.id)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  if (updated.numUpdatedRows > 0n) return { first: false };
  await tx
    .insertInto("request_progress")
    .values({
      delivery_id: delivery.id,
      organisation_id: organisationId,
      requester_id: delivery.requesterId,
      first_opened_at: now,
      last_opened_at: now,
      products_asked: sql<number>`(select count(*)::int from request_delivery_products p where p.delivery_id = ${delivery.id})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { first: true };
}

/** Lets go of a delivery, so that another may say it answers. */
export async function deleteProgress(
  tx: Tx,
  deliveryId: string,
  organisationId: string,
): Promise<void> {
  await tx
    .deleteFrom("request_progress")
    .where("delivery_id", "=", deliveryId)
    .where("organisation_id", "=", organisationId)
    .execute();
}

/** Whether anything was written in a workspace: then it is somebody's work. */
export async function isBegun(tx: Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select exists (select from record_sites where organisation_id = ${organisationId})
      or exists (select from record_answers where organisation_id = ${organisationId})
      or exists (select from record_links where organisation_id = ${organisationId})
      or exists (select from releases where organisation_id = ${organisationId})
      or exists (select from intakes where organisation_id = ${organisationId})
      or exists (select from disclosure_requests where organisation_id = ${organisationId}) as begun`.execute(
    tx,
  );
  return rows[0]?.begun ?? false;
}

/** Products of the record with the same brand and family answer for what is asked: nothing is said twice. */
export async function matchAskedByName(
  tx: Tx,
  deliveryId: string,
  organisationId: string,
): Promise<void> {
  await sql`
    insert into record_asked (organisation_id, delivery_id, asked_key, product_id)
    select ${organisationId}::uuid, a.delivery_id, a.key, p.id
    from request_delivery_products a
    join record_products p on p.organisation_id = ${organisationId} and p.removed_at is null
      and lower(p.brand) = lower(a.brand) and lower(p.family) = lower(a.family)
    where a.delivery_id = ${deliveryId}
    on conflict do nothing`.execute(tx);
}

function selectAsked(tx: Tx, organisationId: string) {
  return tx
    .selectFrom("request_deliveries as d")
    .leftJoin("request_progress as p", (join) =>
      join.onRef("p.delivery_id", "=", "d.id").on("p.organisation_id", "=", organisationId),
    )
    .where("d.answering_id", "=", organisationId)
    .select([
      "d.id",
      "d.organisation_id as requester_id",
      "d.content",
      "d.language",
      "d.due_on",
      "d.sent_at",
      "d.withdrawn_at",
      "p.first_opened_at",
      "p.last_opened_at",
      "p.products_answered",
      "p.sites_named",
      "p.passed_on",
      "p.passed_on_answered",
      "p.answered_at",
      sql<number>`(select count(*)::int from request_delivery_products a where a.delivery_id = d.id)`.as(
        "products_asked",
      ),
      sql<string>`to_char(d.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
        "sent_key",
      ),
    ]);
}

export type AskedRow = Omit<
  Awaited<ReturnType<ReturnType<typeof selectAsked>["executeTakeFirstOrThrow"]>>,
  "content"
> & { readonly content: DeliveryContent };

function asAsked<R extends { readonly content: unknown }>(
  row: R,
): Omit<R, "content"> & { readonly content: DeliveryContent } {
  return { ...row, content: DeliveryContent.parse(row.content) };
}

/** Requests the organisation was asked, newest first; with `open`, neither withdrawn nor answered in full. */
export async function readAskedPage(
  tx: Tx,
  organisationId: string,
  page: {
    readonly open: boolean;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<AskedRow[]> {
  let query = selectAsked(tx, organisationId);
  if (page.open)
    query = query
      .where("d.withdrawn_at", "is", null)
      .where(sql<boolean>`(p.answered_at is null or p.products_answered < p.products_asked)`);
  if (page.after !== null) {
    const [at, id] = page.after;
    query = query.where(sql<boolean>`(d.sent_at, d.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query
    .orderBy("d.sent_at", "desc")
    .orderBy("d.id", "desc")
    .limit(page.limit)
    .execute();
  return rows.map(asAsked);
}

export async function findAsked(
  tx: Tx,
  organisationId: string,
  deliveryId: string,
): Promise<AskedRow | undefined> {
  const row = await selectAsked(tx, organisationId)
    .where("d.id", "=", deliveryId)
    .executeTakeFirst();
  return row === undefined ? undefined : asAsked(row);
}

/** Products asked about with what the record says of the product that answers for each. */
export async function readAskedProducts(tx: Tx, organisationId: string, deliveryId: string) {
  const { rows } = await sql<{
    key: string;
    brand: string;
    family: string;
    part_number: string | null;
    product_id: string | null;
    sites: number;
    confirmed: number;
    one_of_several: number;
    answer: "asked_and_refused" | "cannot_because" | "shown_false" | null;
  }>`
    with general as (
      select w.answer from record_answers w
      where w.organisation_id = ${organisationId} and w.removed_at is null and w.product_id is null
      order by w.answered_on desc, w.created_at desc limit 1
    )
    select a.key, a.brand, a.family, a.part_number, p.id as product_id,
      coalesce(l.sites, 0)::int as sites, coalesce(l.confirmed, 0)::int as confirmed, coalesce(l.several, 0)::int as one_of_several,
      coalesce(
        (select w.answer from record_answers w
          where w.organisation_id = ${organisationId} and w.removed_at is null and w.product_id = p.id
          order by w.answered_on desc, w.created_at desc limit 1),
        (select answer from general)
      ) as answer
    from request_delivery_products a
    left join record_asked m on m.organisation_id = ${organisationId} and m.delivery_id = a.delivery_id and m.asked_key = a.key
    left join record_products p on p.id = m.product_id and p.removed_at is null
    left join lateral (
      select count(distinct k.site_id) as sites,
        count(*) filter (where k.kind = 'confirmed') as confirmed, count(*) filter (where k.kind = 'one_of_several') as several
      from record_links k join record_sites s on s.id = k.site_id and s.removed_at is null
      where k.organisation_id = ${organisationId} and k.product_id = p.id
    ) l on true
    where a.delivery_id = ${deliveryId}
    order by a.position, a.key`.execute(tx);
  return rows;
}

/** Which products asked about were passed on to whom, in requests that still stand. */
export async function readPassedOnTo(tx: Tx, organisationId: string, deliveryId: string) {
  return tx
    .selectFrom("disclosure_requests as r")
    .innerJoin("request_deliveries as d", "d.request_id", "r.id")
    .innerJoin("request_delivery_products as a", "a.delivery_id", "d.id")
    .where("r.organisation_id", "=", organisationId)
    .where("r.passes_on_delivery_id", "=", deliveryId)
    .where("r.withdrawn_on", "is", null)
    .where("a.passed_key", "is not", null)
    .select(["a.passed_key", "d.to_name"])
    .orderBy("d.sent_at")
    .execute();
}

/** How many requests the organisation sent by mail since then. */
export async function countMailedSince(
  tx: Tx,
  organisationId: string,
  since: Date,
): Promise<number> {
  const { count } = await tx
    .selectFrom("request_deliveries")
    .where("organisation_id", "=", organisationId)
    .where("to_address", "is not", null)
    .where("sent_at", ">", since)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Releases that came for requests of ours and of which nothing is in our record yet. */
export async function readReleasesToTake(
  tx: Tx,
  organisationId: string,
  deliveryIds: readonly string[],
) {
  if (deliveryIds.length === 0) return [];
  return tx
    .selectFrom("releases as r")
    .where("r.recipient_id", "=", organisationId)
    .where("r.delivery_id", "in", deliveryIds)
    .where("r.withdrawn_at", "is", null)
    .where("r.superseded_at", "is", null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("record_sites as s")
            .whereRef("s.from_release_id", "=", "r.id")
            .where("s.organisation_id", "=", organisationId)
            .select("s.id"),
        ),
      ),
    )
    .select(["r.id", "r.delivery_id"])
    .orderBy("r.released_at")
    .execute();
}

/** Releases the organisation gave in answer to a delivery, newest first. */
export async function readOwnReleases(tx: Tx, organisationId: string, deliveryId: string) {
  return tx
    .selectFrom("releases")
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "=", deliveryId)
    .select(["id", "number", "code", "released_at", "expires_on", "superseded_at", "withdrawn_at"])
    .orderBy("released_at", "desc")
    .orderBy("id")
    .execute();
}

/** Says which product of the record answers for which asked key; `null` says none does. */
export async function replaceAsked(
  tx: Tx,
  organisationId: string,
  deliveryId: string,
  items: readonly { readonly askedKey: string; readonly productId: string | null }[],
): Promise<void> {
  if (items.length === 0) return;
  await tx
    .deleteFrom("record_asked")
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "=", deliveryId)
    .where(
      "asked_key",
      "in",
      items.map((item) => item.askedKey),
    )
    .execute();
  const rows = items.flatMap(({ askedKey, productId }) =>
    productId === null
      ? []
      : [
          {
            organisation_id: organisationId,
            delivery_id: deliveryId,
            asked_key: askedKey,
            product_id: productId,
          },
        ],
  );
  for (let from = 0; from < rows.length; from += 2000)
    await tx
      .insertInto("record_asked")
      .values(rows.slice(from, from + 2000))
      .execute();
}

/** Products of the record by id or by brand and family in small letters. */
export async function readRecordProducts(tx: Tx, organisationId: string) {
  return tx
    .selectFrom("record_products")
    .where("organisation_id", "=", organisationId)
    .where("removed_at", "is", null)
    .select(["id", "brand", "family", "part_numbers", "version"])
    .execute();
}

export async function setPassedOn(
  tx: Tx,
  organisationId: string,
  deliveryId: string,
  counts: { readonly passedOn: number; readonly answered: number },
): Promise<void> {
  await tx
    .updateTable("request_progress")
    .set({ passed_on: counts.passedOn, passed_on_answered: counts.answered })
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "=", deliveryId)
    .execute();
}

/** When it was first answered: by the oldest release that was not withdrawn. */
export async function setAnsweredAt(
  tx: Tx,
  organisationId: string,
  deliveryId: string,
): Promise<void> {
  await tx
    .updateTable("request_progress")
    .set({
      answered_at: sql<Date | null>`(
        select min(r.released_at) from releases r
        where r.organisation_id = ${organisationId} and r.delivery_id = ${deliveryId} and r.withdrawn_at is null
      )`,
    })
    .where("organisation_id", "=", organisationId)
    .where("delivery_id", "=", deliveryId)
    .execute();
}

/** The delivery that a request of ours passes on, by the delivery we made. */
export async function findPassedDelivery(
  tx: Tx,
  organisationId: string,
  ownDeliveryId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("request_deliveries as d")
    .innerJoin("disclosure_requests as r", "r.id", "d.request_id")
    .where("d.organisation_id", "=", organisationId)
    .where("d.id", "=", ownDeliveryId)
    .select("r.passes_on_delivery_id")
    .executeTakeFirst();
  return row?.passes_on_delivery_id ?? null;
}

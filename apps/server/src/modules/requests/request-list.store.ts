/** SQL that lists requests and gathers what their state follows from: a fixed number of queries for a page. */
import type { Tx } from "@throughline/db";
import { sql, type SqlBool } from "kysely";

export interface RequestFilter {
  readonly supplierId?: string | undefined;
  readonly supplierIds?: readonly string[] | undefined;
  readonly contractId?: string | undefined;
  readonly search?: string | undefined;
  /** Those that pass on this delivery. */
  readonly passesOnDeliveryId?: string | undefined;
}

export type RequestSort = "drafted" | "due";

/** Sort value as text and id of the last row seen. */
export type RequestKey = readonly [string, string];

const draftedKey = sql<string>`to_char(r.drafted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const dueKey = sql<string>`coalesce(r.due_on, '9999-12-31'::date)::text`;

/** Up to `limit` requests of the organisation behind `after`: newest first, or the next due first. */
export async function readRequestPage(
  tx: Tx,
  organisationId: string,
  filter: RequestFilter,
  page: { readonly sort: RequestSort; readonly after: RequestKey | null; readonly limit: number },
) {
  let query = selectRequests(tx).where("r.organisation_id", "=", organisationId);
  if (filter.supplierId !== undefined) query = query.where("r.supplier_id", "=", filter.supplierId);
  if (filter.supplierIds !== undefined)
    query = query.where(sql<SqlBool>`r.supplier_id = any(${filter.supplierIds}::uuid[])`);
  if (filter.passesOnDeliveryId !== undefined)
    query = query.where("r.passes_on_delivery_id", "=", filter.passesOnDeliveryId);
  const { contractId } = filter;
  if (contractId !== undefined)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("request_contracts as c")
          .whereRef("c.request_id", "=", "r.id")
          .where("c.contract_id", "=", contractId)
          .select("c.request_id"),
      ),
    );
  const text = filter.search?.trim() ?? "";
  if (text !== "")
    query = query.where(
      sql<SqlBool>`(
        strpos(lower(r.addressee), lower(${text})) > 0 or strpos(lower(r.subject), lower(${text})) > 0
        or strpos(lower(coalesce(r.brand, '')), lower(${text})) > 0
        or exists (
          select from request_contracts about join contracts c on c.id = about.contract_id
          where about.request_id = r.id
            and (strpos(lower(c.reference), lower(${text})) > 0 or strpos(lower(c.title), lower(${text})) > 0)
        )
      )`,
    );
  const [value, id] = page.after ?? [null, null];
  if (value !== null)
    query = query.where(
      page.sort === "drafted"
        ? sql<SqlBool>`(r.drafted_at, r.id) < (${value}::timestamptz, ${id}::uuid)`
        : sql<SqlBool>`(coalesce(r.due_on, '9999-12-31'::date), r.id) > (${value}::date, ${id}::uuid)`,
    );
  return page.sort === "drafted"
    ? query.orderBy("r.drafted_at", "desc").orderBy("r.id", "desc").limit(page.limit).execute()
    : query
        .orderBy(sql`coalesce(r.due_on, '9999-12-31'::date)`)
        .orderBy("r.id")
        .limit(page.limit)
        .execute();
}

function selectRequests(tx: Tx) {
  return tx
    .selectFrom("disclosure_requests as r")
    .select([
      "r.id",
      "r.addressee",
      "r.supplier_id",
      "r.brand",
      "r.subject",
      "r.body",
      "r.language",
      "r.drafted_at",
      "r.sent_on",
      "r.due_on",
      "r.due_because",
      "r.withdrawn_on",
      "r.withdrawn_reason",
      "r.passes_on_delivery_id",
      "r.version",
      draftedKey.as("drafted_key"),
      dueKey.as("due_key"),
    ]);
}

export type RequestRow = Awaited<ReturnType<typeof readRequestPage>>[number];

/** One's own requests by id. */
export async function readRequestRows(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<RequestRow[]> {
  if (ids.length === 0) return [];
  return selectRequests(tx)
    .where("r.organisation_id", "=", organisationId)
    .where("r.id", "in", ids)
    .execute();
}

/** The same, held until the transaction ends. */
export async function lockRequestRow(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<RequestRow | undefined> {
  await tx
    .selectFrom("disclosure_requests")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return (await readRequestRows(tx, organisationId, [id]))[0];
}

/** Contracts each request is about. */
export async function readRequestContracts(tx: Tx, requestIds: readonly string[]) {
  if (requestIds.length === 0) return [];
  return tx
    .selectFrom("request_contracts as about")
    .innerJoin("contracts as c", "c.id", "about.contract_id")
    .where("about.request_id", "in", requestIds)
    .select(["about.request_id", "c.id", "c.reference", "c.title"])
    .orderBy("c.reference")
    .orderBy("c.id")
    .execute();
}

/** Products each request names. */
export async function readRequestProducts(tx: Tx, requestIds: readonly string[]) {
  if (requestIds.length === 0) return [];
  return tx
    .selectFrom("request_products as about")
    .innerJoin("product_lines as p", "p.id", "about.product_line_id")
    .where("about.request_id", "in", requestIds)
    .select([
      "about.request_id",
      "about.contract_id",
      "p.id",
      "p.brand",
      "p.family",
      "p.part_number",
    ])
    .orderBy("about.contract_id")
    .orderBy("p.position")
    .orderBy("p.id")
    .execute();
}

/** What was recorded as an answer to each request: the last day, how many products, whether any speaks about everything. */
export async function readAnswerFacts(tx: Tx, requestIds: readonly string[]) {
  if (requestIds.length === 0) return [];
  const { rows } = await sql<{
    request_id: string;
    last_on: string;
    products: number;
    about_all: boolean;
  }>`
    select a.request_id, max(a.answered_on) as last_on, count(distinct p.product_line_id)::int as products,
      bool_or(p.product_line_id is null) as about_all
    from disclosure_answers a left join answer_products p on p.answer_id = a.id
    where a.request_id = any(${requestIds}) group by a.request_id`.execute(tx);
  return rows;
}

/**
 * What the addressee disclosed for a contract it was asked about, after it was asked: the last day, and of the products
 * asked about (named, else of the brand, else all) how many. A list that was recorded by hand speaks about everything
 * asked; a release only about the products it names sites for, since it may be the answer to another request.
 */
export async function readDisclosedSince(tx: Tx, requestIds: readonly string[]) {
  if (requestIds.length === 0) return [];
  const { rows } = await sql<{
    request_id: string;
    told_on: string | null;
    released_on: string | null;
    released_products: number;
    asked_products: number;
  }>`
    with since as (
      select r.id as request_id, d.id, d.contract_id, d.release_id, d.received_on
      from disclosure_requests r
      join request_contracts about on about.request_id = r.id
      join disclosures d on d.contract_id = about.contract_id
      left join request_deliveries sent on sent.request_id = r.id
      where r.id = any(${requestIds}) and r.sent_on is not null and d.withdrawn_on is null
        and lower(d.declared_by) = lower(r.addressee)
        -- What came earlier on the day of the letter is no answer to it.
        and (d.received_on > r.sent_on or (d.received_on = r.sent_on
          and (sent.sent_at is null or d.recorded_at >= sent.sent_at)))
    ), asked as (
      select r.id as request_id, p.id
      from disclosure_requests r
      join request_contracts about on about.request_id = r.id
      join product_lines p on p.contract_id = about.contract_id
      where r.id in (select request_id from since where release_id is not null)
        and case when exists (select from request_products named where named.request_id = r.id)
          then exists (select from request_products named
            where named.request_id = r.id and named.product_line_id = p.id)
          else r.brand is null or lower(p.brand) = lower(r.brand) end
    )
    select request_id, max(received_on) filter (where release_id is null) as told_on,
      max(received_on) filter (where release_id is not null) as released_on,
      (select count(*)::int from asked where asked.request_id = since.request_id) as asked_products,
      (select count(*)::int from asked where asked.request_id = since.request_id and exists (
        select from trace_links l join since released
          on released.id = l.disclosure_id and released.request_id = asked.request_id
        where l.product_line_id = asked.id and released.release_id is not null)) as released_products
    from since group by request_id`.execute(tx);
  return rows;
}

export interface RequestChange {
  readonly addressee?: string | undefined;
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
  readonly dueOn?: string | null | undefined;
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

/** Writes the change if the version is still the one the caller saw; answers the new version. */
export async function updateRequest(
  tx: Tx,
  organisationId: string,
  id: string,
  version: number,
  change: RequestChange,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("disclosure_requests")
    .set((set) => ({
      ...(change.addressee === undefined ? {} : { addressee: change.addressee }),
      ...(change.subject === undefined ? {} : { subject: change.subject }),
      ...(change.body === undefined ? {} : { body: change.body }),
      // Another day has another reason.
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn, due_because: null }),
      ...(change.withdrawn === undefined
        ? {}
        : { withdrawn_on: change.withdrawn.on, withdrawn_reason: change.withdrawn.reason }),
      version: set("version", "+", 1),
    }))
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

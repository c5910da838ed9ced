/** SQL of `record_products`, and of which of them answers for which product that was asked about. */
import type { OwnProduct } from "@throughline/contract";
import { sql, type SqlBool } from "kysely";
import type { Work } from "../../platform/api.ts";

/** What a product is. */
export interface ProductValues {
  readonly brand: string;
  readonly family: string;
  readonly partNumbers: readonly string[];
}

export interface KeptProduct extends ProductValues {
  readonly id: string;
  readonly version: number;
}

const sitesOfProduct = sql<number>`(
  select count(distinct l.site_id)::int from record_links l join record_sites s on s.id = l.site_id
  where l.product_id = record_products.id and l.organisation_id = record_products.organisation_id and s.removed_at is null
)`;

function live(work: Work) {
  return work.tx
    .selectFrom("record_products")
    .where("record_products.organisation_id", "=", work.actor.organisationId)
    .where("record_products.removed_at", "is", null);
}

/** Products that are not removed, by brand and family. */
export async function readProducts(work: Work, ids?: readonly string[]): Promise<KeptProduct[]> {
  let query = live(work).select([
    "id",
    "brand",
    "family",
    "part_numbers as partNumbers",
    "version",
  ]);
  if (ids !== undefined) query = query.where(sql<SqlBool>`id = any(${ids}::uuid[])`);
  return query
    .orderBy(sql`lower(brand)`)
    .orderBy(sql`lower(family)`)
    .orderBy("id")
    .execute();
}

/** A page behind `after` (brand and family in small letters, and id). */
export async function readProductPage(
  work: Work,
  search: string,
  after: readonly [string, string, string] | null,
  limit: number,
): Promise<(OwnProduct & { readonly sort: [string, string, string] })[]> {
  let query = live(work).select([
    "id",
    "brand",
    "family",
    "part_numbers",
    "version",
    sitesOfProduct.as("sites"),
    sql<string>`lower(brand)`.as("brand_key"),
    sql<string>`lower(family)`.as("family_key"),
  ]);
  if (search !== "")
    query = query.where(
      sql<SqlBool>`(strpos(lower(brand), lower(${search})) > 0 or strpos(lower(family), lower(${search})) > 0)`,
    );
  if (after !== null)
    query = query.where(
      sql<SqlBool>`(lower(brand), lower(family), id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`,
    );
  const rows = await query
    .orderBy(sql`lower(brand)`)
    .orderBy(sql`lower(family)`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    brand: row.brand,
    family: row.family,
    partNumbers: row.part_numbers,
    version: row.version,
    sites: row.sites,
    sort: [row.brand_key, row.family_key, row.id],
  }));
}

/** Products with their number of sites; those of the ids where some are given. At most so many. */
export async function readGridProducts(
  work: Work,
  ids: readonly string[] | null,
  limit: number,
): Promise<OwnProduct[]> {
  let query = live(work).select([
    "id",
    "brand",
    "family",
    "part_numbers as partNumbers",
    "version",
    sitesOfProduct.as("sites"),
  ]);
  if (ids !== null) query = query.where(sql<SqlBool>`id = any(${ids}::uuid[])`);
  return query
    .orderBy(sql`lower(brand)`)
    .orderBy(sql`lower(family)`)
    .orderBy("id")
    .limit(limit)
    .execute();
}

export async function countProducts(work: Work): Promise<number> {
  const row = await live(work)
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

export async function findProduct(work: Work, productId: string): Promise<KeptProduct | undefined> {
  return live(work)
    .select(["id", "brand", "family", "part_numbers as partNumbers", "version"])
    .where("id", "=", productId)
    .executeTakeFirst();
}

/** Adds a product; one of the same brand and family is refused by the index (`already_exists`). */
export async function insertProduct(work: Work, product: ProductValues): Promise<string> {
  const { id } = await work.tx
    .insertInto("record_products")
    .values({
      organisation_id: work.actor.organisationId,
      brand: product.brand,
      family: product.family,
      part_numbers: [...product.partNumbers],
      created_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes a product if the version is still the one the caller saw; answers the new version. */
export async function updateProduct(
  work: Work,
  productId: string,
  version: number,
  product: ProductValues,
): Promise<number | undefined> {
  const row = await work.tx
    .updateTable("record_products")
    .set((set) => ({
      brand: product.brand,
      family: product.family,
      part_numbers: [...product.partNumbers],
      version: set("version", "+", 1),
    }))
    .where("id", "=", productId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

/** Takes a product out of the record; false when it is not there. */
export async function markProductRemoved(work: Work, productId: string): Promise<boolean> {
  const row = await work.tx
    .updateTable("record_products")
    .set((set) => ({ removed_at: work.now, version: set("version", "+", 1) }))
    .where("id", "=", productId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("removed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** True where the acting organisation answers the delivery. */
export async function answersDelivery(work: Work, deliveryId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("request_progress")
    .select("delivery_id")
    .where("delivery_id", "=", deliveryId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which product of the record answers for which product of a delivery. */
export async function readAsked(
  work: Work,
  deliveryId: string,
): Promise<{ askedKey: string; productId: string }[]> {
  return work.tx
    .selectFrom("record_asked")
    .innerJoin("record_products", "record_products.id", "record_asked.product_id")
    .select(["record_asked.asked_key as askedKey", "record_asked.product_id as productId"])
    .where("record_asked.organisation_id", "=", work.actor.organisationId)
    .where("record_asked.delivery_id", "=", deliveryId)
    .where("record_products.removed_at", "is", null)
    .orderBy("record_asked.asked_key")
    .execute();
}

/** Says which product answers where nothing was said yet. */
export async function insertAsked(
  work: Work,
  deliveryId: string,
  items: readonly { readonly askedKey: string; readonly productId: string }[],
): Promise<void> {
  if (items.length === 0) return;
  await work.tx
    .insertInto("record_asked")
    .values(
      items.map(({ askedKey, productId }) => ({
        organisation_id: work.actor.organisationId,
        delivery_id: deliveryId,
        asked_key: askedKey,
        product_id: productId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

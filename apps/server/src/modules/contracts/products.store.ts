/** SQL on product lines. */
import type { Product, ProductInput } from "@throughline/contract";
import type { Tx } from "@throughline/db";
import type { z } from "zod";

type NewProduct = z.infer<typeof ProductInput>;

/** A statement takes at most 65,535 parameters. */
const rowsPerStatement = 2_000;

/** Adds product lines behind those that are there; answers their ids in the order given. */
export async function insertProducts(
  tx: Tx,
  organisationId: string,
  contractId: string,
  products: readonly NewProduct[],
): Promise<string[]> {
  const { last } = await tx
    .selectFrom("product_lines")
    .where("contract_id", "=", contractId)
    .select((select) => select.fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  // The column has no null; max() of no rows has.
  let position = Number(last ?? -1) + 1;
  const ids: string[] = [];
  for (let from = 0; from < products.length; from += rowsPerStatement) {
    const rows = await tx
      .insertInto("product_lines")
      .values(
        products.slice(from, from + rowsPerStatement).map((product) => ({
          contract_id: contractId,
          organisation_id: organisationId,
          brand: product.brand,
          family: product.family,
          part_number: product.partNumber,
          quantity: product.quantity,
          value_minor: product.value?.minorUnits ?? null,
          currency: product.value?.currency ?? null,
          cpv: product.cpv,
          position: position++,
        })),
      )
      .returning("id")
      .execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/** Product lines of a contract in their order. */
export async function listProducts(tx: Tx, contractId: string): Promise<Product[]> {
  const rows = await tx
    .selectFrom("product_lines")
    .where("contract_id", "=", contractId)
    .selectAll()
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(productOf);
}

/** One product line with the contract it belongs to. */
export async function findProduct(
  tx: Tx,
  productId: string,
): Promise<{ readonly contractId: string; readonly product: Product } | undefined> {
  const row = await tx
    .selectFrom("product_lines")
    .where("id", "=", productId)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? undefined : { contractId: row.contract_id, product: productOf(row) };
}

function productOf(row: {
  readonly id: string;
  readonly version: number;
  readonly brand: string;
  readonly family: string;
  readonly part_number: string | null;
  readonly quantity: number | null;
  readonly value_minor: number | null;
  readonly currency: string | null;
  readonly cpv: string | null;
}): Product {
  return {
    id: row.id,
    version: row.version,
    brand: row.brand,
    family: row.family,
    partNumber: row.part_number,
    quantity: row.quantity,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minorUnits: row.value_minor, currency: row.currency },
    cpv: row.cpv,
  };
}

/** Writes a product line if the version is still the one the caller saw; answers the new version. */
export async function updateProduct(
  tx: Tx,
  productId: string,
  version: number,
  product: NewProduct,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("product_lines")
    .set((set) => ({
      brand: product.brand,
      family: product.family,
      part_number: product.partNumber,
      quantity: product.quantity,
      value_minor: product.value?.minorUnits ?? null,
      currency: product.value?.currency ?? null,
      cpv: product.cpv,
      version: set("version", "+", 1),
    }))
    .where("id", "=", productId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
}

/** Removes a product line; its links, and its place in requests and answers, go with it. */
export async function deleteProduct(tx: Tx, productId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom("product_lines")
    .where("id", "=", productId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

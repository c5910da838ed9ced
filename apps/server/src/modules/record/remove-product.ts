/** Takes a product out of the record with its links. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { findProduct, markProductRemoved } from "./record-products.store.ts";

/** @throws AppError `not_found`. */
export async function removeProduct(
  work: Work,
  { productId }: { readonly productId: string },
): Promise<void> {
  const product = await findProduct(work, productId);
  if (product === undefined || !(await markProductRemoved(work, productId)))
    throw new AppError("not_found", "There is no such product in the record.");
  await recordAudit(work, {
    action: "remove-record-product",
    subjectKind: "record_product",
    subjectId: productId,
    before: { brand: product.brand, family: product.family },
  });
  await recountAsked(work);
}

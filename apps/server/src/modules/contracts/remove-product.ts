/** Removes a product line and its links. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { isOnlySubject } from "../requests/index.ts";
import { deleteProduct, findProduct } from "./products.store.ts";

/**
 * Removes the product. A request or answer that speaks about nothing else would, without it, speak about the whole
 * contract; so the product stays.
 */
export async function removeProduct(work: Work, productId: string): Promise<void> {
  const found = await findProduct(work.tx, productId);
  if (found === undefined) throw new AppError("not_found", "There is no such product here.");
  if (await isOnlySubject(work, productId)) {
    throw new AppError("still_in_use", "A request or an answer speaks about this product alone.");
  }
  await deleteProduct(work.tx, productId);
  await recordAudit(work, {
    action: "remove-product",
    subjectKind: "product",
    subjectId: productId,
    before: { contractId: found.contractId, ...found.product },
  });
}

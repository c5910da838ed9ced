/** Adds or changes a product of the record. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  findProduct,
  insertProduct,
  updateProduct,
  type ProductValues,
} from "./record-products.store.ts";

/** @throws AppError `not_found`, `conflict`, `already_exists` (the same brand and family). */
export async function saveProduct(
  work: Work,
  {
    id,
    version,
    ...given
  }: ProductValues & { readonly id: string | null; readonly version: number },
): Promise<{ id: string; version: number }> {
  const product = { ...given, partNumbers: [...new Set(given.partNumbers)] };
  if (id === null) {
    const made = await insertProduct(work, product);
    await recordAudit(work, {
      action: "add-record-product",
      subjectKind: "record_product",
      subjectId: made,
      after: product,
    });
    return { id: made, version: 1 };
  }
  const before = await findProduct(work, id);
  if (before === undefined)
    throw new AppError("not_found", "There is no such product in the record.");
  const next = await updateProduct(work, id, version, product);
  if (next === undefined) throw new AppError("conflict");
  const { brand, family, partNumbers } = before;
  await recordAudit(work, {
    action: "revise-record-product",
    subjectKind: "record_product",
    subjectId: id,
    before: { brand, family, partNumbers },
    after: product,
  });
  return { id, version: next };
}

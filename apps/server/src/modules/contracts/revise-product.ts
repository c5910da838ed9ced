/** Changes a product line: only the fields that were sent. */
import type { Product } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { checkProducts } from "./contracts.policy.ts";
import { findProduct, updateProduct } from "./products.store.ts";

type Given = { readonly [K in keyof Omit<Product, "id" | "version">]?: Product[K] | undefined };

/** Revises the product if nobody changed it since. */
export async function reviseProduct(
  work: Work,
  input: Given & { readonly productId: string; readonly version: number },
): Promise<{ version: number }> {
  const found = await findProduct(work.tx, input.productId);
  if (found === undefined) throw new AppError("not_found", "There is no such product here.");
  const { product } = found;
  const next = {
    brand: input.brand ?? product.brand,
    family: input.family ?? product.family,
    partNumber: input.partNumber === undefined ? product.partNumber : input.partNumber,
    quantity: input.quantity === undefined ? product.quantity : input.quantity,
    value: input.value === undefined ? product.value : input.value,
    cpv: input.cpv === undefined ? product.cpv : input.cpv,
  };
  const details = checkProducts([next]).map(({ path, message }) => ({
    path: path.replace("/products/0", ""),
    message,
  }));
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
  const version = await updateProduct(work.tx, input.productId, input.version, next);
  if (version === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: "revise-product",
    subjectKind: "product",
    subjectId: input.productId,
    before: product,
    after: next,
  });
  return { version };
}

import { t } from "../texts/t.ts";
import { productName, type NamedProduct } from "./product-name.ts";

/** What a request or an answer is about: of two with the same subject, this tells which is which. */
export function sayAbout(
  { productIds, brand }: { readonly productIds: readonly string[]; readonly brand: string | null },
  products: readonly (NamedProduct & { readonly id: string })[],
): string {
  if (productIds.length === 0)
    return brand === null ? t("request.whole") : t("request.brand", { brand });
  if (productIds.length > 3) return t("request.products", { n: productIds.length });
  return products
    .filter((product) => productIds.includes(product.id))
    .map(productName)
    .join(", ");
}

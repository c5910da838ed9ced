import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import { productName } from "./traced-columns.tsx";

/** What a request or an answer is about: of two with the same subject, this tells which is which. */
export function sayAbout(
  { productIds, brand }: Pick<ContractDetail["requests"][number], "productIds" | "brand">,
  contract: ContractDetail,
): string {
  if (productIds.length === 0)
    return brand === null ? t("request.whole") : t("request.brand", { brand });
  if (productIds.length > 3) return t("request.products", { n: productIds.length });
  return contract.products
    .filter((product) => productIds.includes(product.id))
    .map(productName)
    .join(", ");
}

/** Sites against products with their links, for ticking. */
import type { OwnLink, OwnProduct, OwnSite } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readLinks } from "./record-links.store.ts";
import { answersDelivery, readAsked, readGridProducts } from "./record-products.store.ts";
import { countSites, readSitePage } from "./record-sites.store.ts";

const sitesAtOnce = 200;
const mostProducts = 500;

/**
 * Products of one request, or the first 500 of all; sites 200 at once.
 *
 * @throws AppError `not_found` where the delivery is not the acting organisation's to answer.
 */
export async function showGrid(
  work: Work,
  {
    deliveryId,
    sitesFrom,
  }: { readonly deliveryId?: string | undefined; readonly sitesFrom: number },
): Promise<{ products: OwnProduct[]; sites: OwnSite[]; sitesTotal: number; links: OwnLink[] }> {
  let chosen: string[] | null = null;
  if (deliveryId !== undefined) {
    if (!(await answersDelivery(work, deliveryId))) throw new AppError("not_found");
    chosen = [...new Set((await readAsked(work, deliveryId)).map(({ productId }) => productId))];
  }
  const products = await readGridProducts(work, chosen, mostProducts);
  const found = await readSitePage(work, {}, { offset: sitesFrom, limit: sitesAtOnce });
  const links = await readLinks(work, {
    productIds: products.map(({ id }) => id),
    siteIds: found.map(({ id }) => id),
  });
  return {
    products,
    sites: found.map(({ position: _, ...site }) => site),
    sitesTotal: await countSites(work, {}),
    links,
  };
}

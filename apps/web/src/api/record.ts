/** What the screens of Our record and of an answer both ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { OwnProduct } from "@throughline/contract";
import { api } from "./client.ts";

export type OwnSitesInput = Parameters<typeof api.record.listSites>[0];
export type ReleaseWish = Parameters<typeof api.releases.preview>[0];
export type Grid = Awaited<ReturnType<typeof api.record.getGrid>>;

export const recordQuery = queryOptions({
  queryKey: ["record", "overview"],
  queryFn: () => api.record.get(),
});

export function ownSitesQuery(input: OwnSitesInput) {
  return queryOptions({
    queryKey: ["record", "sites", input],
    queryFn: () => api.record.listSites(input),
    placeholderData: keepPreviousData,
  });
}

export function ownProductsQuery(input: Parameters<typeof api.record.listProducts>[0]) {
  return queryOptions({
    queryKey: ["record", "products", input],
    queryFn: () => api.record.listProducts(input),
    placeholderData: keepPreviousData,
  });
}

const mostPages = 10;

/** Products of the record to choose from: all of them, up to two thousand. */
export const productChoiceQuery = queryOptions({
  queryKey: ["record", "products", "to-choose"],
  queryFn: async () => {
    const items: OwnProduct[] = [];
    let after: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const found = await api.record.listProducts({
        limit: 200,
        ...(after === undefined ? {} : { after }),
      });
      items.push(...found.items);
      if (found.next === null) break;
      after = found.next;
    }
    return { items };
  },
});

/** Sites against products: of one request, or of everything; 200 sites at once. */
export function gridQuery(deliveryId: string | null, sitesFrom: number) {
  return queryOptions({
    queryKey: ["record", "grid", deliveryId, sitesFrom],
    queryFn: () =>
      api.record.getGrid({ sitesFrom, ...(deliveryId === null ? {} : { deliveryId }) }),
    placeholderData: keepPreviousData,
  });
}

export const ownAnswersQuery = queryOptions({
  queryKey: ["record", "answers"],
  queryFn: () => api.record.listAnswers(),
});

/** What would be released; nothing is saved. */
export function previewQuery(wish: ReleaseWish) {
  return queryOptions({
    queryKey: ["releases", "preview", wish],
    queryFn: () => api.releases.preview(wish),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function releaseQuery(releaseId: string) {
  return queryOptions({
    queryKey: ["releases", releaseId, "detail"],
    queryFn: () => api.releases.get({ releaseId }),
  });
}

/** Releases of others that may be taken over into the record. */
export const receivedReleasesQuery = queryOptions({
  queryKey: ["releases", "received", "all"],
  queryFn: () => api.releases.listReceived({ limit: 200 }),
});

/** Fills a record through the API, for tests that are about what becomes of it. */
import type { ApiClient, OwnLink } from "@throughline/contract";

/** A site with everything unknown that is not named. */
export function ownSite(
  name: string,
  given: Partial<Parameters<ApiClient["record"]["addSites"]>[0]["sites"][number]> = {},
): Parameters<ApiClient["record"]["addSites"]>[0]["sites"][number] {
  return {
    name,
    address: null,
    country: null,
    latitude: null,
    longitude: null,
    osId: null,
    workers: null,
    maskedAs: null,
    ...given,
  };
}

/** A confirmed link at final assembly unless told otherwise. */
export function ownLink(productId: string, siteId: string, given: Partial<OwnLink> = {}): OwnLink {
  return {
    productId,
    siteId,
    tier: "final_assembly",
    component: null,
    kind: "confirmed",
    from: null,
    to: null,
    ...given,
  };
}

/** The record most tests use: a laptop assembled at one site, its display made at a masked one. */
export interface PlantedRecord {
  readonly productId: string;
  readonly assembly: string;
  readonly display: string;
}

/** What of the masked site must never be seen by anybody else. */
export const displayMaker = {
  name: "Brightfield Panels (Bac Ninh) Co., Ltd.",
  address: "Lot 7, Example Industrial Park, Bac Ninh",
  country: "VN",
  latitude: 21.186523,
  longitude: 106.076311,
  osId: "VN2021250D1DTN7",
  workers: 4117,
} as const;

export const assembler = {
  name: "Alder Electronics (Kunshan) Co., Ltd.",
  address: "No. 88 Example Road, Kunshan, Jiangsu",
  country: "CN",
} as const;

/** Plants it under a product that is there, or one that it adds. */
export async function plantRecord(
  client: ApiClient,
  productId?: string,
  keptBy = "the maker of the display",
): Promise<PlantedRecord> {
  const product =
    productId ??
    (await client.record.saveProduct({ brand: "Aster", family: "Book 3", partNumbers: ["AB3-1"] }))
      .id;
  const { ids } = await client.record.addSites({
    sites: [
      ownSite(displayMaker.name, { ...displayMaker, maskedAs: keptBy }),
      ownSite(assembler.name, assembler),
    ],
  });
  const [display = "", assembly = ""] = ids;
  await client.record.setLinks({
    set: [
      ownLink(product, assembly),
      ownLink(product, display, { tier: "component", component: "display panel" }),
    ],
  });
  return { productId: product, assembly, display };
}

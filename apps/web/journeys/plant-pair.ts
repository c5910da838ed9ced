/** A second pair to review beside the one of the demonstration: a list that leaves out the house number of a known site. */
import type { Page } from "playwright-core";
import { callApi } from "./call-api.ts";

/** Adds the list to the demonstration's laptop contract. */
export async function plantPair(page: Page): Promise<void> {
  const { items } = await callApi<{ items: { id: string; title: string }[] }>(
    page,
    "GET",
    "/contracts",
  );
  const laptops = items.find(({ title }) => /laptop/iu.test(title));
  await callApi(page, "POST", `/contracts/${laptops?.id ?? ""}/disclosures/form`, {
    title: "Cells, as told on the phone",
    declaredBy: "Aster",
    receivedOn: "2026-06-01",
    sites: [
      {
        name: "Meilun Cells (invented)",
        address: "Example Road, Wuxi, Jiangsu",
        country: "China",
      },
    ],
  });
}

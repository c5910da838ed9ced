/** A contract with KPIs, and figures to enter, for the tests of this module. */
import type { ApiClient } from "@throughline/contract";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";

/** T10 each quarter, 90 % asked. */
export const followUp = {
  ways: ["kpi" as const],
  kpis: [{ kpi: "T10", target: 90, targetText: null, everyMonths: 3 }],
  evidenceTypes: [],
  personId: null,
  role: "contract desk",
  hoursPerMonth: null,
};

/** A contract that runs since February 2024, whose clause asks for T10 each quarter. */
export async function plantKpiContract(
  client: ApiClient,
  given: Parameters<typeof contractInput>[0] = {},
): Promise<string> {
  const { id } = await client.contracts.create(
    contractInput({
      title: "Laptops",
      supplier: party("Cedar IT"),
      buyer: party("Northbridge University"),
      signedOn: "2024-02-01",
      startsOn: "2024-02-19",
      endsOn: "2029-02-18",
      products: [product("Aster", "Book 3"), product("Aster", "Book 5")],
      conditions: [siteClause({ followUp })],
      ...given,
    }),
  );
  return id;
}

/** One disclosure that names the site of one product. */
export async function disclose(
  client: ApiClient,
  contractId: string,
  receivedOn: string,
): Promise<void> {
  const { products } = await client.contracts.get({ id: contractId });
  await client.disclosures.takeForm({
    id: contractId,
    title: "Sites of Aster",
    declaredBy: "Aster",
    brand: "Aster",
    receivedOn,
    productIds: products.slice(0, 1).map(({ id }) => id),
    kind: "confirmed",
    sites: [
      {
        name: "Aster Electronics (Suzhou) Co., Ltd.",
        address: "15 Third Avenue, Suzhou Industrial Park, Suzhou, Jiangsu",
        country: "China",
      },
    ],
  });
}

/** A KPI about what workers got, added by hand. */
export const outcome = {
  kpi: "L1",
  target: { number: 5, words: null },
  everyMonths: 12,
  reason: "Agreed with the supplier in March.",
};

/** A figure for it, of the year 2025. */
export const figure = {
  kpi: "L1",
  from: "2025-01-01",
  to: "2025-12-31",
  numerator: 12,
  denominator: 300,
  evidence: { title: "Time records, site visit of May", reference: "DMS 4711" },
};

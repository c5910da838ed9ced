/** What the screens of laws ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type Applicability = Awaited<ReturnType<typeof api.laws.applicable>>["laws"][number];
export type CompanyFact = Awaited<ReturnType<typeof api.laws.facts>>["facts"][number];
export type FactKind = Awaited<ReturnType<typeof api.laws.list>>["facts"][number];

/** Whose facts: a supplier's, or our own. */
function whose(supplierId: string | undefined): { supplierId?: string } {
  return supplierId === undefined ? {} : { supplierId };
}

export const lawsQuery = queryOptions({
  queryKey: ["laws", "all"],
  queryFn: () => api.laws.list(),
  staleTime: Number.POSITIVE_INFINITY,
});

export function factsQuery(supplierId: string | undefined) {
  return queryOptions({
    queryKey: ["laws", "facts", supplierId ?? "own"],
    queryFn: () => api.laws.facts(whose(supplierId)),
  });
}

export function applicableQuery(supplierId: string | undefined, on: string | undefined) {
  return queryOptions({
    queryKey: ["laws", "applicable", supplierId ?? "own", on ?? "today"],
    queryFn: () =>
      api.laws.applicable({ ...whose(supplierId), ...(on === undefined ? {} : { on }) }),
    placeholderData: keepPreviousData,
  });
}

export function beyondQuery(contractId: string) {
  return queryOptions({
    queryKey: ["laws", "beyond", contractId],
    queryFn: () => api.laws.beyondLaw({ contractId }),
  });
}

/** The suppliers to choose from, by name. */
export const supplierNamesQuery = queryOptions({
  queryKey: ["suppliers", "names"],
  queryFn: () => api.suppliers.list({ sort: "name", limit: 100 }),
});

export function supplierContractsQuery(supplierId: string) {
  return queryOptions({
    queryKey: ["suppliers", supplierId],
    queryFn: () => api.suppliers.get({ id: supplierId }),
  });
}

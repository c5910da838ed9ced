/** What the screens of suppliers ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type SupplierListInput = Parameters<typeof api.suppliers.list>[0];
export type SupplierRow = Awaited<ReturnType<typeof api.suppliers.list>>["items"][number];

export function supplierListQuery(input: SupplierListInput) {
  return queryOptions({
    queryKey: ["suppliers", "list", input],
    queryFn: () => api.suppliers.list(input),
    placeholderData: keepPreviousData,
  });
}

export function supplierQuery(id: string) {
  return queryOptions({
    queryKey: ["suppliers", id],
    queryFn: () => api.suppliers.get({ id }),
  });
}

export function useSupplierId(): string {
  return useParams({
    strict: false,
    select: (params: { supplierId?: string }) => params.supplierId ?? "",
  });
}

/** What the audit screen asks of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type Entry = Awaited<ReturnType<typeof api.organisations.listAudit>>["items"][number];
export type AuditListInput = Parameters<typeof api.organisations.listAudit>[0];
export type Verified = Awaited<ReturnType<typeof api.organisations.verifyAudit>>;

export function auditQuery(input: AuditListInput) {
  return queryOptions({
    queryKey: ["audit", input],
    queryFn: () => api.organisations.listAudit(input),
    placeholderData: keepPreviousData,
    // Everything one does elsewhere adds to it.
    staleTime: 0,
  });
}

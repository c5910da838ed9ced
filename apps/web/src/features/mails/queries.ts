/** What the outbox asks of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type MailListInput = Parameters<typeof api.mails.list>[0];
export type MailRow = Awaited<ReturnType<typeof api.mails.list>>["items"][number];

export type MailDetail = Awaited<ReturnType<typeof api.mails.get>>;

export function mailListQuery(input: MailListInput) {
  return queryOptions({
    queryKey: ["mails", "list", input],
    queryFn: () => api.mails.list(input),
    placeholderData: keepPreviousData,
  });
}

export function mailQuery(mailId: string) {
  return queryOptions({
    queryKey: ["mails", mailId],
    queryFn: () => api.mails.get({ mailId }),
    // Link and code stand in it, and each showing is recorded: it is not asked for by itself.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

export function useMailId(): string {
  return useParams({
    strict: false,
    select: (params: { mailId?: string }) => params.mailId ?? "",
  });
}

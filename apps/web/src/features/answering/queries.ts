/** What the screens of an answer ask of the API, and where they stand in the address. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams, useRouterState } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { isGuestPlace } from "../../api/guest.ts";

export type AskedListInput = Parameters<typeof api.answering.list>[0];
export type AskedRow = Awaited<ReturnType<typeof api.answering.list>>["items"][number];

export function askedListQuery(input: AskedListInput) {
  return queryOptions({
    queryKey: ["answering", "list", input],
    queryFn: () => api.answering.list(input),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** One request; asked anew at each step, and now and then while somebody else has it. */
export function askedQuery(deliveryId: string) {
  return queryOptions({
    queryKey: ["answering", deliveryId],
    queryFn: () => api.answering.get({ deliveryId }),
    staleTime: 0,
    refetchInterval: (query) => ((query.state.data?.passedOn.length ?? 0) > 0 ? 15_000 : false),
  });
}

/** Where one is: a guest has link and code, a member an organisation; the screens are the same. */
export interface AnswerPlace {
  readonly deliveryId: string;
  readonly guest: boolean;
  /** Address of the request. */
  readonly base: string;
  /** Address lists on their way in stand below. */
  readonly intakes: string;
}

export function useAnswerPlace(): AnswerPlace {
  const deliveryId = useParams({
    strict: false,
    select: (params: { deliveryId?: string }) => params.deliveryId ?? "",
  });
  const guest = useRouterState({ select: (state) => isGuestPlace(state.location.pathname) });
  return {
    deliveryId,
    guest,
    base: guest ? `/answer/requests/${deliveryId}` : `/asked/${deliveryId}`,
    intakes: guest ? "/answer/intakes" : "/intakes",
  };
}

/** What the screens of lists on their way in ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams, useRouterState } from "@tanstack/react-router";
import type { IntakeDetail, IntakeState } from "@throughline/contract";
import { api } from "../../api/client.ts";

export type IntakeListInput = Parameters<typeof api.intakes.list>[0];
export type IntakeListRow = Awaited<ReturnType<typeof api.intakes.list>>["items"][number];
export type IntakeRowsInput = Parameters<typeof api.intakes.listRows>[0];

const running: readonly IntakeState[] = ["reading", "checking", "taking"];

/** True while the server works on it by itself. */
export function isRunning(intake: Pick<IntakeDetail, "state"> | undefined): boolean {
  return intake !== undefined && running.includes(intake.state);
}

export function intakeListQuery(input: IntakeListInput) {
  return queryOptions({
    queryKey: ["intakes", "list", input],
    queryFn: () => api.intakes.list(input),
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.items.some((item) => isRunning(item)) === true ? 2_000 : false,
  });
}

/** One intake, looked at every second as long as it is being worked on. */
export function intakeQuery(intakeId: string) {
  return queryOptions({
    queryKey: ["intakes", intakeId, "detail"],
    queryFn: () => api.intakes.get({ intakeId }),
    refetchInterval: (query) => (isRunning(query.state.data) ? 1_000 : false),
  });
}

export function intakeRowsQuery(input: IntakeRowsInput) {
  return queryOptions({
    queryKey: ["intakes", input.intakeId, "rows", input],
    queryFn: () => api.intakes.listRows(input),
    placeholderData: keepPreviousData,
  });
}

export function intakeChangesQuery(intakeId: string) {
  return queryOptions({
    queryKey: ["intakes", intakeId, "changes"],
    queryFn: () => api.intakes.changes({ intakeId }),
  });
}

/** Contracts to take a list in for. */
export function contractsToFillQuery(search: string) {
  return queryOptions({
    queryKey: ["contracts", "list", "to-fill", search],
    queryFn: () =>
      api.contracts.list({ sort: "title", limit: 20, ...(search === "" ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
}

export function contractToFillQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "detail"],
    queryFn: () => api.contracts.get({ id }),
  });
}

export function useIntakeId(): string {
  return useParams({
    strict: false,
    select: (params: { intakeId?: string }) => params.intakeId ?? "",
  });
}

/** Where the screens of lists stand in the address: a guest, who holds link and code, has them beside the answer. */
export function useIntakeBase(): { readonly base: string; readonly guest: boolean } {
  const guest = useRouterState({
    select: (state) => state.location.pathname.startsWith("/answer"),
  });
  return { base: guest ? "/answer/intakes" : "/intakes", guest };
}

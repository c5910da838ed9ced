/** What the screens of the policy ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type {
  PolicyRow,
  PolicyRowInput,
  PolicySituation,
  PolicyTrial,
} from "@throughline/contract";
import { api } from "../../api/client.ts";

export type Row = PolicyRow;
export type RowInput = PolicyRowInput;
export type Situation = PolicySituation;
export type Trial = PolicyTrial;
export type Asked = Trial["asked"][number];
export type Head = Awaited<ReturnType<typeof api.policies.get>>;
export type RowListInput = Parameters<typeof api.policies.listRows>[0];
export type RowPage = Awaited<ReturnType<typeof api.policies.listRows>>;
export type TryInput = Parameters<typeof api.policies.tryOut>[0];
export type ScaleUp = Awaited<ReturnType<typeof api.policies.scaleUp>>;
export type Check = Awaited<ReturnType<typeof api.policies.check>>;

export const policyQuery = queryOptions({
  queryKey: ["policy", "head"],
  queryFn: () => api.policies.get(),
});

export function rowListQuery(input: RowListInput) {
  return queryOptions({
    queryKey: ["policy", "rows", input],
    queryFn: () => api.policies.listRows(input),
    placeholderData: keepPreviousData,
  });
}

export function rowQuery(id: string) {
  return queryOptions({
    queryKey: ["policy", "row", id],
    queryFn: () => api.policies.getRow({ id }),
  });
}

/** What the table asks of one thing; `null` while nothing was chosen. */
export function trialQuery(input: TryInput | null) {
  return queryOptions({
    queryKey: ["policy", "try", input],
    queryFn: () => api.policies.tryOut(input ?? {}),
    enabled: input !== null,
    retry: false,
  });
}

export function scaleUpQuery(situation: Situation | null) {
  return queryOptions({
    queryKey: ["policy", "scale-up", situation],
    queryFn: () => api.policies.scaleUp({ situation: situation ?? {} }),
    enabled: situation !== null,
    retry: false,
  });
}

export function checkQuery(on: string | undefined) {
  return queryOptions({
    queryKey: ["policy", "check", on],
    queryFn: () => api.policies.check(on === undefined ? {} : { on }),
    placeholderData: keepPreviousData,
  });
}

/** Members who could look after a clause. */
export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.organisations.listMembers(),
});

/** Procurements or contracts the policy can be tried on: the first hundred by title that have the words. */
export function choiceQuery(kind: "procurement" | "contract", search: string) {
  const input = { sort: "title", limit: 100, ...(search === "" ? {} : { search }) } as const;
  return queryOptions({
    queryKey: [kind === "procurement" ? "procurements" : "contracts", "list", "to-try", search],
    queryFn: async () => {
      const { items, next } =
        kind === "procurement"
          ? await api.procurements.list(input)
          : await api.contracts.list(input);
      return {
        items: items.map(({ id, title, reference }) => ({ id, title, reference })),
        more: next !== null,
      };
    },
    placeholderData: keepPreviousData,
  });
}

export function useRowId(): string {
  return useParams({
    strict: false,
    select: (params: { rowId?: string }) => params.rowId ?? "",
  });
}

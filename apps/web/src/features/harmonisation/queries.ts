/** What the screens of harmonisation ask of the API. */
import { queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export const groupsQuery = queryOptions({
  queryKey: ["harmonisation", "groups"],
  queryFn: () => api.harmonisation.listGroups(),
});

export function groupQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId],
    queryFn: () => api.harmonisation.getGroup({ groupId }),
  });
}

export function overviewQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "overview"],
    queryFn: () => api.harmonisation.overview({ groupId }),
  });
}

export function sharedQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "shared"],
    queryFn: () => api.harmonisation.listShared({ groupId }),
  });
}

export function candidatesQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "candidates"],
    queryFn: () => api.harmonisation.shareCandidates({ groupId }),
  });
}

export function matrixQuery(groupId: string, requirement: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "matrix", requirement],
    queryFn: () => api.harmonisation.matrix({ groupId, requirement }),
  });
}

export function proposalsQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "proposals"],
    queryFn: () => api.harmonisation.listProposals({ groupId }),
  });
}

export function proposalQuery(proposalId: string) {
  return queryOptions({
    queryKey: ["harmonisation", "proposal", proposalId],
    queryFn: () => api.harmonisation.getProposal({ proposalId }),
  });
}

export function followUpsQuery(groupId: string) {
  return queryOptions({
    queryKey: ["harmonisation", groupId, "follow-ups"],
    queryFn: () => api.harmonisation.listFollowUps({ groupId }),
  });
}

export const recognitionsQuery = queryOptions({
  queryKey: ["recognitions"],
  queryFn: () => api.harmonisation.listRecognitions({}),
});

/** A part of the address. */
export function usePart(name: "groupId" | "requirement" | "proposalId"): string {
  return useParams({
    strict: false,
    select: (params: Readonly<Record<string, string | undefined>>) => params[name] ?? "",
  });
}

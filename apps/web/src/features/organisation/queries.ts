/** What the organisation screens ask of the API. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type Member = Awaited<ReturnType<typeof api.organisations.listMembers>>["items"][number];
export type Invitation = Awaited<
  ReturnType<typeof api.organisations.listInvitations>
>["items"][number];

export const organisationQuery = queryOptions({
  queryKey: ["organisation"],
  queryFn: () => api.organisations.get(),
});

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.organisations.listMembers(),
});

export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: () => api.organisations.listInvitations(),
});

/** One series and one meeting: what several screens ask of the API, with or without an account. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export type Series = Awaited<ReturnType<typeof api.dialogues.get>>;
export type Meeting = Awaited<ReturnType<typeof api.meetings.get>>;
export type AgendaEntry = Meeting["items"][number];
export type Attendee = Meeting["people"][number];

export function seriesQuery(id: string) {
  return queryOptions({
    queryKey: ["dialogue", "series", id],
    queryFn: () => api.dialogues.get({ id }),
  });
}

export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ["dialogue", "meetings", id],
    queryFn: () => api.meetings.get({ id }),
  });
}

export function commitmentQuery(id: string) {
  return queryOptions({
    queryKey: ["commitments", "one", id],
    queryFn: () => api.commitments.get({ id }),
  });
}

/** What is written on something at a table. */
export type CommentedOn = Omit<Parameters<typeof api.dialogues.listComments>[0], "id">;

export function dialogueCommentsQuery(seriesId: string, on: CommentedOn) {
  return queryOptions({
    queryKey: ["dialogue", "comments", seriesId, on],
    queryFn: () => api.dialogues.listComments({ id: seriesId, ...on }),
  });
}

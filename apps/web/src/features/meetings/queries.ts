/** What the screens of meetings ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type MeetingPage = Awaited<ReturnType<typeof api.meetings.list>>;
export type MeetingRow = MeetingPage["items"][number];
export type MeetingListInput = Parameters<typeof api.meetings.list>[0];
export type Proposal = Awaited<ReturnType<typeof api.meetings.draftAgenda>>["proposals"][number];
export type LetterKind = Parameters<typeof api.meetings.previewLetter>[0]["kind"];

export function meetingListQuery(input: MeetingListInput) {
  return queryOptions({
    queryKey: ["dialogue", "meetings", "list", input],
    queryFn: () => api.meetings.list(input),
    placeholderData: keepPreviousData,
  });
}

/** Drafted anew whenever it is asked for: it follows from what is open just now. */
export function agendaDraftQuery(id: string) {
  return queryOptions({
    queryKey: ["dialogue", "meetings", id, "draft"],
    queryFn: () => api.meetings.draftAgenda({ id }),
  });
}

export const questionPacksQuery = queryOptions({
  queryKey: ["dialogue", "question-packs"],
  queryFn: () => api.meetings.questionPacks(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The letter as it would leave. */
export function letterQuery(id: string, kind: LetterKind, letter: string) {
  return queryOptions({
    queryKey: ["dialogue", "meetings", id, "letter", kind, letter],
    queryFn: () => api.meetings.previewLetter({ id, kind, letter }),
    placeholderData: keepPreviousData,
  });
}

/** Series one may plan a meeting of. */
export const seriesToMeetQuery = queryOptions({
  queryKey: ["dialogue", "list", "to-meet"],
  queryFn: () => api.dialogues.list({ side: "buyers", state: "open", sort: "title", limit: 100 }),
});

export function useMeetingId(): string {
  return useParams({
    strict: false,
    select: (params: { meetingId?: string }) => params.meetingId ?? "",
  });
}

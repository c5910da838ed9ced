/** What the screens of series, programmes and lessons ask of the API. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";

export type SeriesPage = Awaited<ReturnType<typeof api.dialogues.list>>;
export type SeriesRow = SeriesPage["items"][number];
export type SeriesListInput = Parameters<typeof api.dialogues.list>[0];
export type Programme = Awaited<ReturnType<typeof api.dialogues.getProgramme>>;
export type ProgrammePage = Awaited<ReturnType<typeof api.dialogues.listProgrammes>>;
export type LessonListInput = Parameters<typeof api.dialogues.listLessons>[0];

export function seriesListQuery(input: SeriesListInput) {
  return queryOptions({
    queryKey: ["dialogue", "list", input],
    queryFn: () => api.dialogues.list(input),
    placeholderData: keepPreviousData,
  });
}

export function programmeListQuery(after?: string) {
  return queryOptions({
    queryKey: ["dialogue", "programmes", "list", after],
    queryFn: () =>
      api.dialogues.listProgrammes({ limit: 50, ...(after === undefined ? {} : { after }) }),
    placeholderData: keepPreviousData,
  });
}

export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export function programmeQuery(id: string, { from, until }: Period = {}) {
  return queryOptions({
    queryKey: ["dialogue", "programmes", id, from, until],
    queryFn: () =>
      api.dialogues.getProgramme({
        id,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      }),
    placeholderData: keepPreviousData,
  });
}

export function lessonListQuery(input: LessonListInput) {
  return queryOptions({
    queryKey: ["dialogue", "lessons", input],
    queryFn: () => api.dialogues.listLessons(input),
    placeholderData: keepPreviousData,
  });
}

/** Meetings of a series, the next first. */
export function seriesMeetingsQuery(seriesId: string) {
  return queryOptions({
    queryKey: ["dialogue", "meetings", "of-series", seriesId],
    queryFn: () => api.meetings.list({ seriesId, sort: "-date", limit: 100 }),
  });
}

export function seriesCommitmentsQuery(seriesId: string) {
  return queryOptions({
    queryKey: ["dialogue", "commitments", "of-series", seriesId],
    queryFn: () => api.commitments.list({ seriesId, sort: "due", limit: 100 }),
  });
}

export function seriesObstaclesQuery(seriesId: string) {
  return queryOptions({
    queryKey: ["dialogue", "obstacles", "of-series", seriesId],
    queryFn: () => api.commitments.listObstacles({ seriesId, limit: 100 }),
  });
}

/** Suppliers to begin a dialogue with. */
export function suppliersToMeetQuery(search: string) {
  return queryOptions({
    queryKey: ["suppliers", "list", "to-meet", search],
    queryFn: () =>
      api.suppliers.list({ sort: "name", limit: 30, ...(search === "" ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
}

export function supplierToMeetQuery(id: string) {
  return queryOptions({
    queryKey: ["suppliers", id],
    queryFn: () => api.suppliers.get({ id }),
    enabled: id !== "",
  });
}

export function contractToTalkOfQuery(id: string) {
  return queryOptions({
    queryKey: ["contracts", id, "detail"],
    queryFn: () => api.contracts.get({ id }),
    enabled: id !== "",
  });
}

export function contractsToTalkOfQuery(search: string) {
  return queryOptions({
    queryKey: ["contracts", "list", "to-talk-of", search],
    queryFn: () =>
      api.contracts.list({ sort: "title", limit: 30, ...(search === "" ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
}

export function useSeriesId(): string {
  return useParams({
    strict: false,
    select: (params: { seriesId?: string }) => params.seriesId ?? "",
  });
}

export function useProgrammeId(): string {
  return useParams({
    strict: false,
    select: (params: { programmeId?: string }) => params.programmeId ?? "",
  });
}

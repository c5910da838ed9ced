/** What is read from a seat beside the series and the meeting themselves. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

/** Series whose seat is open in this browser: the one, or none. */
export const openedSeatQuery = queryOptions({
  queryKey: ["seat", "opened"],
  queryFn: () => api.dialogues.list({ limit: 5, sort: "changed" }),
  retry: false,
});

export function seatMeetingsQuery(seriesId: string) {
  return queryOptions({
    queryKey: ["seat", "meetings", seriesId],
    queryFn: () => api.meetings.list({ seriesId, sort: "-date", limit: 50 }),
  });
}

export function seatCommitmentsQuery(seriesId: string) {
  return queryOptions({
    queryKey: ["seat", "commitments", seriesId],
    queryFn: () => api.commitments.list({ seriesId, sort: "due", limit: 100 }),
  });
}

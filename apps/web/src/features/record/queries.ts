/** What the screens of Our record ask of the API beside what an answer asks, too. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

export type RecordOverview = Awaited<ReturnType<typeof api.record.get>>;

/** What differs between a release and the record today. */
export function changesSinceQuery(releaseId: string) {
  return queryOptions({
    queryKey: ["record", "changes", releaseId],
    queryFn: () => api.record.changesSince({ releaseId }),
  });
}

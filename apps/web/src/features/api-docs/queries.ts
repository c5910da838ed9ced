/** The API's own description, as the server makes it from the contract it implements. */
import { queryOptions } from "@tanstack/react-query";
import { ApiDescription } from "./read-description.ts";

export const descriptionQuery = queryOptions({
  queryKey: ["api-description"],
  queryFn: async () => {
    const response = await fetch("/api/openapi.json");
    if (!response.ok) throw new Error(response.statusText);
    return ApiDescription.parse(await response.json());
  },
  staleTime: Infinity,
});

/** What every endpoint shares: the route builder, paging, ids. */
import { oc } from "@orpc/contract";
import { z } from "zod";

/** UUID of a record. */
export const RecordId = z.uuid();

/** Input of a keyset-paged list. `after` is the `next` of the page before. */
export const PageInput = z.object({
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Output of a keyset-paged list: `next` is null on the last page. */
export function pageOf<T extends z.ZodType>(
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** Nothing to say but that it was done. */
export const Done = z.object({ done: z.literal(true) });

/** Starts an endpoint. Paths are relative to `/api`. */
export function endpoint(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: `/${string}`,
  tag: string,
  summary: string,
) {
  return oc.route({ method, path, tags: [tag], summary, inputStructure: "compact" });
}

/** The page of a site that was merged away: its address has moved for good, for whoever may see where it leads. */
import { printSiteId } from "@throughline/domain";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { act, type ApiContext } from "../../platform/api.ts";
import { findStandingSite, readSiteId } from "./find-standing-site.ts";

const Params = z.object({ id: z.string().min(1).max(60) });

/**
 * Answers `GET /sites/{id}` with 308 where the id is that of a record merged into another site, else with the page,
 * which says itself what there is. Never kept by a browser or proxy: a merge can be undone, and holds for its
 * organisation alone.
 */
export function registerSitePage(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<ApiContext>,
): void {
  http.get("/sites/:id", async (request, reply) => {
    const to = await findMoved(request, contextOf);
    if (to === null) return reply.sendFile("index.html", { cacheControl: false });
    return reply.header("cache-control", "no-store").redirect(`/sites/${to}`, 308);
  });
}

async function findMoved(
  request: FastifyRequest,
  contextOf: (request: FastifyRequest) => Promise<ApiContext>,
): Promise<string | null> {
  const params = Params.safeParse(request.params);
  if (!params.success) return null;
  try {
    const found = await act(await contextOf(request), "site.read", (work) =>
      findStandingSite(work, readSiteId(params.data.id)),
    );
    return found?.moved === true ? printSiteId(found.row.public_id) : null;
  } catch {
    // Not signed in, no such site, or no site id at all: the page says so.
    return null;
  }
}

/** Serves the built web: hashed files for a year, the page for every other address. */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { problem } from "./problem.ts";

/** Adds the web at `/`. Unknown `/api` addresses stay problems; everything else is the single page. */
export async function registerWeb(http: FastifyInstance, folder: string): Promise<void> {
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders(reply, path) {
      reply.header(
        "cache-control",
        path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  http.setNotFoundHandler(async (request, reply) => {
    if (
      request.url.startsWith("/api/") ||
      (request.method !== "GET" && request.method !== "HEAD")
    ) {
      return reply
        .status(404)
        .type("application/problem+json")
        .send(problem("not_found", request.id));
    }
    return reply.sendFile("index.html", { cacheControl: false });
  });
}

/** Answers that something has moved for good (HTTP 308): the transport gives an answer, and the status follows its address. */
import type { FastifyInstance } from "fastify";
import type { ApiContext } from "./api.ts";

/** Says where what was asked for stands now. `path` is an address of this API. */
export function moveTo(context: ApiContext, path: string): void {
  context.resHeaders.set("location", path);
}

/** Turns an answer that says where it stands now into a redirect. */
export function sendRedirects(http: FastifyInstance): void {
  http.addHook("onSend", async (request, reply) => {
    if (
      request.method === "GET" &&
      request.url.startsWith("/api/") &&
      reply.statusCode === 200 &&
      reply.hasHeader("location")
    )
      reply.code(308);
  });
}

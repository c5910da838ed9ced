/** `GET /api/board/live` and `GET /api/forums/{forumId}/live`: the board as it changes, as server-sent events. */
import { ticketHeader } from "@throughline/contract";
import type { Database } from "@throughline/db";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { requireForum } from "./keep-forums.ts";
import { countFollowing } from "./limit-acts.ts";
import { makeLiveBoards, type BoardPlace, type LiveBoards } from "./live-boards.ts";
import { withTicket } from "./take-part.ts";

const Params = z.object({ forumId: z.uuid() });

/** After this a follower comes again, and is asked anew who it is. */
const longestMs = 15 * 60_000;
/** One that does not take what is sent is let go; it comes again and is sent the whole. */
const mostUnsent = 1_000_000;

/** Adds both, and ends all streams when the server stops. */
export function registerLiveBoards(
  http: FastifyInstance,
  contextOf: ContextOf,
  database: Database,
): void {
  const boards = makeLiveBoards(database);
  http.addHook("preClose", () => boards.stop());

  http.get("/api/board/live", async (request, reply) => {
    const context = await contextOf(request);
    const { place, who } = await withTicket(
      context,
      context.requestHeaders.get(ticketHeader),
      async ({ actor }, forum, ticket) => ({
        place: { organisationId: actor.organisationId, forumId: forum.id, host: false },
        who: ticket.message,
      }),
    );
    return stream(boards, place, who, request, reply);
  });

  http.get<{ Params: { forumId: string } }>("/api/forums/:forumId/live", async (request, reply) => {
    const context = await contextOf(request);
    const { place, who } = await act(context, "dialogue.read", async (work) => {
      const { forumId } = parseQuery(Params, request.params);
      const forum = await requireForum(work, forumId);
      const { organisationId, personId } = work.actor;
      return {
        place: { organisationId, forumId: forum.id, host: true },
        who: `${organisationId}:${personId ?? ""}`,
      };
    });
    return stream(boards, place, who, request, reply);
  });
}

function stream(
  boards: LiveBoards,
  place: BoardPlace,
  who: Uint8Array | string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const letGo = countFollowing(who);
  reply.hijack();
  const { raw } = reply;
  const set = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  raw.writeHead(200, {
    ...Object.fromEntries(set),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    // A proxy that gathers what passes would hold the board back.
    "x-accel-buffering": "no",
  });
  raw.flushHeaders();
  const follower = {
    send(event: string): void {
      raw.write(event);
      if (raw.writableLength > mostUnsent) raw.destroy();
    },
    end(): void {
      raw.end();
    },
  };
  const leave = boards.follow(place, follower);
  const longest = setTimeout(() => raw.end(), longestMs);
  request.raw.once("close", () => {
    clearTimeout(longest);
    leave();
    letGo();
  });
  return reply;
}

/** The endpoint that gives a file a mail carries, as it left or would leave. */
import { AppError } from "@throughline/domain";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { sendFile } from "../../platform/send-file.ts";
import { findMailPart } from "./mail-parts.store.ts";

const PartPath = z.object({ mailId: z.uuid(), position: z.coerce.number().int().min(1).max(20) });

/** Adds `GET /api/mails/{mailId}/parts/{position}`. */
export function registerMailFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get<{ Params: Record<string, unknown> }>(
    "/api/mails/:mailId/parts/:position",
    async (request, reply) => {
      const context = await contextOf(request);
      const part = await act(context, "request.write", async (work) => {
        const { mailId, position } = parseQuery(PartPath, request.params);
        return findMailPart(work.tx, work.actor.organisationId, mailId, position);
      });
      if (part === undefined) throw new AppError("not_found");
      return sendFile(reply, part);
    },
  );
}

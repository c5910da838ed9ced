/** `GET /api/requirements/export`: requirements as a YAML file. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { exportYaml } from "./exchange-yaml.ts";

const Query = z.object({ which: z.enum(["held", "own", "all"]).default("held") });

/** Adds it. */
export function registerRequirementFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/requirements/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await act(context, "requirement.read", async (work) => {
      const { which } = parseQuery(Query, request.query);
      return {
        bytes: Buffer.from(await exportYaml(work, which), "utf8"),
        fileName: `requirements-${which}.yaml`,
        mediaType: mediaTypes.yaml,
      };
    });
    return sendFile(reply, file);
  });
}

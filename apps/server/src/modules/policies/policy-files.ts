/** `GET /api/policy/export`: the table as CSV or YAML. */
import { writePolicyFile } from "@throughline/interchange";
import { IsoDate } from "@throughline/domain";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { describeRow } from "./describe-row.ts";
import { readHead, readRowPage } from "./policies.store.ts";

const Query = z.object({
  format: z.enum(["csv", "yaml"]),
  on: IsoDate.optional(),
  state: z.enum(["future", "in_force", "ended", "all"]).default("in_force"),
});

/** Adds it. What is given out names no person. */
export function registerPolicyFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get("/api/policy/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await act(context, "requirement.read", async (work) => {
      const query = parseQuery(Query, request.query);
      const on = query.on ?? work.today;
      const library = await openHouseLibrary(work);
      const { title } = await readHead(work);
      const found = await readRowPage(
        work,
        { on, state: query.state },
        { sort: "requirement", after: null, limit: 20_000 },
      );
      return {
        bytes: writePolicyFile(
          title,
          found.map(({ row }) => {
            const { ask, asks, ...told } = describeRow(row, library, on);
            return {
              title: told.title,
              state: told.state,
              when: told.when,
              requirement: ask.requirement,
              requirementTitle: told.requirementTitle,
              version: ask.version,
              role: ask.role,
              values: ask.values,
              asks: asks.text,
              followUp: ask.followUp,
              effectiveFrom: told.effectiveFrom,
              effectiveTo: told.effectiveTo,
              announcedOn: told.announcedOn,
              noticeMonths: told.noticeMonths,
              reason: told.reason,
              proportionality: told.proportionality,
            };
          }),
          query.format,
        ),
        fileName: `policy-${on}.${query.format}`,
        mediaType: mediaTypes[query.format],
      };
    });
    return sendFile(reply, file);
  });
}

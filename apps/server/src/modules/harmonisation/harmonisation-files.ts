/** `GET /api/harmonisation/{groupId}/matrix-file`: the matrix as a spreadsheet. */
import type { HarmonisationMatrix } from "@throughline/contract";
import { RequirementKey } from "@throughline/domain";
import {
  writeCsvTable,
  writeXlsxTables,
  type TableCell,
  type WrittenTable,
} from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import type { ContextOf } from "../../platform/receive-upload.ts";
import { mediaTypes, sendFile } from "../../platform/send-file.ts";
import { showMatrix } from "./compare-group.ts";

const Query = z.object({
  groupId: z.uuid(),
  requirement: RequirementKey,
  format: z.enum(["xlsx", "csv"]),
});

/** Adds it. */
export function registerHarmonisationFiles(http: FastifyInstance, contextOf: ContextOf): void {
  http.get<{ Params: { groupId: string }; Querystring: Record<string, unknown> }>(
    "/api/harmonisation/:groupId/matrix-file",
    async (request, reply) => {
      const context = await contextOf(request);
      const file = await act(context, "harmonisation.read", async (work) => {
        const query = parseQuery(Query, { ...request.query, ...request.params });
        const matrix = await showMatrix(work, query);
        return {
          bytes:
            query.format === "csv"
              ? writeCsvTable(layValues(matrix))
              : await writeXlsxTables([layValues(matrix), layRelations(matrix)]),
          fileName: `matrix-${query.requirement}.${query.format}`,
          mediaType: mediaTypes[query.format],
        };
      });
      return sendFile(reply, file);
    },
  );
}

/** One row a buyer, one column a parameter. */
function layValues({ parameters, variants, cells, notAsking }: HarmonisationMatrix): WrittenTable {
  const rows = variants.flatMap((variant, at) =>
    variant.buyers.map(({ buyer, role }): TableCell[] => [
      buyer,
      role,
      variant.label,
      ...parameters.map((_, parameter) => cells[parameter]?.[at]?.says ?? null),
    ]),
  );
  const silent = notAsking.map((buyer): TableCell[] => [
    buyer,
    "does not ask this",
    null,
    ...parameters.map(() => null),
  ]);
  return {
    name: "Who asks what",
    titles: ["Buyer", "Role", "Variant", ...parameters.map(({ label }) => label)],
    rows: [...rows, ...silent],
  };
}

/** How each variant stands to each. */
function layRelations({ variants, relations, distances }: HarmonisationMatrix): WrittenTable {
  return {
    name: "How they stand",
    titles: ["Variant", "is", "than or as", "Distance"],
    rows: variants.flatMap((one, a) =>
      variants.flatMap((other, b): TableCell[][] =>
        a === b
          ? []
          : [
              [
                one.label,
                relations[a]?.[b] ?? null,
                other.label,
                Math.round((distances[a]?.[b] ?? 0) * 1000) / 1000,
              ],
            ],
      ),
    ),
  };
}

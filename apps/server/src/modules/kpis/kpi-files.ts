/** The endpoints that carry files: the list, the workbook out and in, the facts, publications for anybody. */
import { AppError, IsoDate, KpiBand, KpiSection } from "@throughline/domain";
import {
  kpiDocument,
  writeCsvTable,
  writeDocx,
  writePdf,
  writeXlsxTables,
} from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import {
  readIdOfPath,
  refuseTooLarge,
  takeUploads,
  withUpload,
  type ContextOf,
  type FileLimits,
} from "../../platform/receive-upload.ts";
import { asFileName, mediaTypes, sendFile } from "../../platform/send-file.ts";
import { exportFacts } from "./export-facts.ts";
import { readSheetFile, takeSheet, trySheet, writeSheet } from "./kpi-sheet.ts";
import { layList } from "./lay-list.ts";
import { selectKpis } from "./list-kpis.ts";
import { readAsOf, readBands } from "./open-kpis.ts";
import { readPublication } from "./publish-kpis.ts";

const ExportQuery = z.object({
  section: KpiSection,
  asOf: IsoDate.optional(),
  contractId: z.uuid().optional(),
  kpi: z.string().max(20).optional(),
  band: KpiBand.optional(),
  supplier: z.string().max(300).optional(),
  state: z.enum(["due", "measured"]).optional(),
  search: z.string().max(200).optional(),
  sort: z.enum(["band", "-band", "contract", "kpi", "due", "-due"]).default("band"),
  format: z.enum(["xlsx", "csv"]),
});
const WorkbookQuery = z.object({ id: z.uuid(), asOf: IsoDate.optional() });
const DocumentQuery = z.object({
  publicationId: z.uuid(),
  format: z.enum(["json", "docx", "pdf"]),
});

const ordinaryLimits: FileLimits = { file: 5 * 1024 * 1024, about: 1000 };

interface OfContract {
  readonly Params: { readonly id: string };
  readonly Querystring: Record<string, unknown>;
}

/** Adds them. */
export async function registerKpiFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: FileLimits = ordinaryLimits,
): Promise<void> {
  http.get("/api/kpis/export", async (request, reply) => {
    const context = await contextOf(request);
    const file = await act(context, "kpi.read", async (work) => {
      const { sort, format, band, ...wanted } = parseQuery(ExportQuery, request.query);
      const { items } = await selectKpis(work, wanted, sort);
      const shown = band === undefined ? items : items.filter(({ rating }) => rating.band === band);
      const table = layList(shown, wanted.section, await readBands(work));
      return {
        bytes: format === "csv" ? writeCsvTable(table) : await writeXlsxTables([table]),
        fileName: `kpis-${asFileName(table.name, "kpis")}-${work.today}.${format}`,
        mediaType: mediaTypes[format],
      };
    });
    return sendFile(reply, file);
  });
  http.get<OfContract>("/api/contracts/:id/kpis/workbook", async (request, reply) => {
    const context = await contextOf(request);
    const file = await act(context, "kpi.read", async (work) => {
      const { id, asOf } = parseQuery(WorkbookQuery, { ...request.query, ...request.params });
      const { bytes, reference } = await writeSheet(work, id, readAsOf(work, asOf));
      return {
        bytes,
        fileName: `kpis-${asFileName(reference, "contract")}.xlsx`,
        mediaType: mediaTypes.xlsx,
      };
    });
    return sendFile(reply, file);
  });
  http.get<OfContract>("/api/contracts/:id/kpis/facts", async (request, reply) => {
    const context = await contextOf(request);
    const id = readIdOfPath(request.params.id);
    const file = await act(context, "kpi.read", async (work) => {
      const facts = await exportFacts(work, id);
      return {
        bytes: new TextEncoder().encode(JSON.stringify(facts, null, 2)),
        fileName: `kpi-facts-${asFileName(facts.contract.reference, "contract")}.json`,
        mediaType: mediaTypes.json,
      };
    });
    return sendFile(reply, file);
  });
  await http.register(async (scope) => {
    await takeUploads(scope, limits);
    for (const taking of [false, true])
      scope.post<OfContract>(
        taking ? "/api/contracts/:id/kpis/workbook" : "/api/contracts/:id/kpis/workbook/read",
        {
          onRequest: async (request) => {
            await act(await contextOf(request), "kpi.write", async () => undefined);
            refuseTooLarge(request, limits);
          },
        },
        async (request) => {
          const contractId = readIdOfPath(request.params.id);
          return withUpload(request, limits, async ({ path, fields }) => {
            const rows = await readSheetFile(path);
            return act(await contextOf(request), "kpi.write", (work) => {
              if (!taking) return trySheet(work, { contractId, path, rows });
              const digest = fields.get("digest");
              if (digest === undefined)
                throw new AppError("input_invalid", undefined, [
                  { path: "/digest", message: "Send the digest of what was looked at." },
                ]);
              return takeSheet(work, { contractId, path, rows, digest });
            });
          });
        },
      );
  });
  http.get<{ Params: { publicationId: string }; Querystring: Record<string, unknown> }>(
    "/api/public/kpis/:publicationId/document",
    async (request, reply) => {
      const { publicationId, format } = parseQuery(DocumentQuery, {
        ...request.query,
        ...request.params,
      });
      const { publication, text, year } = await readPublication(
        await contextOf(request),
        publicationId,
      );
      if (publication === null || text === null)
        throw new AppError("not_found", "This publication was withdrawn.");
      const name = `kpis-${asFileName(publication.contract.reference, "contract")}-${year}`;
      if (format === "json")
        return sendFile(reply, {
          bytes: new TextEncoder().encode(text),
          fileName: `${name}.json`,
          mediaType: mediaTypes.json,
        });
      const content = kpiDocument(publication, {
        language: "en-GB",
        drawnUpFrom: "the records of the contract",
      });
      return sendFile(reply, {
        bytes: format === "docx" ? await writeDocx(content) : await writePdf(content),
        fileName: `${name}.${format}`,
        mediaType: mediaTypes[format],
      });
    },
  );
}

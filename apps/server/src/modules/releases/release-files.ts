/** The endpoints that give files: a release as XLSX, CSV or JSON, and the record as a workbook to fill in. */
import { workbookLanguages, writeRecordWorkbook, writeRelease } from "@throughline/interchange";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ApiContext, Work } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import { asFileName, mediaTypes, sendFile, type SentFile } from "../../platform/send-file.ts";
import { readRecordContent } from "../record/index.ts";
import { readHeldRelease } from "./compare-held.ts";
import { readAskedAbout } from "./release-deliveries.store.ts";
import { writeCanonicalJson } from "./write-canonical-json.ts";

type ContextOf = (request: FastifyRequest) => Promise<ApiContext>;

const ReleaseQuery = z.object({
  releaseId: z.uuid(),
  format: z.enum(["xlsx", "csv", "json"]).default("xlsx"),
});
const WorkbookQuery = z.object({
  deliveryId: z.uuid().optional(),
  language: z.enum(workbookLanguages).optional(),
});

/** Adds `GET /api/releases/:releaseId/file` and `GET /api/record/workbook`. */
export async function registerReleaseFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
): Promise<void> {
  http.get<{ Params: { releaseId: string }; Querystring: Record<string, unknown> }>(
    "/api/releases/:releaseId/file",
    async (request, reply) => {
      const context = await contextOf(request);
      const file = await actAsAnswerer(context, "record.read", (work) =>
        writeReleaseFile(work, parseQuery(ReleaseQuery, { ...request.query, ...request.params })),
      );
      return sendFile(reply, file);
    },
  );
  http.get<{ Querystring: Record<string, unknown> }>(
    "/api/record/workbook",
    async (request, reply) => {
      const context = await contextOf(request);
      const file = await actAsAnswerer(context, "record.read", (work) =>
        writeWorkbook(work, parseQuery(WorkbookQuery, request.query)),
      );
      return sendFile(reply, file);
    },
  );
}

/** The release as it was given: the JSON is the text its digest was made of. */
async function writeReleaseFile(
  work: Work,
  { releaseId, format }: z.infer<typeof ReleaseQuery>,
): Promise<SentFile> {
  const { row, snapshot } = await readHeldRelease(work, releaseId);
  return {
    bytes:
      format === "json"
        ? Buffer.from(writeCanonicalJson(snapshot), "utf8")
        : await writeRelease(snapshot, row.digest, format),
    fileName: `release-${row.number}-${asFileName(row.supplier_name, "supplier")}.${format}`,
    mediaType: mediaTypes[format],
  };
}

/** The organisation's own record, sites it masks for others with their names; with what a request asks about. */
async function writeWorkbook(
  work: Work,
  { deliveryId, language }: z.infer<typeof WorkbookQuery>,
): Promise<SentFile> {
  const asked = deliveryId === undefined ? null : await readAskedAbout(work, deliveryId);
  const { content } = await readRecordContent(work);
  return {
    bytes: await writeRecordWorkbook({
      content,
      asked: asked?.about ?? null,
      language: language ?? workbookLanguages.find((one) => one === asked?.language) ?? "en",
    }),
    fileName: "our-record.xlsx",
    mediaType: mediaTypes.xlsx,
  };
}

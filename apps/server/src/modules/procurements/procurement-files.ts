/** The endpoints that carry files: notices in, the alignment as a spreadsheet out. */
import type { NoticePreview } from "@throughline/contract";
import { streamNoticeFile } from "@throughline/interchange";
import type { NormalisedProcurement } from "@throughline/domain";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act, type Work } from "../../platform/api.ts";
import { parseQuery } from "../../platform/parse-query.ts";
import {
  refuseTooLarge,
  takeUploads,
  withUpload,
  type ContextOf,
  type FileLimits,
} from "../../platform/receive-upload.ts";
import { asFileName, mediaTypes, sendFile } from "../../platform/send-file.ts";
import { findByNotice } from "./procurements.store.ts";
import { labelCodes } from "./show-procurement.ts";
import { noticeIdsOf } from "./take-notices.ts";
import { writeAlignment } from "./write-alignment.ts";

const ordinaryLimits: FileLimits = { file: 120 * 1024 * 1024, about: 10_000 };
const shownAtMost = 50;

const ExportQuery = z.object({ id: z.uuid(), format: z.enum(["xlsx", "csv"]).default("xlsx") });

/** Adds `POST /api/procurements/read-notices` and `GET /api/procurements/:id/alignment`. */
export async function registerProcurementFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: FileLimits = ordinaryLimits,
): Promise<void> {
  await http.register(async (scope) => {
    await takeUploads(scope, limits);
    scope.post(
      "/api/procurements/read-notices",
      {
        onRequest: async (request) => {
          await act(await contextOf(request), "procurement.write", async () => undefined);
          refuseTooLarge(request, limits);
        },
      },
      async (request) =>
        withUpload(request, limits, async (upload) => {
          const { notices, leftOut } = await readFirst(upload.path);
          return act(await contextOf(request), "procurement.write", (work) =>
            describePreview(work, notices, leftOut),
          );
        }),
    );
  });
  http.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    "/api/procurements/:id/alignment",
    async (request, reply) => {
      const context = await contextOf(request);
      const file = await act(context, "procurement.read", async (work) => {
        const { id, format } = parseQuery(ExportQuery, { ...request.query, ...request.params });
        const { bytes, reference } = await writeAlignment(work, id, format);
        return {
          bytes,
          fileName: `alignment-${asFileName(reference, "procurement")}.${format}`,
          mediaType: mediaTypes[format],
        };
      });
      return sendFile(reply, file);
    },
  );
}

/** Reads to the end, so that a fault anywhere in the file is said before anything is taken. */
async function readFirst(
  path: string,
): Promise<{ readonly notices: NormalisedProcurement[]; readonly leftOut: number }> {
  const notices: NormalisedProcurement[] = [];
  let leftOut = 0;
  for await (const notice of streamNoticeFile(path)) {
    if (notices.length < shownAtMost) notices.push(notice);
    else leftOut += 1;
  }
  return { notices, leftOut };
}

async function describePreview(
  work: Work,
  notices: readonly NormalisedProcurement[],
  leftOut: number,
): Promise<NoticePreview> {
  const shown: NoticePreview["notices"] = [];
  for (const notice of notices) {
    const existing = await findByNotice(work, {
      ocid: notice.ocid,
      noticeIds: noticeIdsOf(notice),
    });
    const codes = [...new Set([...notice.cpv, ...notice.lots.flatMap((lot) => lot.cpv)])];
    shown.push({ notice, existing: existing ?? null, cpvLabels: await labelCodes(codes) });
  }
  return { notices: shown, leftOut };
}

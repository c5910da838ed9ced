/** The endpoints that carry files. Who may is asked before the first byte of the body is read. */
import { readFile } from "node:fs/promises";
import { DisclosureAbout } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { defaultLimits } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { act } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import {
  readIdOfPath,
  readJsonField,
  refuseTooLarge,
  takeUploads,
  withUpload,
  type ContextOf,
  type FileLimits,
  type Upload,
} from "../../platform/receive-upload.ts";
import { actOnIntakes } from "./act-on-intakes.ts";
import { startIntake, type SentList } from "./start-intake.ts";
import { writeRejectsFile } from "./write-rejects-file.ts";
import { holdsContract } from "./intakes.store.ts";

const ordinaryLimits: FileLimits = { file: defaultLimits.maxBytes, about: 400_000 };

/** Adds `POST /api/contracts/:id/intakes`, `POST /api/record/intakes` and `GET /api/intakes/:id/rejects`. */
export async function registerIntakeFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: FileLimits = ordinaryLimits,
): Promise<void> {
  await http.register(async (scope) => {
    await takeUploads(scope, limits);

    scope.post<{ Params: { id: string } }>(
      "/api/contracts/:id/intakes",
      {
        onRequest: async (request) => {
          const contractId = readIdOfPath(request.params.id);
          await act(await contextOf(request), "disclosure.write", async (work) => {
            if (!(await holdsContract(work, contractId))) throw new AppError("not_found");
          });
          refuseTooLarge(request, limits);
        },
      },
      async (request) =>
        withUpload(request, limits, async (upload) => {
          const about = readJsonField(upload, "about", DisclosureAbout);
          const contractId = readIdOfPath(request.params.id);
          const sent = await readSent(upload);
          return act(await contextOf(request), "disclosure.write", (work) =>
            startIntake(work, { target: "contract", contractId, about }, sent),
          );
        }),
    );

    scope.post(
      "/api/record/intakes",
      {
        onRequest: async (request) => {
          await actAsAnswerer(await contextOf(request), "record.write", async () => undefined);
          refuseTooLarge(request, limits);
        },
      },
      async (request) =>
        withUpload(request, limits, async (upload) => {
          const given = upload.fields.get("deliveryId");
          const deliveryId = given === undefined ? null : readIdOfPath(given, "deliveryId");
          const sent = await readSent(upload);
          return actAsAnswerer(await contextOf(request), "record.write", (work) =>
            startIntake(work, { target: "record", deliveryId }, sent),
          );
        }),
    );
  });

  http.get<{ Params: { id: string }; Querystring: { format?: unknown } }>(
    "/api/intakes/:id/rejects",
    async (request, reply) => {
      const context = await contextOf(request);
      const format = z.enum(["xlsx", "csv"]).safeParse(request.query.format ?? "xlsx");
      const { bytes, fileName, mediaType } = await actOnIntakes(context, "read", async (work) => {
        if (!format.success)
          throw new AppError("input_invalid", undefined, [
            { path: "/format", message: "Ask for 'xlsx' or 'csv'." },
          ]);
        const intakeId = readIdOfPath(request.params.id, "intakeId");
        return writeRejectsFile(work, { intakeId, format: format.data });
      });
      return reply
        .type(mediaType)
        .header("content-disposition", `attachment; filename="${fileName}"`)
        .send(Buffer.from(bytes));
    },
  );
}

async function readSent(upload: Upload): Promise<SentList> {
  return {
    bytes: await readFile(upload.path),
    mediaType: upload.mediaType,
    fileName: upload.fileName,
    unattended: upload.fields.get("unattended") === "true",
  };
}

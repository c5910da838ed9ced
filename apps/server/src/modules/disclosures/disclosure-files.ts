/** The endpoints that carry files. Who may is asked before the first byte of the body is read. */
import { readFile } from "node:fs/promises";
import { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import { AppError, ReadDisclosure } from "@throughline/domain";
import { defaultLimits, readDisclosureFile } from "@throughline/interchange";
import type { FastifyInstance } from "fastify";
import { act } from "../../platform/api.ts";
import {
  readIdOfPath,
  readJsonField,
  refuseTooLarge,
  takeUploads,
  withUpload,
  type ContextOf,
  type FileLimits,
} from "../../platform/receive-upload.ts";
import { refuseLongList } from "./disclosures.policy.ts";
import { holdsContract } from "./disclosures.store.ts";
import { takeDisclosure } from "./take-disclosure.ts";

const ordinaryLimits: FileLimits = { file: defaultLimits.maxBytes, about: 400_000 };

/** Adds `POST /api/disclosures/read-file` and `POST /api/contracts/:id/disclosures/file`. */
export async function registerDisclosureFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: FileLimits = ordinaryLimits,
): Promise<void> {
  await http.register(async (scope) => {
    await takeUploads(scope, limits);

    // The hooks run before the body is touched; the work itself opens its own transaction afterwards.
    scope.post(
      "/api/disclosures/read-file",
      {
        onRequest: async (request) => {
          await act(await contextOf(request), "disclosure.read", async () => undefined);
          refuseTooLarge(request, limits);
        },
      },
      async (request) =>
        withUpload(request, limits, async ({ path, fileName }) =>
          ReadDisclosure.parse(await readUpload(path, fileName, limits)),
        ),
    );

    scope.post<{ Params: { id: string } }>(
      "/api/contracts/:id/disclosures/file",
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
          const { path, fileName, mediaType } = upload;
          const about = readJsonField(upload, "about", DisclosureAbout);
          const read = await readUpload(path, fileName, limits);
          refuseLongList(read);
          const bytes = await readFile(path);
          const taken = await act(await contextOf(request), "disclosure.write", (work) =>
            takeDisclosure(work, readIdOfPath(request.params.id), about, read, {
              bytes,
              mediaType,
              fileName,
            }),
          );
          return DisclosureTaken.parse(taken);
        }),
    );
  });
}

async function readUpload(
  path: string,
  fileName: string | null,
  limits: FileLimits,
): Promise<ReadDisclosure> {
  try {
    return await readDisclosureFile(
      path,
      { ...defaultLimits, maxBytes: limits.file },
      fileName ?? path,
    );
  } catch (error) {
    // Our own path says nothing to the sender.
    if (error instanceof AppError && error.message.includes(path))
      throw new AppError(error.code, undefined, error.details);
    throw error;
  }
}

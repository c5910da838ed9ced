/**
 * The endpoints that carry files: streamed to a temporary file on disk with a limit, outside the typed client. Who may
 * is asked before the first byte of the body is read, and nothing is left in the temporary folder, whatever happens.
 */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import { DisclosureAbout, DisclosureTaken } from "@throughline/contract";
import { AppError, ReadDisclosure, type ErrorDetail } from "@throughline/domain";
import { defaultLimits, readDisclosureFile } from "@throughline/interchange";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { act, type ApiContext } from "../../platform/api.ts";
import { holdsContract } from "./disclosures.store.ts";
import { takeDisclosure } from "./take-disclosure.ts";

type ContextOf = (request: FastifyRequest) => Promise<ApiContext>;

/** Sizes in bytes. */
export interface FileLimits {
  readonly file: number;
  readonly about: number;
}

const ordinaryLimits: FileLimits = { file: defaultLimits.maxBytes, about: 400_000 };

/** Adds `POST /api/disclosures/read-file` and `POST /api/contracts/:id/disclosures/file`. */
export async function registerDisclosureFiles(
  http: FastifyInstance,
  contextOf: ContextOf,
  limits: FileLimits = ordinaryLimits,
): Promise<void> {
  await http.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: limits.file, files: 1, fields: 4, fieldSize: limits.about, parts: 6 },
      throwFileSizeLimit: true,
    });

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
          const contractId = readContractId(request.params.id);
          await act(await contextOf(request), "disclosure.write", async (work) => {
            if (!(await holdsContract(work, contractId))) throw new AppError("not_found");
          });
          refuseTooLarge(request, limits);
        },
      },
      async (request) =>
        withUpload(request, limits, async ({ path, fileName, mediaType, about }) => {
          const wanted = readAbout(about);
          const read = await readUpload(path, fileName, limits);
          const bytes = await readFile(path);
          const taken = await act(await contextOf(request), "disclosure.write", (work) =>
            takeDisclosure(work, readContractId(request.params.id), wanted, read, {
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

interface Upload {
  readonly path: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  /** The field `about` as it was sent. */
  readonly about: string | null;
}

/** Streams the file to disk, works with it and removes it. */
async function withUpload<T>(
  request: FastifyRequest,
  limits: FileLimits,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart())
    throw new AppError(
      "input_invalid",
      "Send the file as multipart/form-data in the field 'file'.",
    );
  const folder = await mkdtemp(join(tmpdir(), `throughline-upload-${process.pid}-`));
  try {
    return await work(await receive(request, folder, limits));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(
  request: FastifyRequest,
  folder: string,
  limits: FileLimits,
): Promise<Upload> {
  const path = join(folder, randomUUID());
  let file: Omit<Upload, "about"> | null = null;
  let about: string | null = null;
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        if (part.fieldname !== "about") continue;
        if (part.valueTruncated) throw tooLarge("The field 'about'", limits.about);
        about = typeof part.value === "string" ? part.value : null;
        continue;
      }
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw tooLarge("The file", limits.file);
      // Only the name itself: browsers of old sent whole paths.
      const name = basename(part.filename.replaceAll("\\", "/")).slice(0, 255);
      file = { path, fileName: name === "" ? null : name, mediaType: part.mimetype.slice(0, 200) };
    }
  } catch (error) {
    throw explainUpload(error, limits);
  }
  if (file === null)
    throw new AppError("input_invalid", "There is no file in the field 'file'.", [
      { path: "/file", message: "Send a CSV or XLSX file." },
    ]);
  return { ...file, about };
}

/** What the multipart reader says in its own codes. */
function explainUpload(error: unknown, limits: FileLimits): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "FST_REQ_FILE_TOO_LARGE") return tooLarge("The file", limits.file);
  if (code === "FST_FILES_LIMIT") return new AppError("input_invalid", "Send one file at a time.");
  if (code.startsWith("FST_") || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET")
    return new AppError("input_invalid", "The upload could not be read to its end.");
  return /multipart|boundary|form|header/iu.test(error.message)
    ? new AppError("input_invalid", "The upload is not well-formed multipart/form-data.")
    : error;
}

function refuseTooLarge(request: FastifyRequest, limits: FileLimits): void {
  const length = Number(request.headers["content-length"] ?? 0);
  // The other fields and the frame of the message come on top.
  if (length > limits.file + 2 * limits.about) throw tooLarge("The file", limits.file);
}

function tooLarge(what: string, bytes: number): AppError {
  const size = bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${bytes} bytes`;
  return new AppError("file_too_large", `${what} may have at most ${size}.`);
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

function readContractId(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success)
    throw new AppError("input_invalid", undefined, [
      { path: "/id", message: "This is not an id." },
    ]);
  return id.data;
}

function readAbout(text: string | null): DisclosureAbout {
  if (text === null)
    throw invalidAbout([
      { path: "/about", message: "Say in the field 'about', as JSON, what this is." },
    ]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidAbout([{ path: "/about", message: "This is not JSON." }]);
  }
  const about = DisclosureAbout.safeParse(value);
  if (about.success) return about.data;
  throw invalidAbout(
    about.error.issues.map((issue) => ({
      path: `/about/${issue.path.map(String).join("/")}`,
      message: issue.message,
    })),
  );
}

function invalidAbout(details: readonly ErrorDetail[]): AppError {
  return new AppError("input_invalid", undefined, details);
}

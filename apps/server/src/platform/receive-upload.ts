/**
 * Files that are sent: streamed to a temporary file on disk with a limit. Nothing is left in the temporary folder,
 * whatever happens.
 */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import { AppError } from "@throughline/domain";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ApiContext } from "./api.ts";

/** What a request tells of who sends it. */
export type ContextOf = (request: FastifyRequest) => Promise<ApiContext>;

/** Sizes in bytes. */
export interface FileLimits {
  readonly file: number;
  readonly about: number;
}

/** Lets the routes of a scope take one file and a few fields. */
export async function takeUploads(scope: FastifyInstance, limits: FileLimits): Promise<void> {
  await scope.register(multipart, {
    limits: { fileSize: limits.file, files: 1, fields: 4, fieldSize: limits.about, parts: 6 },
    throwFileSizeLimit: true,
  });
}

/** An id in an address, or `input_invalid`. */
export function readIdOfPath(text: string, name = "id"): string {
  const id = z.uuid().safeParse(text);
  if (!id.success)
    throw new AppError("input_invalid", undefined, [
      { path: `/${name}`, message: "This is not an id." },
    ]);
  return id.data;
}

/** A field that holds JSON, against its shape. */
export function readJsonField<T>(upload: Upload, name: string, shape: z.ZodType<T>): T {
  const text = upload.fields.get(name);
  if (text === undefined)
    throw new AppError("input_invalid", undefined, [
      { path: `/${name}`, message: `Say in the field '${name}', as JSON, what this is.` },
    ]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("input_invalid", undefined, [
      { path: `/${name}`, message: "This is not JSON." },
    ]);
  }
  const found = shape.safeParse(value);
  if (found.success) return found.data;
  throw new AppError(
    "input_invalid",
    undefined,
    found.error.issues.map((issue) => ({
      path: `/${name}/${issue.path.map(String).join("/")}`,
      message: issue.message,
    })),
  );
}

/** A file that was sent, on disk for as long as the work with it takes. */
export interface Upload {
  readonly path: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  /** The fields that came with it, as they were sent. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Streams the file to disk, works with it and removes it. */
export async function withUpload<T>(
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
  let file: Omit<Upload, "fields"> | null = null;
  const fields = new Map<string, string>();
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        if (part.valueTruncated) throw tooLarge(`The field '${part.fieldname}'`, limits.about);
        if (typeof part.value === "string") fields.set(part.fieldname, part.value);
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
      { path: "/file", message: "Send a CSV, XLSX or ODS file." },
    ]);
  return { ...file, fields };
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

/** Refuses by the announced length, before the body is read. */
export function refuseTooLarge(request: FastifyRequest, limits: FileLimits): void {
  const length = Number(request.headers["content-length"] ?? 0);
  // The other fields and the frame of the message come on top.
  if (length > limits.file + 2 * limits.about) throw tooLarge("The file", limits.file);
}

function tooLarge(what: string, bytes: number): AppError {
  const size = bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${bytes} bytes`;
  return new AppError("file_too_large", `${what} may have at most ${size}.`);
}

/** The one door to lists in files: what is it, which sheets has it, and its rows. */
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { AppError } from "@throughline/domain";
import { defaultLimits } from "../disclosure/limits.ts";
import { openDelimited } from "./read-delimited.ts";
import { openWorkbook } from "./open-workbook.ts";
import { readRange } from "./read-file-range.ts";
import { oleDirectoryOffset, refuseByHead } from "./refuse-other-formats.ts";
import { openNamelessFile } from "./row-spool.ts";
import type { OpenTableOptions, TableSource } from "./table-source.ts";
import { toAppError } from "./to-app-error.ts";

const headBytes = 64 * 1024;

/** Bytes as people say them: 2 GB, 51.2 MB, 3 kB. */
function saySize(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1).replace(/\.0$/u, "")} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}

/** "PK" and the mark of a part, of an empty archive, or of one cut in pieces. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0xff) <= 8;
}

async function openHandle(handle: FileHandle, options: OpenTableOptions): Promise<TableSource> {
  const { limits = defaultLimits, fileName = "", signal } = options;
  const about = await handle.stat();
  if (!about.isFile()) throw new AppError("file_not_readable", "This is a folder, not a file.");
  if (about.size > limits.maxBytes)
    throw new AppError(
      "file_too_large",
      `The file has ${saySize(about.size)}; at most ${saySize(limits.maxBytes)} are read.`,
    );
  if (about.size === 0) throw new AppError("file_empty", "The file is empty.");
  const head = await readRange(handle, 0, headBytes);
  if (isZip(head)) return openWorkbook(handle, limits, signal);
  const directory = oleDirectoryOffset(head);
  refuseByHead(
    head,
    directory === 0 ? Buffer.alloc(0) : await readRange(handle, directory, headBytes),
  );
  return openDelimited(handle, about.size, fileName, limits);
}

async function openOrClose(handle: FileHandle, options: OpenTableOptions): Promise<TableSource> {
  try {
    return await openHandle(handle, options);
  } catch (error) {
    await handle.close();
    throw toAppError(error);
  }
}

/**
 * Opens a list in a file: CSV in any encoding and with any delimiter a spreadsheet program writes, XLSX or ODS, by what
 * it holds and not by what it is called. Reads the whole file once, so that every fault is known before a row is
 * handed on; memory does not grow with the file. Leaves nothing on disk, whatever happens.
 *
 * @throws AppError with one sentence: `file_missing`, `file_empty`, `file_too_large`, `file_not_a_list`,
 *   `file_old_format`, `file_protected`, `file_has_macros`, `file_damaged`, `file_unpacks_too_large`,
 *   `file_takes_too_much`, `file_not_readable`.
 * @example
 * const source = await openTable("sites.xlsx", { fileName: "sites.xlsx" });
 * for await (const rows of source.rows(0)) console.log(rows.length);
 * await source.close();
 */
export async function openTable(
  path: string,
  options: OpenTableOptions = {},
): Promise<TableSource> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch {
    throw new AppError("file_missing", "There is no such file, or it may not be read.");
  }
  return openOrClose(handle, { fileName: path, ...options });
}

/** Opens a list that is held in memory, as {@link openTable} opens one on disk. */
export async function openTableBytes(
  bytes: Uint8Array,
  options: OpenTableOptions = {},
): Promise<TableSource> {
  const handle = await openNamelessFile();
  try {
    await handle.writeFile(bytes);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return openOrClose(handle, options);
}

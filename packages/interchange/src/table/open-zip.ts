/** Opens a ZIP as a set of parts, after looking at its directory: nothing is unpacked that could not be a workbook. */
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { fromBufferPromise, fromFdPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { TableFault, damaged } from "./table-fault.ts";

/** Where the bytes are: an open file, or memory. */
export type ZipInput =
  | { readonly descriptor: number; readonly size: number }
  | { readonly bytes: Buffer };

/** The parts of a ZIP. Names are compared without regard to case, as the packaging standard has it. */
export interface ZipParts {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Bytes of one part. The checksum is compared when the last byte has been read. */
  read(name: string): AsyncIterable<Uint8Array>;
  /** A small part as text. @throws TableFault `file_damaged` when it is absent or longer than `most`. */
  text(name: string, most?: number): Promise<string>;
  close(): void;
}

const mostParts = 20_000;

function tooLarge(bytes: number, most: number): TableFault {
  return new TableFault(
    "file_unpacks_too_large",
    `Unpacked, the file would take ${Math.round(bytes / 1e6).toLocaleString("en")} MB; at most ${Math.round(most / 1e6)} MB are read.`,
  );
}

/** What the library says about a ZIP, as a sentence of ours. */
export function explainZipError(error: unknown): unknown {
  if (error instanceof TableFault || !(error instanceof Error)) return error;
  if (/invalid characters|absolute path|invalid relative path/u.test(error.message))
    return damaged(
      "The file holds parts whose names point outside it; no spreadsheet program writes that.",
    );
  if (/strong encryption|encrypted/u.test(error.message))
    return new TableFault("file_protected", "The file is protected with a password.");
  if (/too many bytes|too few bytes|not enough bytes/u.test(error.message))
    return damaged("The file contradicts itself: a part has another size than it declares.");
  return damaged("The file is damaged or ends too early.");
}

function refuseOverlaps(entries: readonly Entry[], size: number): void {
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw damaged("The file contradicts itself: its parts overlap.");
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
    if (end > size) throw damaged("The file is damaged or ends too early.");
  }
}

async function listEntries(zip: ZipFile, most: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostParts)
    throw new TableFault(
      "file_not_a_list",
      `This is an archive of ${zip.entryCount.toLocaleString("en")} files, not a list.`,
    );
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) throw damaged("The file contradicts itself: it holds a part twice.");
    entries.set(key, entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > most) throw tooLarge(unpacked, most);
  }
  refuseOverlaps([...entries.values()], zip.fileSize);
  return entries;
}

/**
 * Opens a ZIP. `most`: how many bytes its parts may have unpacked, by the directory and by what comes out.
 *
 * @throws TableFault `file_damaged`, `file_not_a_list`, `file_unpacks_too_large`; reading also `file_protected`.
 */
export async function openZip(input: ZipInput, most: number): Promise<ZipParts> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  let zip: ZipFile;
  let entries: Map<string, Entry>;
  try {
    zip = await ("bytes" in input
      ? fromBufferPromise(input.bytes, options)
      : fromFdPromise(input.descriptor, options));
    entries = await listEntries(zip, most);
  } catch (error) {
    throw explainZipError(error);
  }
  let unpacked = 0;

  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged(`The file lacks its part '${name}'.`);
    if (entry.isEncrypted())
      throw new TableFault("file_protected", "The file is protected with a password.");
    let stream: Readable | undefined;
    try {
      stream = await zip.openReadStreamPromise(entry);
      let sum = 0;
      for await (const piece of stream) {
        // Streams of bytes give bytes; the stream's type does not say so.
        const bytes = piece as Uint8Array;
        unpacked += bytes.length;
        // Parts are read at most twice.
        if (unpacked > 2 * most + 1_000_000) throw tooLarge(unpacked, most);
        sum = crc32(bytes, sum);
        yield bytes;
      }
      if (sum !== entry.crc32)
        throw damaged("The file is damaged: a part does not match its checksum.");
    } catch (error) {
      throw explainZipError(error);
    } finally {
      stream?.destroy();
    }
  }

  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read,
    async text(name, longest = 5_000_000) {
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of read(name)) {
        size += piece.length;
        if (size > longest) throw damaged(`The part '${name}' is longer than it can be.`);
        pieces.push(piece);
      }
      return new TextDecoder().decode(Buffer.concat(pieces));
    },
    close: () => zip.close(),
  };
}

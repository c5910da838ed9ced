/**
 * Reads notices in JSON: releases, records, packages of them, short notices, one or many, also as JSON Lines. First the
 * whole text is looked through for where each piece stands, then the pieces of one contracting process are read
 * together. Memory holds the places (36 bytes a piece) and one process at a time, never the file.
 */
import type { NormalisedProcurement } from "@throughline/domain";
import type { OcdsRelease } from "../ocds/merge-releases.ts";
import {
  isRecord,
  isRelease,
  readRecord,
  readReleases,
  type PlacedRelease,
} from "../ocds/read-record.ts";
import { findJsonFault } from "./find-json-fault.ts";
import { indexJson, type JsonShell } from "./index-json.ts";
import { windowBytes, type NoticeBytes } from "./notice-bytes.ts";
import { noticeFault } from "./notice-fault.ts";
import type { JsonPiece, PieceStore } from "./piece-store.ts";
import { readShortNotice } from "./read-short-notice.ts";

/** A single release larger than this is refused: it would have to be held whole. */
const largestPiece = 64 * 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true });

function parse(bytes: Uint8Array, line: number, pointer: string): unknown {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw noticeFault(`line ${line}`, "is not in UTF-8");
  }
  try {
    return JSON.parse(text);
  } catch {
    const at = findJsonFault(text) ?? 0;
    const before = text.slice(0, at).split("\n").length - 1;
    const where = pointer === "" ? "" : ` in ${pointer}`;
    throw noticeFault(
      `line ${line + before}`,
      `is not JSON${where}${at < text.length ? `, from '${text.slice(at, at + 20)}'` : ""}`,
    );
  }
}

/** A package without its list has to be JSON too. */
async function checkShell(bytes: NoticeBytes, shell: JsonShell): Promise<void> {
  const sizes = [shell.listStart - shell.start, shell.end - shell.listEnd] as const;
  if (Math.max(...sizes) > largestPiece)
    throw noticeFault(`line ${shell.line}`, "the package is too large beside its list");
  // Copied: what `read` gives is good until the next call only.
  const head = Buffer.from(await bytes.read(shell.start, sizes[0]));
  const tail = Buffer.from(await bytes.read(shell.listEnd, sizes[1]));
  parse(Buffer.concat([head, Buffer.from("[]"), tail]), shell.line, "");
}

async function indexBytes(bytes: NoticeBytes): Promise<PieceStore> {
  const indexer = indexJson();
  let packages = 0;
  for (let at = 0; at < bytes.size; at += windowBytes)
    for (const shell of indexer.feed(await bytes.read(at, windowBytes))) {
      packages += 1;
      await checkShell(bytes, shell);
    }
  const pieces = indexer.end();
  if (pieces.size === 0)
    throw noticeFault(
      "",
      packages > 0 ? "The package holds no release or record." : "The file holds no notice.",
    );
  return pieces;
}

const isObject = (value: unknown): value is OcdsRelease =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Says the line too, where the file has several values: a pointer alone would not tell which. */
function placeOf(piece: JsonPiece): string {
  return piece.line > 1 && piece.pointer === "" ? `line ${piece.line} ` : piece.pointer;
}

async function readPiece(bytes: NoticeBytes, piece: JsonPiece): Promise<OcdsRelease> {
  const size = piece.end - piece.start;
  if (size > largestPiece)
    throw noticeFault(`line ${piece.line}`, "one release is larger than 64 MB");
  const value = parse(await bytes.read(piece.start, size), piece.line, piece.pointer);
  if (!isObject(value)) throw noticeFault(`line ${piece.line}`, "is no notice");
  return value;
}

/**
 * Reads notices in JSON one after the other.
 *
 * @throws AppError `notice_invalid` with the line or the JSON pointer of the fault. What was handed on before stands.
 */
export async function* readJsonNotices(
  bytes: NoticeBytes,
): AsyncGenerator<NormalisedProcurement, void, undefined> {
  const pieces = await indexBytes(bytes);
  const { next, follows } = pieces.chain();
  for (let first = 0; first < pieces.size; first += 1) {
    if (follows[first] === 1) continue;
    // By ocid: pieces are chained by a number made of it, which two might share.
    const processes = new Map<string, PlacedRelease[]>();
    for (let index = first; index >= 0; index = next[index] ?? -1) {
      const piece = pieces.get(index);
      const value = await readPiece(bytes, piece);
      const path = placeOf(piece);
      if (isRecord(value)) yield readRecord(value, path);
      else if (isRelease(value)) {
        const ocid = typeof value["ocid"] === "string" ? value["ocid"] : "";
        const releases = processes.get(ocid);
        if (releases === undefined) processes.set(ocid, [{ json: value, path }]);
        else releases.push({ json: value, path });
      } else yield readShortNotice(value, path);
    }
    for (const releases of processes.values()) yield readReleases(releases);
  }
}

/**
 * Reads notices in JSON: releases, records, packages of them, short notices, one or many, also as JSON Lines. First the
 * whole text is looked through for where each piece stands, then the pieces of one contracting process are read
 * together. Memory holds the places (about 200 bytes a piece) and one process at a time, never the file.
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
import { indexJson, type JsonIndex, type JsonPiece } from "./index-json.ts";
import { windowBytes, type NoticeBytes } from "./notice-bytes.ts";
import { noticeFault } from "./notice-fault.ts";
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
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const within = /line (\d+) column (\d+)/u.exec(message);
    const position = /position (\d+)/u.exec(message)?.[1];
    const before = position === undefined ? "" : text.slice(0, Number(position));
    const at = within === null ? before.split("\n").length : Number(within[1]);
    const where = pointer === "" ? "" : ` in ${pointer}`;
    const found = position === undefined ? "" : `: '${text.slice(Number(position)).slice(0, 20)}'`;
    throw noticeFault(`line ${line + at - 1}`, `is not JSON${where}${found}`);
  }
}

async function indexBytes(bytes: NoticeBytes): Promise<JsonIndex> {
  const indexer = indexJson();
  for (let at = 0; at < bytes.size; at += windowBytes)
    indexer.feed(await bytes.read(at, windowBytes));
  const index = indexer.end();
  for (const shell of index.shells) {
    const sizes = [shell.listStart - shell.start, shell.end - shell.listEnd];
    if (Math.max(...sizes) > largestPiece)
      throw noticeFault(`line ${shell.line}`, "the package is too large beside its list");
    // Copied: what `read` gives is good until the next call only.
    const head = Buffer.from(await bytes.read(shell.start, sizes[0] ?? 0));
    const tail = Buffer.from(await bytes.read(shell.listEnd, sizes[1] ?? 0));
    parse(Buffer.concat([head, Buffer.from("[]"), tail]), shell.line, "");
  }
  return index;
}

/** Positions of pieces that belong together, in the order of the first of each. */
function groupPieces(pieces: readonly JsonPiece[]): (number | number[])[] {
  const groups: (number | number[])[] = [];
  const byOcid = new Map<string, number>();
  pieces.forEach(({ ocid }, index) => {
    const known = ocid === null ? undefined : byOcid.get(ocid);
    if (known === undefined) {
      if (ocid !== null) byOcid.set(ocid, groups.length);
      groups.push(index);
      return;
    }
    const group = groups[known];
    if (Array.isArray(group)) group.push(index);
    else if (group !== undefined) groups[known] = [group, index];
  });
  return groups;
}

const isObject = (value: unknown): value is OcdsRelease =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Says the line too, where the file has several values: a pointer alone would not tell which. */
function placeOf(piece: JsonPiece): string {
  return piece.line > 1 && piece.pointer === "" ? `line ${piece.line} ` : piece.pointer;
}

/**
 * Reads notices in JSON one after the other.
 *
 * @throws AppError `notice_invalid` with the line or the JSON pointer of the fault. What was handed on before stands.
 */
export async function* readJsonNotices(
  bytes: NoticeBytes,
): AsyncGenerator<NormalisedProcurement, void, undefined> {
  const { pieces, shells } = await indexBytes(bytes);
  if (pieces.length === 0)
    throw noticeFault(
      "",
      shells.length > 0 ? "The package holds no release or record." : "The file holds no notice.",
    );
  for (const group of groupPieces(pieces)) {
    const releases: PlacedRelease[] = [];
    for (const position of [group].flat()) {
      const piece = pieces[position];
      if (piece === undefined) continue;
      if (piece.end - piece.start > largestPiece)
        throw noticeFault(`line ${piece.line}`, "one release is larger than 64 MB");
      const value = parse(
        await bytes.read(piece.start, piece.end - piece.start),
        piece.line,
        piece.pointer,
      );
      if (!isObject(value)) throw noticeFault(`line ${piece.line}`, "is no notice");
      const path = placeOf(piece);
      if (isRecord(value)) yield readRecord(value, path);
      else if (isRelease(value)) releases.push({ json: value, path });
      else yield readShortNotice(value, path);
    }
    if (releases.length > 0) yield readReleases(releases);
  }
}

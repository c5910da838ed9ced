/**
 * Finds cells merged over several rows, which the streaming reader does not report. Only downward merges matter:
 * a supplier's name written once beside its five factories.
 */
import { createInflateRaw } from "node:zlib";

/** A cell that stands for several rows of one column. Rows count from 1, columns from 0. */
export interface MergedCell {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
}

const mostMerges = 100_000;
const longestMerge = 10_000;
const carryLength = 80;

function toColumn(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function collect(xml: string, into: MergedCell[]): void {
  for (const match of xml.matchAll(
    /<(?:\w+:)?mergeCell ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})"/gu,
  )) {
    const fromRow = Number(match[2]);
    const toRow = Number(match[3]);
    if (toRow > fromRow && toRow - fromRow <= longestMerge && into.length < mostMerges) {
      into.push({ column: toColumn(match[1] ?? "A"), fromRow, toRow });
    }
  }
}

async function inflateMerges(packed: Uint8Array, method: number): Promise<MergedCell[]> {
  const merges: MergedCell[] = [];
  if (method === 0) {
    collect(new TextDecoder().decode(packed), merges);
    return merges;
  }
  const stream = createInflateRaw();
  stream.end(packed);
  let carry = "";
  for await (const chunk of stream) {
    const text = carry + Buffer.from(chunk).toString("latin1");
    // What might be the beginning of a merge is kept for the next chunk, what was read is not read again.
    const cut = Math.max(0, text.lastIndexOf("<", text.length - 1));
    collect(text.slice(0, cut), merges);
    carry = text.slice(cut).slice(-carryLength * 4);
  }
  collect(carry, merges);
  return merges;
}

/** Downward merges per worksheet, keyed by the number in `xl/worksheets/sheetN.xml`. */
export async function readMergedCells(bytes: Uint8Array): Promise<Map<number, MergedCell[]>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<number, MergedCell[]>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return found;
  let at = view.getUint32(end + 16, true);
  for (
    let index = 0;
    index < view.getUint16(end + 10, true) && at + 46 <= bytes.length;
    index += 1
  ) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/u.exec(name)?.[1];
    if (sheet !== undefined) {
      const local = view.getUint32(at + 42, true);
      const start =
        local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + view.getUint32(at + 20, true));
      found.set(Number(sheet), await inflateMerges(packed, view.getUint16(at + 10, true)));
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

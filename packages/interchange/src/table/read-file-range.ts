/** Reads stretches of an open file, so that the same opened file is read however often its name changes. */
import type { FileHandle } from "node:fs/promises";

/** Bytes from `start`, as many as there are up to `length`. */
export async function readRange(
  handle: FileHandle,
  start: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The file from `start` to `end` in pieces. A piece is overwritten when the next is asked for. */
export async function* readPieces(
  handle: FileHandle,
  start: number,
  end: number,
  pieceBytes = 256 * 1024,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(1, end - start)));
  for (let at = start; at < end;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - at), at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

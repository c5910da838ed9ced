/** Bytes of a notice file that can be read anywhere: from memory, or from a file that is never held whole. */
import type { FileHandle } from "node:fs/promises";

/** Random access to bytes. */
export interface NoticeBytes {
  readonly size: number;
  /** Bytes from `start`, at most `length` of them; they stay as they are only until the next call. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** How much is read at once. */
export const windowBytes: number = 1024 * 1024;

/** Bytes that are in memory already. */
export function fromMemory(bytes: Uint8Array): NoticeBytes {
  return {
    size: bytes.length,
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}

/** Bytes of an open file, read a window at a time: pieces mostly stand one behind the other. */
export function fromFile(handle: FileHandle, size: number): NoticeBytes {
  // One buffer for all windows; a piece larger than it has one of its own for a moment.
  let buffer = new Uint8Array(0);
  let from = 0;
  let filled = 0;
  return {
    size,
    async read(start, length) {
      const wanted = Math.max(0, Math.min(length, size - start));
      if (start >= from && start + wanted <= from + filled)
        return buffer.subarray(start - from, start - from + wanted);
      const enough = Math.max(wanted, Math.min(windowBytes, size - start));
      if (buffer.length < enough || buffer.length > 4 * windowBytes)
        buffer = new Uint8Array(enough);
      from = start;
      filled = 0;
      while (filled < enough) {
        const { bytesRead } = await handle.read(buffer, filled, enough - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, Math.min(wanted, filled));
    },
  };
}

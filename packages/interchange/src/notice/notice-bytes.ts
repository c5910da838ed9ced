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
  let window: Uint8Array = new Uint8Array(0);
  let from = 0;
  return {
    size,
    async read(start, length) {
      const wanted = Math.max(0, Math.min(length, size - start));
      if (start >= from && start + wanted <= from + window.length)
        return window.subarray(start - from, start - from + wanted);
      const target = new Uint8Array(Math.max(wanted, Math.min(windowBytes, size - start)));
      let filled = 0;
      while (filled < target.length) {
        const { bytesRead } = await handle.read(
          target,
          filled,
          target.length - filled,
          start + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      window = target.subarray(0, filled);
      from = start;
      return window.subarray(0, wanted);
    },
  };
}

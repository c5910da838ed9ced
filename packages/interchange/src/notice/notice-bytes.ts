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

/** How far a read may begin behind the last one and still count as going on. */
const nearBytes = 64 * 1024;

/**
 * Bytes of an open file. Pieces mostly stand one behind the other: those are served from a window that moves on. A jump
 * (to another release of the same process) is read by itself and leaves the window where it is.
 */
export function fromFile(handle: FileHandle, size: number): NoticeBytes {
  let buffer = new Uint8Array(0);
  let from = 0;
  let filled = 0;
  let aside = new Uint8Array(0);
  let lastEnd = 0;

  const fill = async (target: Uint8Array, start: number, length: number): Promise<number> => {
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(target, done, length - done, start + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  };

  return {
    size,
    async read(start, length) {
      const wanted = Math.max(0, Math.min(length, size - start));
      const goesOn = start >= lastEnd && start - lastEnd <= nearBytes;
      lastEnd = start + wanted;
      if (start >= from && start + wanted <= from + filled)
        return buffer.subarray(start - from, start - from + wanted);
      if (!goesOn) {
        if (aside.length < wanted || aside.length > 4 * windowBytes) aside = new Uint8Array(wanted);
        return aside.subarray(0, await fill(aside, start, wanted));
      }
      const enough = Math.max(wanted, Math.min(windowBytes, size - start));
      if (buffer.length < enough || buffer.length > 4 * windowBytes)
        buffer = new Uint8Array(enough);
      filled = 0;
      from = start;
      filled = await fill(buffer, start, enough);
      return buffer.subarray(0, Math.min(wanted, filled));
    },
  };
}

import { availableParallelism } from "node:os";

/** Below this many rows another thread costs more than it saves. */
const rowsPerThread = 2000;

/** Threads for comparing so many rows: as many as there are processors, at most eight, and none for a short list. */
export function countThreads(rows: number): number {
  return Math.max(1, Math.min(8, availableParallelism(), Math.floor(rows / rowsPerThread)));
}

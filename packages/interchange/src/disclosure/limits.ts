/** How much a disclosure may hold before it is refused. */
export interface DisclosureLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  /** Largest number of rows in one sheet or list. */
  readonly maxRows: number;
  /** Longest pasted text, in characters. */
  readonly maxTextLength: number;
  /** Largest unpacked size of a spreadsheet, in bytes, as its own directory declares it. */
  readonly maxUnpackedBytes: number;
  /** Heap of the process that reads a spreadsheet, in MB. */
  readonly heapMegabytes: number;
  /** Longest time that process may take, in milliseconds. */
  readonly maxMilliseconds: number;
}

export const defaultLimits: DisclosureLimits = {
  maxBytes: 50_000_000,
  maxRows: 250_000,
  maxTextLength: 60_000_000,
  maxUnpackedBytes: 600_000_000,
  heapMegabytes: 256,
  maxMilliseconds: 60_000,
};

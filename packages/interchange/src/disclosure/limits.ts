/** How much a list or disclosure may hold before it is refused. */
export interface DisclosureLimits {
  /** Largest file, in bytes. */
  readonly maxBytes: number;
  /** Largest number of filled rows in one sheet or list. */
  readonly maxRows: number;
  /** Most columns that are read; what stands beyond is named in a note. */
  readonly maxColumns: number;
  /** Longest cell, in characters; what stands beyond is cut and said. 32,767 is what a spreadsheet can hold. */
  readonly maxCellLength: number;
  /** Longest pasted text, in characters. */
  readonly maxTextLength: number;
  /** Largest unpacked size of a spreadsheet, in bytes, as declared and as met. */
  readonly maxUnpackedBytes: number;
  /** Heap of the process that reads a spreadsheet, in MB. */
  readonly heapMegabytes: number;
  /** Longest time that process may take, in milliseconds. */
  readonly maxMilliseconds: number;
}

export const defaultLimits: DisclosureLimits = {
  maxBytes: 50_000_000,
  maxRows: 250_000,
  maxColumns: 200,
  maxCellLength: 32_767,
  maxTextLength: 60_000_000,
  maxUnpackedBytes: 600_000_000,
  heapMegabytes: 256,
  maxMilliseconds: 60_000,
};

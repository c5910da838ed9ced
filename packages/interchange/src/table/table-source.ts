/** What an opened list is: its sheets, and its rows as often as they are asked for. */
import type { GridRow, SheetAbout } from "@throughline/domain";
import type { Delimiter } from "./detect-delimiter.ts";
import type { DisclosureLimits } from "../disclosure/limits.ts";

/** How to open a list. */
export interface OpenTableOptions {
  /** What the file was called before it came to lie at its path. Names the sheet of a CSV; decides nothing else. */
  readonly fileName?: string;
  readonly limits?: DisclosureLimits;
  /** Ends the reading of a workbook; `openTable` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * An opened list. The whole file has been looked at: a fault that refuses it was thrown by `openTable`, so that no
 * row is ever handed on from a file that is refused later.
 */
export interface TableSource {
  readonly format: "csv" | "xlsx" | "ods";
  /** Encoding of a CSV (`utf-8`, `utf-16le`, `windows-1252`, …); `null` for workbooks. */
  readonly encoding: string | null;
  /** True when nothing in the file states or proves the encoding. */
  readonly encodingGuessed: boolean;
  readonly delimiter: Delimiter | null;
  /** What a person should know about the whole file, in sentences. */
  readonly notes: readonly string[];
  /** Every sheet, empty ones too, in the order of the source; `index` is its place in this list. */
  readonly sheets: readonly SheetAbout[];
  /**
   * Filled rows of a sheet with row numbers ≥ `fromRow`, in batches of at most 1,000. Row numbers are those of the
   * source and the same at every reading. May be asked several times, also at once.
   */
  rows(sheet: number, fromRow?: number): AsyncIterable<GridRow[]>;
  /** Frees what the reading holds. Nothing lies on disk under a name at any time. */
  close(): Promise<void>;
}

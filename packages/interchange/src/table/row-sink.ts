/** Where the readers of workbooks put what they read. */
import type { GridRow } from "@throughline/domain";

export interface RowSink {
  /** Called for each sheet, empty ones too, in the order of the source; rows that follow are its rows. */
  sheet(name: string, hidden: boolean): void;
  /** A filled row. Row numbers grow within a sheet. */
  row(row: GridRow): void;
  /** The sheet's rows are over: how many there were, how wide the widest. */
  endSheet(rows: number, columns: number): void;
  /** A sentence on the whole file. */
  note(sentence: string): void;
}

/** What is said of a row into which a merged cell was read. */
export const mergedSentence = "A cell merged over several rows was read into each of them.";

export const lastSheetRow = 1_048_576;
export const lastSheetColumn = 16_384;

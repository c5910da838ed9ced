/** The shape of one check. */
import type { ErrorCode, FindingSeverity } from "@throughline/domain";

/** One check of the catalogue. */
export interface ListCheckEntry {
  readonly scope: "row" | "list" | "file";
  readonly severity: FindingSeverity;
  /** Code of the peer's check; `null` for checks of our own. */
  readonly peer: string | null;
  /** What is noticed, as a clause that follows a count: "41 rows: Hong Kong filed under China". */
  readonly title: string;
  readonly whatToDo: string;
  readonly corrects: boolean;
  /** Whole-file faults: the error they are refused with. */
  readonly error?: ErrorCode;
  /** Further codes of the peer that say the same. */
  readonly alsoPeer?: readonly string[];
}

/** Where the pieces of a large JSON text stand, in 36 bytes each: a file of a million releases takes 36 MB. */

/** Where a piece stands in the file. */
export interface JsonPiece {
  readonly start: number;
  readonly end: number;
  /** Line of its first byte, from 1. */
  readonly line: number;
  /** JSON pointer within the value of the file (or of the line) it stands in: `/releases/3`, or empty. */
  readonly pointer: string;
}

/** The names of lists a piece can stand in; the first for none. */
export const listNames = ["", "releases", "records"] as const;
export type ListName = (typeof listNames)[number];

/** Pieces in the order of the file. */
export interface PieceStore {
  readonly size: number;
  add(piece: {
    readonly start: number;
    readonly end: number;
    readonly line: number;
    /** Position in the list around the whole text; -1 for none. */
    readonly document: number;
    readonly list: ListName;
    readonly position: number;
    readonly ocid: string | null;
  }): void;
  get(index: number): JsonPiece;
  /** Forgets all but the first pieces. */
  truncate(size: number): void;
  /**
   * For every piece the next one that may be of the same contracting process, -1 for none, and which pieces are not the
   * first of theirs. By a number made of the ocid: whoever reads them compares the ocids themselves.
   */
  chain(): { readonly next: Int32Array; readonly follows: Uint8Array };
}

/** 52 bits of an ocid, never 0 (FNV-1a, twice with different seeds). */
function toNumber(ocid: string): number {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let at = 0; at < ocid.length; at += 1) {
    const unit = ocid.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x01000197);
  }
  return (one >>> 0) * 0x100000 + ((two >>> 12) & 0xfffff) + 1;
}

/** An empty store. */
export function createPieceStore(): PieceStore {
  let room = 1024;
  let size = 0;
  // start, end, number of the ocid
  let wide = new Float64Array(room * 3);
  // line, position, document and list (two bits)
  let narrow = new Int32Array(room * 3);
  return {
    get size() {
      return size;
    },
    add({ start, end, line, document, list, position, ocid }) {
      if (size === room) {
        room *= 2;
        const widened = new Float64Array(room * 3);
        widened.set(wide);
        wide = widened;
        const lengthened = new Int32Array(room * 3);
        lengthened.set(narrow);
        narrow = lengthened;
      }
      wide.set([start, end, ocid === null ? 0 : toNumber(ocid)], size * 3);
      narrow.set([line, position, (document + 1) * 4 + listNames.indexOf(list)], size * 3);
      size += 1;
    },
    truncate(left) {
      size = left;
    },
    get(index) {
      const packed = narrow[index * 3 + 2] ?? 0;
      const document = Math.floor(packed / 4) - 1;
      const list = listNames[packed % 4] ?? "";
      return {
        start: wide[index * 3] ?? 0,
        end: wide[index * 3 + 1] ?? 0,
        line: narrow[index * 3] ?? 0,
        pointer: `${document < 0 ? "" : `/${document}`}${list === "" ? "" : `/${list}/${narrow[index * 3 + 1] ?? 0}`}`,
      };
    },
    chain() {
      const next = new Int32Array(size).fill(-1);
      const follows = new Uint8Array(size);
      const numberOf = (index: number): number => wide[index * 3 + 2] ?? 0;
      const order = Uint32Array.from({ length: size }, (_, index) => index).sort(
        (one, other) => numberOf(one) - numberOf(other) || one - other,
      );
      for (let at = 1; at < size; at += 1) {
        const before = order[at - 1] ?? 0;
        const index = order[at] ?? 0;
        if (numberOf(index) === 0 || numberOf(before) !== numberOf(index)) continue;
        next[before] = index;
        follows[index] = 1;
      }
      return { next, follows };
    },
  };
}

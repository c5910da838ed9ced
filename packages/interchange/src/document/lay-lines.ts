/** Breaks text into lines of a width. It knows nothing of pages; how wide letters are it is told. */
import { breakOffsets } from "./break-offsets.ts";
import type { FaceName } from "./typefaces.ts";

/** Text in one face and colour. `actual` as in `Stretch`. */
export interface Piece {
  readonly text: string;
  readonly face: FaceName;
  readonly color: string;
  readonly link?: string;
  readonly actual?: string;
}

export interface LaidPiece extends Piece {
  readonly width: number;
}

export interface LaidLine {
  readonly pieces: readonly LaidPiece[];
  /** Without the spaces at its end. */
  readonly width: number;
}

export type Measure = (text: string, face: FaceName) => number;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Joins what is set alike. */
function sameSetting(a: Piece, b: Piece): boolean {
  return (
    a.face === b.face &&
    a.color === b.color &&
    a.link === b.link &&
    a.actual === undefined &&
    b.actual === undefined
  );
}

class LineBuilder {
  readonly lines: LaidLine[] = [];
  readonly #width: number;
  readonly #measure: Measure;
  #pieces: Piece[] = [];
  #used = 0;

  constructor(width: number, measure: Measure) {
    this.#width = width;
    this.#measure = measure;
  }

  #widthOf(pieces: readonly Piece[]): number {
    return pieces.reduce((sum, piece) => sum + this.#measure(piece.text, piece.face), 0);
  }

  end(): void {
    const joined: Piece[] = [];
    for (const piece of this.#pieces) {
      const last = joined.at(-1);
      if (last !== undefined && sameSetting(last, piece))
        joined[joined.length - 1] = { ...last, text: last.text + piece.text };
      else joined.push(piece);
    }
    const pieces = joined.map((piece) => ({
      ...piece,
      width: this.#measure(piece.text, piece.face),
    }));
    const last = pieces.at(-1);
    const trailing =
      last === undefined ? 0 : last.width - this.#measure(last.text.trimEnd(), last.face);
    const all = pieces.reduce((sum, piece) => sum + piece.width, 0);
    this.lines.push({ pieces, width: all - trailing });
    this.#pieces = [];
    this.#used = 0;
  }

  /** A stretch within which no line may end, if it can be helped. */
  add(segment: readonly Piece[]): void {
    const last = segment.at(-1);
    if (last === undefined) return;
    const bare = [...segment.slice(0, -1), { ...last, text: last.text.trimEnd() }];
    if (this.#used + this.#widthOf(bare) > this.#width) {
      if (this.#used > 0) this.end();
      if (this.#widthOf(bare) > this.#width) {
        this.#addBroken(segment);
        return;
      }
    }
    this.#pieces.push(...segment);
    this.#used += this.#widthOf(segment);
  }

  /** A word wider than the line: broken between letters. */
  #addBroken(segment: readonly Piece[]): void {
    for (const piece of segment) {
      let taken = "";
      for (const { segment: letter } of graphemes.segment(piece.text)) {
        const wider = this.#measure(taken + letter, piece.face);
        if (letter.trim() !== "" && this.#used + wider > this.#width && this.#used + wider > 0) {
          if (taken !== "") this.#pieces.push({ ...piece, text: taken });
          if (this.#pieces.length > 0) this.end();
          taken = letter;
        } else taken += letter;
      }
      if (taken === "") continue;
      this.#pieces.push({ ...piece, text: taken });
      this.#used += this.#measure(taken, piece.face);
    }
  }

  get empty(): boolean {
    return this.#pieces.length === 0;
  }
}

/** The pieces of one line of the source, cut where a line may end. */
function segmentsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const text = pieces.map((piece) => piece.text).join("");
  const segments: Piece[][] = [];
  let from = 0;
  let index = 0;
  let within = 0;
  for (const to of breakOffsets(text)) {
    const segment: Piece[] = [];
    let left = to - from;
    while (left > 0) {
      const piece = pieces[index];
      if (piece === undefined) break;
      const part = piece.text.slice(within, within + left);
      segment.push({ ...piece, text: part });
      left -= part.length;
      within += part.length;
      if (within >= piece.text.length) {
        index += 1;
        within = 0;
      }
    }
    segments.push(segment);
    from = to;
  }
  return segments;
}

/**
 * Lays text out in lines.
 *
 * @param width in the unit `measure` gives
 * @example
 * layLines([{ text: "one two", face: "regular", color: "000000" }], 20, (text) => text.length * 5);
 */
export function layLines(
  pieces: readonly Piece[],
  width: number,
  measure: Measure,
): readonly LaidLine[] {
  const builder = new LineBuilder(width, measure);
  let current: Piece[] = [];
  const flush = (): void => {
    for (const segment of segmentsOf(current)) builder.add(segment);
    builder.end();
    current = [];
  };
  for (const piece of pieces) {
    const [first = "", ...others] = piece.text.split("\n");
    if (first !== "") current.push({ ...piece, text: first });
    for (const other of others) {
      flush();
      if (other !== "") current.push({ ...piece, text: other });
    }
  }
  if (current.length > 0 || builder.lines.length === 0) flush();
  return builder.lines;
}

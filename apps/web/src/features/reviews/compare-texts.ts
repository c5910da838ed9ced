/** Marks which words of two texts stand in only one of them. */

export interface TextPart {
  readonly text: string;
  /** The word does not stand in the other text. */
  readonly differs: boolean;
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

interface Piece {
  readonly text: string;
  /** How the word counts: without case and accents. `null` for blanks and signs. */
  readonly word: string | null;
}

function split(text: string): Piece[] {
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({
    text: segment,
    word:
      isWordLike === true
        ? segment.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()
        : null,
  }));
}

function mark(pieces: readonly Piece[], other: ReadonlySet<string>): TextPart[] {
  const parts: { text: string; differs: boolean }[] = [];
  for (const { text, word } of pieces) {
    const differs = word !== null && !other.has(word);
    const last = parts.at(-1);
    if (last !== undefined && last.differs === differs) last.text += text;
    else parts.push({ text, differs });
  }
  return parts;
}

/** Both texts in parts; joined, the parts give the text again. */
export function compareTexts(
  a: string,
  b: string,
): readonly [readonly TextPart[], readonly TextPart[]] {
  const [ofA, ofB] = [split(a), split(b)];
  const words = (pieces: readonly Piece[]): Set<string> =>
    new Set(pieces.flatMap(({ word }) => (word === null ? [] : [word])));
  return [mark(ofA, words(ofB)), mark(ofB, words(ofA))];
}

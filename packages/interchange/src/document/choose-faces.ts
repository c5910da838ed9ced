/** Sets each stretch of a text in a face that has its signs, and keeps account of what no face has. */
import { fillText } from "./document-texts.ts";
import type { DocumentTexts } from "./document-texts.ts";
import { scriptFaces } from "./typefaces.ts";
import type { FaceName, Typefaces } from "./typefaces.ts";

/** A stretch in one face. `actual` is what it stands for where the signs are missing. */
export interface Stretch {
  readonly text: string;
  readonly face: FaceName;
  readonly actual?: string;
}

/** What could not be printed, in the order met. */
export interface Unprinted {
  readonly number: number;
  readonly script: string;
}

export interface FaceChooser {
  readonly choose: (text: string, wanted: FaceName) => readonly Stretch[];
  readonly unprinted: readonly Unprinted[];
}

/** Where a face lacks a sign: the upright of the same weight, then the regular, then those of other scripts. */
const next: Readonly<Partial<Record<FaceName, readonly FaceName[]>>> = {
  regular: ["semibold"],
  italic: ["regular"],
  semibold: ["regular"],
  semibold_italic: ["semibold", "regular"],
  bold: ["semibold", "regular"],
};

/** Signs that show nothing of their own; they are left out where the face has none. */
const invisible = /^(?:\p{Default_Ignorable_Code_Point}|\p{Cf})$/u;

function scriptOf(passage: string, texts: DocumentTexts): string {
  if (/^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\s]+$/u.test(passage))
    return texts.unprinted.sign;
  // Kana before Han: a Japanese name has both, a Chinese one only the latter.
  const order = ["Hiragana", "Katakana", ...Object.keys(texts.unprinted.scripts)];
  const script = order.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(passage));
  return script === undefined
    ? texts.unprinted.otherScript
    : (texts.unprinted.scripts[script] ?? texts.unprinted.otherScript);
}

/**
 * Chooses faces for one document; passages that cannot be printed are numbered through it.
 *
 * @example
 * createFaceChooser(faces, documentTextsFor("en")).choose("Łódź", "italic");
 */
export function createFaceChooser(faces: Typefaces, texts: DocumentTexts): FaceChooser {
  const unprinted: Unprinted[] = [];
  const marks = new Map<string, string>();

  function faceFor(character: string, wanted: FaceName): FaceName | undefined {
    const code = character.codePointAt(0) ?? 0;
    return [wanted, ...(next[wanted] ?? []), ...scriptFaces].find((name) =>
      faces[name]?.covers.has(code),
    );
  }

  /** One passage has one number, wherever it is met again. */
  function mark(passage: string, face: FaceName): Stretch {
    let text = marks.get(passage);
    if (text === undefined) {
      const script = scriptOf(passage, texts);
      const number = unprinted.length + 1;
      unprinted.push({ number, script });
      text = fillText(texts.unprinted.mark, { number: String(number), script });
      marks.set(passage, text);
    }
    return { text: text.replaceAll(" ", "\u00A0"), face, actual: passage };
  }

  function choose(text: string, wanted: FaceName): readonly Stretch[] {
    const stretches: { text: string; face: FaceName | undefined }[] = [];
    for (const character of text) {
      const last = stretches.at(-1);
      const face = character === "\n" ? wanted : faceFor(character, wanted);
      if (face === undefined && invisible.test(character)) continue;
      if (last !== undefined && last.face === face) last.text += character;
      else stretches.push({ text: character, face });
    }
    // One passage, not many: what is missing on both sides of a space belongs together.
    const joined: typeof stretches = [];
    for (const stretch of stretches) {
      const space = joined.at(-1);
      const before = joined.at(-2);
      if (
        stretch.face === undefined &&
        space !== undefined &&
        /^ +$/u.test(space.text) &&
        before !== undefined &&
        before.face === undefined
      ) {
        joined.pop();
        before.text += space.text + stretch.text;
      } else joined.push({ ...stretch });
    }
    return joined.map((stretch) =>
      stretch.face === undefined
        ? mark(stretch.text, wanted)
        : { text: stretch.text, face: stretch.face },
    );
  }

  return { choose, unprinted };
}

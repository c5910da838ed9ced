/** Where a line may end. A small part of Unicode's line breaking (UAX #14): what the letters of business need. */

const space = /[ \u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]/u;
const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301F\uFF01-\uFF60]/u;
/** Closing marks do not begin a line, opening ones do not end it. */
const notBefore =
  /[\p{M}\p{Pe}\p{Pf}!%,.:;?\u2026\u3001\u3002\u30FB\u30FC\uFF01\uFF05\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F]/u;
const notAfter = /[\p{Ps}\p{Pi}]/u;
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let words: Intl.Segmenter | undefined;

/**
 * The offsets in a text (no line breaks in it) after which a line may end; the end of the text is the last of them.
 *
 * @example
 * breakOffsets("one two-three"); // [4, 8, 13]
 */
export function breakOffsets(text: string): readonly number[] {
  if (text === "") return [];
  const offsets = new Set<number>();
  const characters = [...text];
  let offset = 0;
  for (const [index, character] of characters.entries()) {
    offset += character.length;
    const following = characters[index + 1];
    if (following === undefined) break;
    if (space.test(character)) {
      if (!space.test(following)) offsets.add(offset);
    } else if (space.test(following)) continue;
    else if (/[-\u2010\u2013\u2014]/u.test(character)) {
      if (letterOrDigit.test(characters[index - 1] ?? "") && /\p{L}/u.test(following))
        offsets.add(offset);
    } else if (character === "/" && letterOrDigit.test(following)) offsets.add(offset);
    else if (
      (wide.test(character) || wide.test(following)) &&
      !notBefore.test(following) &&
      !notAfter.test(character)
    )
      offsets.add(offset);
  }
  if (withoutSpaces.test(text)) {
    words ??= new Intl.Segmenter("th", { granularity: "word" });
    for (const { index, segment } of words.segment(text))
      if (index > 0 && withoutSpaces.test(segment) && withoutSpaces.test(text[index - 1] ?? ""))
        offsets.add(index);
  }
  offsets.add(text.length);
  return [...offsets].toSorted((a, b) => a - b);
}
